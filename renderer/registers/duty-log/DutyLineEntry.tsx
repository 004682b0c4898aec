import { DUTY_LINE_CORRECTABLE, type DutyLineLine } from '../../../shared/registers/duty-lines.row';
import { matterText } from '../../../shared/registers/duty-logs.columns';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { DUTY_LINES } from './books';
import { dutyLineTone } from './tones';

const EDITORS: Record<string, Editor> = {
  happenedAt: TIME,
  matter: { kind: 'longText', max: 200 },
  handling: LONG_TEXT,
  handler: { kind: 'text', max: 40 },
  result: { kind: 'longText', max: 200 },
  note: LONG_TEXT,
};
const Finish = ({ entry, onClose, onDone }: ActProps<DutyLineLine>) => (
  <ActForm
    op="dutyLines.finish"
    book={DUTY_LINES}
    entry={entry}
    about={`${entry.serialNo}  ${entry.matter ?? ''}`}
    onClose={onClose}
    onDone={onDone}
    fields={[
      { name: 'result', editor: { kind: 'longText', max: 200 }, required: true },
      { name: 'at', editor: TIME },
    ]}
  />
);
const DIALOGS = { finish: Finish };

/** One typed line with its log, its corrections and its story. */
export function DutyLineEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('dutyLines.entry', { id }, { keep: true });
  const fieldsOf = (line: DutyLineLine): EntryField[] => [
    { field: 'happenedAt' },
    {
      field: 'log',
      own: (
        <EntryLink register="dutyLogs" entryId={line.logId}>
          {line.logNo} {line.post}
        </EntryLink>
      ),
    },
    { field: 'kind' },
    { field: 'matter', wide: true, own: line.kind === 'switch' ? matterText(line, t) : undefined },
    { field: 'handling', ifAny: true, wide: true },
    { field: 'handler', ifAny: true },
    { field: 'result', ifAny: true, wide: true },
    ...['finishedAt', 'finishedByName', 'voidReason', 'voidedAt', 'voidedByName'].map((field) => ({
      field,
      ifAny: true,
    })),
    { field: 'note', ifAny: true, wide: true },
    { field: 'recordedAt' },
    { field: 'recorderName' },
  ];
  return (
    <EntryPage<DutyLineLine>
      book={DUTY_LINES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => matterText(line, t)}
      tone={dutyLineTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      correct={{ fields: () => DUTY_LINE_CORRECTABLE, editors: EDITORS }}
    />
  );
}
