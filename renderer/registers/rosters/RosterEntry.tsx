import type { RosterLine } from '../../../shared/registers/rosters.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { useOp } from '../../queries';
import { ROSTERS } from './books';
import { rosterTone } from './tones';
import { WeekBoard } from './WeekBoard';

const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const weekText = (line: RosterLine): string => `${line.weekOn} – ${line.toOn}`;

const fieldsOf = (line: RosterLine): EntryField[] => [
  { field: 'week', own: weekText(line) },
  ...['people', 'shifts', 'gaps', 'changes'].map((field) => ({ field })),
  ...['publishedAt', 'publishedByName', 'shortReason'].map(ifAny),
  {
    field: 'copiedFromNo',
    ifAny: true,
    own: line.copiedFromId ? (
      <EntryLink register="rosters" entryId={line.copiedFromId}>
        {line.copiedFromNo}
      </EntryLink>
    ) : undefined,
  },
  ...['voidReason', 'voidedAt', 'voidedByName', 'note'].map(ifAny),
  ...['recordedAt', 'recorderName'].map((field) => ({ field })),
];

/** 发布: what stands below its minimum needs a reason. */
function Publish({ entry, onClose, onDone }: ActProps<RosterLine>) {
  return (
    <ActForm
      op="rosters.publish"
      book={ROSTERS}
      entry={entry}
      about={`${entry.serialNo}  ${weekText(entry)}`}
      onClose={onClose}
      onDone={onDone}
      fields={[
        {
          name: 'shortReason',
          editor: { kind: 'longText', max: 200 },
          required: entry.gaps > 0,
          when: entry.gaps > 0,
        },
      ]}
    />
  );
}
const DIALOGS = { publish: Publish };

/** One week: its board, its acts, its story. */
export function RosterEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('rosters.entry', { id }, { keep: true });
  return (
    <EntryPage<RosterLine>
      book={ROSTERS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={weekText}
      tone={rosterTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      papers={{ permit: 'rosters.print', of: (line) => [{ form: 'F91', entryId: line.id }] }}
    >
      {(line) => <WeekBoard line={line} desk={desk} />}
    </EntryPage>
  );
}
