import type { Column } from '../columns';
import { dayTimeOf } from '../dates';
import { maskPhone } from '../text';
import type { LostReportLine } from './lost-reports';

const NS = 'found-items:';
const label = (key: string): string => `${NS}column.${key}`;

/** S02 失物与寻人登记: the list on screen and in exports. Its paper is F04, through the item that was claimed. */
export const LOST_REPORT_COLUMNS: Column<LostReportLine>[] = [
  { key: 'line', kind: 'line', label: label('line'), paperMm: 8, screenPx: 0, cell: () => '', fields: [] },
  {
    key: 'serialNo',
    kind: 'serial',
    label: label('serialNo'),
    paperMm: 23,
    screenPx: 124,
    cell: (row) => row.serialNo,
    fields: [],
  },
  {
    key: 'reportedAt',
    kind: 'dayTime',
    label: label('reportedAt'),
    paperMm: 26,
    screenPx: 96,
    cell: (row) => dayTimeOf(row.recordedAt),
    fields: [],
  },
  {
    key: 'reporter',
    kind: 'person',
    label: label('reporter'),
    paperMm: 18,
    screenPx: 84,
    cell: (row) => row.reporterName ?? '',
    fields: ['reporterName'],
  },
  {
    key: 'phone',
    kind: 'text',
    label: label('phone'),
    paperMm: 20,
    screenPx: 110,
    cell: (row) => (row.reporterPhone ? maskPhone(row.reporterPhone) : ''),
    fields: ['reporterPhone'],
  },
  {
    key: 'unit',
    kind: 'text',
    label: label('unit'),
    paperMm: 18,
    screenPx: 90,
    cell: (row) => row.reporterUnit ?? '',
    fields: ['reporterUnit'],
  },
  {
    key: 'name',
    kind: 'text',
    label: label('lostName'),
    paperMm: 22,
    screenPx: 106,
    cell: (row) => row.name,
    fields: ['name'],
  },
  {
    key: 'features',
    kind: 'longText',
    label: label('lostFeatures'),
    paperMm: 26,
    screenPx: 130,
    cell: (row) => row.features ?? '',
    fields: ['features'],
  },
  {
    key: 'lostPlace',
    kind: 'place',
    label: label('lostPlace'),
    paperMm: 20,
    screenPx: 124,
    cell: (row) => row.lostPlace,
    fields: ['lostPlace'],
  },
  {
    key: 'lostSpan',
    kind: 'text',
    label: label('lostSpan'),
    paperMm: 26,
    screenPx: 142,
    cell: (row) =>
      row.lostFrom === row.lostTo
        ? dayTimeOf(row.lostFrom)
        : `${dayTimeOf(row.lostFrom)} – ${dayTimeOf(row.lostTo)}`,
    fields: ['lostFrom', 'lostTo'],
  },
  {
    key: 'broadcastNo',
    kind: 'text',
    label: label('broadcastNo'),
    paperMm: 14,
    screenPx: 90,
    cell: (row) => row.broadcastNo ?? '',
    fields: [],
  },
  {
    key: 'foundSerialNo',
    kind: 'serial',
    label: label('foundSerialNo'),
    paperMm: 23,
    screenPx: 122,
    cell: (row) => row.foundSerialNo ?? '',
    fields: [],
  },
  {
    key: 'result',
    kind: 'longText',
    label: label('result'),
    paperMm: 18,
    screenPx: 100,
    cell: (row, { t }) =>
      [
        row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : null,
        row.result,
        row.note,
      ]
        .filter((part) => part)
        .join(' '),
    fields: ['note'],
  },
];
