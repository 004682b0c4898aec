import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, timeOf } from '../dates';
import type { DutyLineLine } from './duty-lines.row';
import type { DutyLogLine, DutyMeeting } from './duty-logs.row';

/** Columns of the duty logs and of their lines (F20), for screen and export; the paper has the handbook's five. */

const NS = 'duty-log:';
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

const listed = (t: Words, ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));

/** The shift's name in the reader's language. */
export const dutyShift = (line: Pick<DutyLogLine, 'shiftZh' | 'shiftEn'>, lang: Wording['lang']): string =>
  lang === 'en' ? line.shiftEn : line.shiftZh;

/** 值班人: who signed on; before anybody did, who is planned. */
export const peopleText = ({ people, planned }: Pick<DutyLogLine, 'people' | 'planned'>, t: Words): string =>
  (people.length > 0 ? people : planned).map(({ name }) => name).join(t(`${NS}mark.names`));

/** `大堂灯 开`: what was switched, and how; of other lines what happened. */
export const matterText = (line: Pick<DutyLineLine, 'kind' | 'matter' | 'turnedOn'>, t: Words): string =>
  [
    line.matter ?? t(`${NS}mark.erased`),
    line.kind === 'switch' && t(`${NS}switch.${line.turnedOn === 1 ? 'on' : 'off'}`),
  ]
    .filter(Boolean)
    .join(' ');

/** `晨会 08:30 HY202611-0001: …`, what was resolved below. */
export const minutesText = (meeting: DutyMeeting, t: Words): string =>
  [
    [
      meeting.title ?? t(`meetings:kind.${meeting.kind}`),
      timeOf(meeting.heldAt),
      meeting.serialNo,
      meeting.said,
    ]
      .filter(Boolean)
      .join(' '),
    ...meeting.resolved.map(({ matter, ownerName, dueOn }) => `· ${matter} ${ownerName} ${dueOn}`),
  ].join('\n');

/** What came of it; what is still wanted of a line that is open. */
export const resultText = (line: Pick<DutyLineLine, 'state' | 'result'>, t: Words): string =>
  line.result ?? (line.state === 'open' ? t(`${NS}mark.open`) : '');

const logs = columnOf<DutyLogLine>('dutyLogs');
/** 262 mm in all. */
export const DUTY_LOG_COLUMNS: Column<DutyLogLine>[] = [
  logs('line', 'line', [8, 0], () => ''),
  logs('serialNo', 'serial', [28, 140], (row) => row.serialNo),
  logs('shiftOn', 'day', [22, 108], (row) => row.shiftOn),
  logs('shift', 'text', [16, 76], (row, { lang }) => dutyShift(row, lang)),
  logs('post', 'text', [26, 110], (row) => row.post),
  logs('weather', 'text', [16, 76], (row) => row.weather ?? '', ['weather']),
  logs('people', 'person', [40, 170], (row, { t }) => peopleText(row, t)),
  logs('lines', 'count', [14, 64], (row) => String(row.lines)),
  logs('open', 'count', [14, 64], (row) => (row.open > 0 ? String(row.open) : '')),
  logs('lacks', 'text', [40, 190], (row, { t }) =>
    row.state === 'voided'
      ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' })
      : row.lacks.length === 0
        ? t(`${NS}mark.complete`)
        : row.lacks.map((lack) => t(`${NS}lack.${lack}`)).join(t(`${NS}mark.names`)),
  ),
  logs('signed', 'person', [24, 140], (row) =>
    row.signedByName && row.signedAt ? `${row.signedByName} ${dayOf(row.signedAt)}` : '',
  ),
  logs('note', 'longText', [14, 160], (row) => row.note ?? '', ['note']),
];

const lines = columnOf<DutyLineLine>('dutyLines');
export const DUTY_LINE_COLUMNS: Column<DutyLineLine>[] = [
  lines('line', 'line', [8, 0], () => ''),
  lines('serialNo', 'serial', [28, 140], (row) => row.serialNo),
  lines('happenedAt', 'dayTime', [28, 140], (row) => `${dayOf(row.happenedAt)} ${timeOf(row.happenedAt)}`, [
    'happenedAt',
  ]),
  lines('post', 'text', [24, 96], (row) => row.post),
  lines('kind', 'choice', [18, 88], (row, { t }) => t(`${NS}kind.${row.kind}`)),
  lines('matter', 'longText', [52, 240], (row, { t }) => matterText(row, t), ['matter']),
  lines('handling', 'longText', [42, 200], (row, { t }) => listed(t, row.handling, row.handler), [
    'handling',
    'handler',
  ]),
  lines(
    'result',
    'longText',
    [36, 170],
    (row, { t }) =>
      listed(
        t,
        row.voidedAt !== null && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
        resultText(row, t),
        row.note,
      ),
    ['result', 'note'],
  ),
  lines('recorder', 'person', [26, 96], (row) => row.recorderName),
];
