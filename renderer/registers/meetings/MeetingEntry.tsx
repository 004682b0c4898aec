import { useRef } from 'react';
import { meetingName } from '../../../shared/registers/meetings.columns';
import {
  ATTENDANCE,
  MEETING_CORRECTABLE,
  MEETING_SECTIONS,
  type MeetingLine,
} from '../../../shared/registers/meetings.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT } from '../../book/editors';
import { focusFirst } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { AttendanceList } from './AttendanceList';
import { MEETINGS } from './books';
import { Minutes } from './Minutes';
import { Resolved } from './Resolved';
import { meetingTone } from './tones';
import './meetings.css';

const SECTION: Editor = { kind: 'longText', max: 1000 };
const EDITORS: Record<string, Editor> = {
  title: { kind: 'text', max: 60 },
  place: { kind: 'text', max: 60 },
  note: LONG_TEXT,
  ...Object.fromEntries(MEETING_SECTIONS.map((name) => [name, SECTION])),
};
const HOW: Editor = { kind: 'choice', group: 'meetings:attendance', codes: ATTENDANCE };

/** 到会情况: everybody counts as present; here stands who was not. */
function Attend({ entry, onClose, onDone }: ActProps<MeetingLine>) {
  const { t } = useWords();
  return (
    <ActForm
      op="meetings.attend"
      book={MEETINGS}
      entry={entry}
      about={`${entry.serialNo}  ${meetingName(entry, t)}`}
      fields={[
        {
          name: 'staffId',
          editor: {
            kind: 'list',
            choices: entry.attendance.map(({ id, name }) => ({ value: id, label: name })),
          },
          required: true,
        },
        { name: 'how', editor: HOW, required: true, first: 'late' },
        { name: 'leaveBy', editor: { kind: 'text', max: 40 } },
      ]}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
const DIALOGS = { attend: Attend };

const fieldsOf = (line: MeetingLine): EntryField[] => [
  { field: 'kind' },
  { field: 'title', ifAny: true },
  ...['heldAt', 'place', 'chairName', 'minutesByName'].map((field) => ({ field })),
  ...['issuedAt', 'issuedByName', 'voidReason', 'voidedAt', 'voidedByName'].map((field) => ({
    field,
    ifAny: true,
  })),
  { field: 'note', ifAny: true, wide: true },
  ...(line.late ? [{ field: 'recordedAt' }] : []),
];

/** One meeting: who was there, what was said, what was resolved; written until the chair issues it. */
export function MeetingEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const strip = useRef<HTMLElement>(null);
  const minutes = useRef<HTMLElement>(null);
  const asked = useOp('meetings.entry', { id }, { keep: true });
  const issue = useCommand('meetings.issue');
  return (
    <EntryPage<MeetingLine>
      book={MEETINGS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => meetingName(line, t)}
      tone={meetingTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{
        issue: async ({ id: meeting, version }) => (await issue.run({ id: meeting, version }))?.ok ?? false,
        write: async () => {
          focusFirst(minutes);
          return false;
        },
        'resolutions.register': async () => {
          focusFirst(strip);
          return false;
        },
      }}
      error={issue.error}
      correct={{ fields: () => MEETING_CORRECTABLE, editors: EDITORS }}
      papers={{
        permit: 'meetings.print',
        of: (line) => (line.state === 'voided' ? [] : [{ form: 'F96', entryId: line.id }]),
      }}
    >
      {(line, { markSaved }) => (
        <>
          <AttendanceList meeting={line} />
          <Minutes
            meeting={line}
            desk={desk}
            place={minutes}
            writes={line.state === 'open' && desk.may('meetings.write')}
            onSaved={markSaved}
          />
          <Resolved meeting={line} resolved={asked.data?.resolved ?? []} desk={desk} strip={strip} />
        </>
      )}
    </EntryPage>
  );
}
