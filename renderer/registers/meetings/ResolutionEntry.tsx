import { RESOLUTION_CORRECTABLE, type ResolutionLine } from '../../../shared/registers/resolutions.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { DAY, type Editor, LONG_TEXT, TIME } from '../../book/editors';
import { useOp } from '../../queries';
import { RESOLUTIONS } from './books';
import { resolutionTone } from './tones';

const SENTENCE: Editor = { kind: 'longText', max: 200 };
const EDITORS: Record<string, Editor> = { matter: SENTENCE, dueOn: DAY, note: LONG_TEXT };

type ResolutionAct = ActProps<ResolutionLine>;
const base = ({ entry, onClose, onDone }: ResolutionAct) => ({
  book: RESOLUTIONS,
  entry,
  about: `${entry.serialNo}  ${entry.matter ?? ''}`,
  onClose,
  onDone,
});
const Finish = (props: ResolutionAct) => (
  <ActForm
    op="resolutions.finish"
    {...base(props)}
    fields={[
      { name: 'result', editor: SENTENCE, required: true },
      { name: 'at', editor: TIME },
    ]}
  />
);
const Reopen = (props: ResolutionAct) => (
  <ActForm
    op="resolutions.reopen"
    {...base(props)}
    fields={[{ name: 'reason', editor: SENTENCE, required: true }]}
  />
);
const Drop = (props: ResolutionAct) => (
  <ActForm
    op="resolutions.drop"
    {...base(props)}
    grave
    fields={[{ name: 'reason', editor: SENTENCE, required: true }]}
  />
);
const DIALOGS = { finish: Finish, reopen: Reopen, drop: Drop };

const fieldsOf = (line: ResolutionLine): EntryField[] => [
  { field: 'matter', wide: true },
  { field: 'ownerName' },
  { field: 'dueOn' },
  {
    field: 'meeting',
    own: (
      <EntryLink register="meetings" entryId={line.meetingId}>
        {line.meetingNo}
      </EntryLink>
    ),
  },
  { field: 'result', ifAny: true, wide: true },
  ...['doneAt', 'doneByName', 'droppedReason', 'droppedByName', 'voidReason', 'voidedAt', 'voidedByName'].map(
    (field) => ({ field, ifAny: true }),
  ),
  { field: 'note', ifAny: true, wide: true },
  { field: 'recordedAt' },
  { field: 'recorderName' },
];

/** One resolution until it is done. */
export function ResolutionEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('resolutions.entry', { id }, { keep: true });
  return (
    <EntryPage<ResolutionLine>
      book={RESOLUTIONS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => line.ownerName}
      tone={resolutionTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['drop']}
      correct={{ fields: () => RESOLUTION_CORRECTABLE, editors: EDITORS }}
    />
  );
}
