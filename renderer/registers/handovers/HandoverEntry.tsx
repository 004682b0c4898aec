import { dayTimeOf } from '../../../shared/dates';
import { shiftName } from '../../../shared/registers/handovers.cells';
import type { HandoverSheet } from '../../../shared/registers/handovers.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { HANDOVERS } from './books';
import { Count } from './CountDialog';
import { Ask, Decide, Refuse, Review, SignIn, SignOut, Supplement, WriteEvent } from './dialogs';
import { SheetView } from './SheetView';
import { handoverTone } from './tones';
import './handovers.css';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const DIALOGS = {
  count: Count,
  signOut: SignOut,
  signIn: SignIn,
  refuse: Refuse,
  decide: Decide,
  review: Review,
  writeEvent: WriteEvent,
  ask: Ask,
  supplement: Supplement,
};

/** One shift: what is to be done next on top, the sheet below as F19 prints it. */
export function HandoverEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { lang } = useWords();
  const asked = useOp('handovers.entry', { id }, { keep: true });
  const draft = useCommand('handovers.draft');
  const fieldsOf = (line: HandoverSheet): EntryField[] => [
    always('post'),
    { field: 'shift', own: `${line.shiftOn} ${shiftName(line, lang)}` },
    always('startedAt'),
    always('outgoingName'),
    {
      field: 'previousNo',
      ifAny: true,
      own: line.previousId ? (
        <EntryLink register="handovers" entryId={line.previousId}>
          {line.previousNo}
        </EntryLink>
      ) : undefined,
    },
    ...['draftedAt', 'matters', 'countedAt', 'countedByName', 'differences'].map(ifAny),
    ...['outSignedAt', 'cashByName', 'incomingName', 'inSignedAt'].map(ifAny),
    ...['refusedAt', 'refusedByName', 'refusedReason', 'reportedTo'].map(ifAny),
    ...['decision', 'decidedAt', 'decidedByName', 'decisionReason'].map(ifAny),
    ...['reviewedAt', 'reviewedByName', 'reviewNote'].map(ifAny),
    ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
    { field: 'note', ifAny: true, wide: true },
  ];
  return (
    <EntryPage<HandoverSheet>
      book={HANDOVERS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => `${line.post} ${line.shiftOn} ${shiftName(line, lang)}`}
      about={(line) => `${line.serialNo}  ${line.post} ${dayTimeOf(line.startedAt)}`}
      tone={handoverTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{
        draft: async ({ id: shift, version }) => (await draft.run({ id: shift, version }))?.ok ?? false,
      }}
      error={draft.error}
      papers={{
        permit: 'handovers.print',
        of: (line) => (line.state === 'open' ? [] : [{ form: 'F19', entryId: line.id }]),
      }}
    >
      {(line) => <SheetView line={line} />}
    </EntryPage>
  );
}
