import { useRef } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import { dutyShift, peopleText } from '../../../shared/registers/duty-logs.columns';
import { DUTY_LOG_CORRECTABLE, type DutySheet, type OnDuty } from '../../../shared/registers/duty-logs.row';
import type { PrintRequest } from '../../../shared/registers/prints';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT } from '../../book/editors';
import { focusFirst } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { DUTY_LOGS } from './books';
import { DutyTimeline } from './DutyTimeline';
import { MessageDialog } from './MessageDialog';
import { QuickLine } from './QuickLine';
import { dutyLogTone } from './tones';
import './duty-log.css';

type LogAct = ActProps<DutySheet>;
const WEATHER: Editor = { kind: 'text', max: 20 };
const base = ({ entry, onClose, onDone }: LogAct) => ({
  book: DUTY_LOGS,
  entry,
  about: `${entry.serialNo}  ${entry.post} ${entry.shiftOn}`,
  onClose,
  onDone,
});
const Weather = (props: LogAct) => (
  <ActForm
    op="dutyLogs.noteWeather"
    {...base(props)}
    fields={[{ name: 'weather', editor: WEATHER, required: true }]}
  />
);
const Sign = (props: LogAct) => (
  <ActForm
    op="dutyLogs.sign"
    {...base(props)}
    fields={[{ name: 'note', label: 'duty-log:field.dutyLogs.signNote', editor: LONG_TEXT }]}
  />
);
const Message = ({ entry, desk, onClose, onDone }: LogAct) => (
  <MessageDialog desk={desk} at={entry} onClose={onClose} onMade={onDone} />
);
const DIALOGS = { noteWeather: Weather, sign: Sign, leaveMessage: Message };
const EDITORS: Record<string, Editor> = { weather: WEATHER, note: LONG_TEXT };

const papersOf = ({ id, state, gate }: DutySheet): PrintRequest[] => {
  if (state === 'voided') return [];
  const log: PrintRequest = { form: 'F20', entryId: id };
  return gate ? [{ form: 'F20b', entryId: id }, log] : [log];
};

/** One log: its head, the strip, then what happened in the shift. */
export function DutyLogEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t, lang } = useWords();
  const strip = useRef<HTMLElement>(null);
  const asked = useOp('dutyLogs.entry', { id }, { keep: true });
  const join = useCommand('dutyLogs.join');
  const read = useCommand('dutyLogs.readMessage');
  const names = (people: readonly OnDuty[]): string =>
    people.map(({ name, at }) => `${name} ${dayTimeOf(at).slice(5)}`).join(t('duty-log:mark.names'));
  const fieldsOf = (line: DutySheet): EntryField[] => [
    { field: 'post' },
    {
      field: 'shift',
      own: `${line.shiftOn} ${t('duty-log:screen.shiftOf', {
        shift: dutyShift(line, lang),
        from: dayTimeOf(line.fromAt).slice(11),
        to: dayTimeOf(line.toAt).slice(11),
      })}`,
    },
    { field: 'weather' },
    {
      field: 'people',
      own:
        line.people.length > 0
          ? names(line.people)
          : line.planned.length > 0
            ? `${peopleText(line, t)} ${t('duty-log:screen.planned')}`
            : undefined,
    },
    { field: 'message', ifAny: true, wide: true },
    { field: 'messageByName', ifAny: true },
    { field: 'messageAt', ifAny: true },
    { field: 'reads', ifAny: true, own: names(line.reads) || undefined },
    {
      field: 'lacks',
      wide: true,
      own:
        line.lacks.length === 0
          ? t('duty-log:screen.complete')
          : t('duty-log:screen.lacking', {
              what: line.lacks.map((lack) => t(`duty-log:lack.${lack}`)).join(t('duty-log:mark.names')),
            }),
    },
    ...['signedAt', 'signedByName', 'signNote'].map((field) => ({ field, ifAny: true })),
    ...['voidReason', 'voidedAt', 'voidedByName'].map((field) => ({ field, ifAny: true })),
    { field: 'note', ifAny: true, wide: true },
  ];
  return (
    <EntryPage<DutySheet>
      book={DUTY_LOGS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => `${line.post} ${line.shiftOn} ${dutyShift(line, lang)}`}
      tone={dutyLogTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{
        join: async ({ id: log, version }) => (await join.run({ id: log, version }))?.ok ?? false,
        readMessage: async ({ id: log, version }) => (await read.run({ id: log, version }))?.ok ?? false,
        'dutyLines.write': async () => {
          focusFirst(strip);
          return false;
        },
      }}
      error={join.error ?? read.error}
      correct={{ fields: () => DUTY_LOG_CORRECTABLE, editors: EDITORS }}
      papers={{ permit: 'dutyLogs.print', of: papersOf }}
    >
      {(line) => (
        <>
          {line.state === 'open' && desk.may('dutyLogs.write') ? (
            <QuickLine desk={desk} post={line.post} place={strip} onBack={onBack} />
          ) : null}
          <DutyTimeline log={line} desk={desk} />
        </>
      )}
    </EntryPage>
  );
}
