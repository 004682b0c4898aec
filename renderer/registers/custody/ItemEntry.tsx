import {
  CUSTODY_CORRECTABLE,
  CUSTODY_DECISIONS,
  CUSTODY_DOCUMENTS,
  CUSTODY_NOTICES,
  CUSTODY_WORDS,
  type CustodyItemLine,
} from '../../../shared/registers/custody-items.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { COUNT, DAY, type Editor, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { CUSTODY_ITEMS } from './books';
import { choice, NAME, REASON } from './editors';
import { itemTone } from './tones';

type ItemAct = ActProps<CustodyItemLine>;
const base = ({ entry, onClose, onDone }: ItemAct) => ({
  book: CUSTODY_ITEMS,
  entry,
  about: [entry.serialNo, entry.tagNo, entry.itemName, entry.depositorName].filter(Boolean).join('  '),
  onClose,
  onDone,
});

/** 取件: who fetches it, what they showed, how many pieces. */
function Collect(props: ItemAct) {
  const { t } = useWords();
  const { entry } = props;
  const left = entry.quantity - entry.takenQuantity;
  return (
    <ActForm
      op="custodyItems.collect"
      {...base(props)}
      fields={[
        { name: 'quantity', editor: COUNT, required: true, first: String(left) },
        {
          name: 'takerName',
          editor: NAME,
          first: entry.depositorName ?? '',
          hint: 'custody:screen.collectHint',
        },
        { name: 'documentKind', editor: choice('document', CUSTODY_DOCUMENTS) },
        { name: 'documentTail', editor: { kind: 'text', max: 4 } },
        { name: 'depositorWord', editor: choice('word', CUSTODY_WORDS) },
        { name: 'at', label: 'custody:field.custodyItems.takenAt', editor: TIME },
      ]}
    >
      <p>
        {t('custody:screen.left', { left, all: entry.quantity })}
        {entry.collectorNames
          ? ` · ${t('custody:field.custodyItems.collectorNames')} ${entry.collectorNames}`
          : null}
      </p>
    </ActForm>
  );
}

/** 延期寄存. */
function Extend(props: ItemAct) {
  return (
    <ActForm
      op="custodyItems.extend"
      {...base(props)}
      fields={[
        { name: 'dueOn', editor: DAY, required: true },
        { name: 'note', editor: REASON, first: props.entry.note ?? '' },
      ]}
    />
  );
}

/** 通知取件. */
function Notice(props: ItemAct) {
  return (
    <ActForm
      op="custodyItems.notice"
      {...base(props)}
      fields={[
        { name: 'how', editor: choice('notice', CUSTODY_NOTICES), required: true, first: 'phone' },
        { name: 'at', label: 'custody:field.custodyItems.noticedAt', editor: TIME },
        { name: 'note', editor: REASON, first: props.entry.note ?? '' },
      ]}
    />
  );
}

/** 逾期处理: the manager decides, somebody of the desk is there. */
function Decide(props: ItemAct) {
  return (
    <ActForm
      op="custodyItems.decide"
      {...base(props)}
      grave
      fields={[
        { name: 'decision', editor: choice('decision', CUSTODY_DECISIONS), required: true },
        { name: 'decisionNote', editor: REASON, required: true },
      ]}
      second={{
        label: 'custody:screen.witness',
        permit: 'custodyItems.keep',
        why: 'custody:screen.second',
      }}
    />
  );
}

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (item: CustodyItemLine): EntryField[] => [
  ...['depositorName', 'depositorPhone'].map(always),
  {
    field: 'unitCode',
    own: item.unitId ? (
      <EntryLink register="units" entryId={item.unitId}>
        {item.unitCode}
      </EntryLink>
    ) : undefined,
  },
  ...['kind', 'itemName', 'quantity', 'features', 'storagePlace'].map(always),
  ifAny('tagNo'),
  ...['keptAt', 'dueOn', 'collectorNames', 'valueNote'].map(always),
  ...['takenAt', 'takerName', 'takerDocumentKind', 'takerDocument', 'depositorWord'].map(ifAny),
  ...(item.takenQuantity > 0 ? [always('takenQuantity')] : []),
  ...['handedByName', 'noticedAt', 'noticeHow', 'noticedByName'].map(ifAny),
  ...['decision', 'decisionNote', 'decidedAt', 'decidedByName', 'decisionWitnessName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  tagNo: { kind: 'text', max: 20 },
  depositorName: NAME,
  depositorPhone: PHONE,
  itemName: { kind: 'text', max: 60 },
  quantity: COUNT,
  features: { kind: 'text', max: 120 },
  valueNote: { kind: 'text', max: 60 },
  keptAt: TIME,
  dueOn: DAY,
  collectorNames: { kind: 'text', max: 80 },
  storagePlace: NAME,
  note: LONG_TEXT,
};

/** One item in custody with its acts and its story. A scanned tag comes here with its next act. */
export function ItemEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('custodyItems.entry', { id }, { keep: true });
  return (
    <EntryPage<CustodyItemLine>
      book={CUSTODY_ITEMS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(item) => `${item.itemName} ${item.depositorName ?? ''}`}
      tone={itemTone}
      fields={fieldsOf}
      dialogs={{ collect: Collect, extend: Extend, notice: Notice, decide: Decide }}
      last={['decide']}
      correct={{ fields: () => CUSTODY_CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'custodyItems.unmask', masked: (item) => item.depositorPhone !== null }}
      papers={{
        permit: 'custodyItems.print',
        of: (item) => (item.state === 'voided' ? [] : [{ form: 'custodyTag', entryId: item.id }]),
      }}
    />
  );
}
