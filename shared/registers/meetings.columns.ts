import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, timeOf } from '../dates';
import type { Attendance, MeetingLine } from './meetings.row';
import type { ResolutionLine } from './resolutions.row';

/** Columns of the meetings and of what they resolved (F96), for screen and export; the paper has a sheet for each meeting. */

const NS = 'meetings:';
type Words = Wording['t'];

const columnOf =
  <Row>(book: string) =>
  (
    key: string,
    kind: ColumnKind,
    [paperMm, screenPx]: readonly [number, number],
    cell: Column<Row>['cell'],
    fields: readonly string[] = [],
  ): Column<Row> => ({ key, kind, label: `${NS}column.${book}.${key}`, paperMm, screenPx, cell, fields });

/** Its own name, else that of its kind. */
export const meetingName = ({ title, kind }: Pick<MeetingLine, 'title' | 'kind'>, t: Words): string =>
  title ?? t(`${NS}kind.${kind}`);

/** Names of those who came in one way, who approved a leave behind the name. */
export const namesWho = (
  { attendance }: Pick<MeetingLine, 'attendance'>,
  how: Attendance,
  t: Words,
): string =>
  attendance
    .filter((one) => one.how === how)
    .map(({ name, leaveBy }) => (leaveBy ? t(`${NS}mark.leaveBy`, { name, by: leaveBy }) : name))
    .join(t(`${NS}mark.names`));

/** What came of a resolution: the result and its day, why it was dropped, or that it is late. */
export function outcomeText(row: ResolutionLine, t: Words): string {
  if (row.voidedAt !== null) return t(`${NS}mark.voided`, { reason: row.voidReason ?? '' });
  if (row.state === 'dropped') return t(`${NS}mark.dropped`, { reason: row.droppedReason ?? '' });
  if (row.state === 'done')
    return t(`${NS}mark.done`, { day: dayOf(row.doneAt ?? row.recordedAt), result: row.result ?? '' });
  return row.overdue ? t(`${NS}mark.overdue`) : '';
}

const meetings = columnOf<MeetingLine>('meetings');
export const MEETING_COLUMNS: Column<MeetingLine>[] = [
  meetings('line', 'line', [8, 0], () => ''),
  meetings('serialNo', 'serial', [28, 140], (row) => row.serialNo),
  meetings('heldAt', 'dayTime', [28, 140], (row) => `${dayOf(row.heldAt)} ${timeOf(row.heldAt)}`),
  meetings('name', 'text', [40, 160], (row, { t }) => meetingName(row, t), ['title']),
  meetings('place', 'place', [24, 110], (row) => row.place, ['place']),
  meetings('chair', 'person', [20, 84], (row) => row.chairName),
  meetings('minutesBy', 'person', [20, 84], (row) => row.minutesByName),
  meetings('present', 'count', [14, 64], (row) => String(row.present)),
  meetings('missing', 'text', [40, 190], (row, { t }) =>
    (['late', 'leave', 'absent'] as const)
      .map((how) => [t(`${NS}attendance.${how}`), namesWho(row, how, t)])
      .filter(([, names]) => names)
      .map((parts) => parts.join(' '))
      .join(t(`${NS}mark.comma`)),
  ),
  meetings('resolutions', 'text', [20, 90], (row, { t }) =>
    row.resolutions === 0 ? '' : t(`${NS}mark.resolved`, { all: row.resolutions, open: row.open }),
  ),
  meetings('issued', 'person', [20, 130], (row) =>
    row.voidedAt !== null
      ? ''
      : row.issuedByName && row.issuedAt
        ? `${row.issuedByName} ${dayOf(row.issuedAt)}`
        : '',
  ),
];

const resolutions = columnOf<ResolutionLine>('resolutions');
export const RESOLUTION_COLUMNS: Column<ResolutionLine>[] = [
  resolutions('line', 'line', [8, 0], () => ''),
  resolutions('serialNo', 'serial', [28, 140], (row) => row.serialNo),
  resolutions('matter', 'longText', [80, 340], (row) => row.matter ?? '', ['matter']),
  resolutions('owner', 'person', [24, 96], (row) => row.ownerName),
  resolutions('dueOn', 'day', [24, 108], (row) => row.dueOn, ['dueOn']),
  resolutions('outcome', 'longText', [60, 260], (row, { t }) => outcomeText(row, t)),
  resolutions('meeting', 'serial', [38, 140], (row) => row.meetingNo),
];
