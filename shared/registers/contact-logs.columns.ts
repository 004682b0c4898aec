import type { Column, ColumnKind, Wording } from '../columns';
import { dayTimeOf } from '../dates';
import type { ContactLogLine } from './contact-logs.row';

/** F18 来电来访(来信)登记表, columns as domain.md §3.3; one list for screen, paper and export. */

type Row = ContactLogLine;
const NS = 'contacts:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

const at = (instant: string | null): string => (instant ? dayTimeOf(instant) : '');
const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.semicolon`));

/** 处理部门/承办人: to whom it was passed, and for when the caller was promised an answer. */
const passed = (row: Row, { t }: Wording): string =>
  listed(t, row.passedTo, row.promisedAt && t(`${NS}mark.promised`, { at: dayTimeOf(row.promisedAt) }));

const remark = (row: Row, { t }: Wording): string =>
  listed(
    t,
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.serious === 1 && t(`${NS}mark.serious`, { to: row.reportedTo ?? '' }),
    row.atGate === 1 && t(`${NS}mark.atGate`),
    row.rating && t(`${NS}rating.${row.rating}`),
    row.linkedRegister &&
      t(`${NS}mark.linked`, { no: row.linkedNo ?? t(`${NS}target.${row.linkedRegister}`) }),
    row.note,
  );

const replied = (row: Row, { t }: Wording): string =>
  row.replied === null ? '' : t(`${NS}replied.${row.replied === 1 ? 'yes' : 'no'}`);

/** 262 mm in all. */
export const CONTACT_LOG_COLUMNS: Column<Row>[] = [
  column('line', 'line', [7, 0], () => ''),
  column('serialNo', 'serial', [22, 128], (row) => row.serialNo),
  column('happenedAt', 'dayTime', [17, 122], (row) => dayTimeOf(row.happenedAt), ['happenedAt']),
  column('channel', 'choice', [11, 64], (row, { t }) => t(`${NS}channel.${row.channel}`), ['channel']),
  column('caller', 'person', [16, 76], (row) => row.callerName ?? '', ['callerName']),
  column('place', 'place', [18, 92], (row) => row.unitCode ?? row.callerPlace ?? '', [
    'unitId',
    'callerPlace',
  ]),
  column('phone', 'text', [18, 106], (row) => row.callerPhone ?? '', ['callerPhone']),
  column('content', 'longText', [35, 220], (row) => row.content ?? '', ['content']),
  column('kind', 'choice', [17, 92], (row, { t }) => t(`${NS}kind.${row.kind}`), ['kind']),
  column('recorder', 'person', [14, 70], (row) => row.recorderName),
  column('passedTo', 'text', [19, 130], passed, ['passedTo']),
  column('result', 'longText', [27, 180], (row) => row.result ?? '', ['result']),
  column('closedAt', 'dayTime', [17, 122], (row) => at(row.closedAt)),
  column('replied', 'choice', [9, 48], replied),
  column('remark', 'longText', [15, 170], remark, ['note']),
];
