import { givenShift, takenShift } from '../../../shared/registers/rosters.columns';
import { type ShiftSwapLine, SWAP_CORRECTABLE } from '../../../shared/registers/shift-swaps.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { SHIFT_SWAPS } from './books';
import { swapTone } from './tones';

type SwapAct = ActProps<ShiftSwapLine>;
const REASON: Editor = { kind: 'longText', max: 200 };
const base = ({ entry, onClose, onDone }: SwapAct) => ({
  book: SHIFT_SWAPS,
  entry,
  about: `${entry.serialNo}  ${entry.askerName} → ${entry.colleagueName}  ${entry.dayOn}`,
  onClose,
  onDone,
});

/** 同意: the colleague is signed in, or types the PIN here. */
function Agree(props: SwapAct) {
  const own = props.desk.actor.staffId === props.entry.colleagueId;
  return (
    <ActForm
      op="shiftSwaps.agree"
      {...base(props)}
      second={
        own
          ? null
          : {
              label: 'rosters:screen.colleagueSigns',
              permit: 'shiftSwaps.ask',
              why: 'rosters:screen.colleagueWhy',
            }
      }
    />
  );
}
const Approve = (props: SwapAct) => <ActForm op="shiftSwaps.approve" {...base(props)} />;
const Withdraw = (props: SwapAct) => <ActForm op="shiftSwaps.withdraw" {...base(props)} />;
const WHY = [
  {
    name: 'reason' as const,
    editor: REASON,
    required: true,
    label: 'rosters:field.shiftSwaps.decisionReason',
  },
];
const Refuse = (props: SwapAct) => <ActForm op="shiftSwaps.refuse" grave {...base(props)} fields={WHY} />;
const Decline = (props: SwapAct) => <ActForm op="shiftSwaps.decline" {...base(props)} fields={WHY} />;

const DIALOGS = {
  agree: Agree,
  approve: Approve,
  refuse: Refuse,
  decline: Decline,
  withdraw: Withdraw,
};
const EDITORS = { reason: REASON, note: LONG_TEXT };

/** One swap with its acts and its story. */
export function SwapEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { lang } = useWords();
  const asked = useOp('shiftSwaps.entry', { id }, { keep: true });
  return (
    <EntryPage<ShiftSwapLine>
      book={SHIFT_SWAPS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(swap) => `${swap.askerName} → ${swap.colleagueName}`}
      tone={swapTone}
      fields={(swap) => [
        { field: 'askerName' },
        { field: 'given', own: givenShift(swap, { lang }) },
        { field: 'colleagueName' },
        ...(swap.otherCellId ? [{ field: 'taken', own: takenShift(swap, { lang }) }] : []),
        { field: 'reason', wide: true },
        ...['agreedAt', 'agreedHow', 'decidedAt', 'deciderName', 'decisionReason'].map((field) => ({
          field,
          ifAny: true,
        })),
        ...['voidReason', 'voidedAt', 'voidedByName', 'note'].map((field) => ({ field, ifAny: true })),
        { field: 'recordedAt' },
        { field: 'recorderName' },
      ]}
      dialogs={DIALOGS}
      correct={{ fields: () => SWAP_CORRECTABLE, editors: EDITORS }}
    />
  );
}
