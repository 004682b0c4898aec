import type { Column, ColumnKind } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import {
  conditionText,
  join,
  keyText,
  NS,
  papersOf,
  purposeText,
  remark,
  slipNos,
  verification,
} from './key-loans.cells';
import type { KeyLoanLine } from './key-loans.row';

/**
 * The columns of F09 钥匙领用登记表 and F12 催还单, exactly as domain.md §3.2 words them. One list feeds screen, paper and
 * export; phones are masked before they come here.
 */

type Row = KeyLoanLine;
const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
  label = key,
): Column<Row> => ({ key, kind, label: `${NS}column.${label}`, paperMm, screenPx, cell, fields });

const line = column('line', 'line', [7, 0], () => '');
const serialNo = column('serialNo', 'serial', [0, 150], (row) => row.serialNo);
const on = column('issuedOn', 'day', [17, 92], (row) => dayOf(row.issuedAt), ['issuedAt']);
const time = (instant: string | null): string => (instant ? timeOf(instant) : '');
/** The time alone on the day of issue, the whole of it on any other. */
const since = (row: Row, instant: string | null): string =>
  instant === null ? '' : dayOf(instant) === dayOf(row.issuedAt) ? timeOf(instant) : dayTimeOf(instant);

/** F09: 18 columns, 262 mm between the margins of A4 landscape. */
export const KEY_LOAN_COLUMNS: Column<Row>[] = [
  line,
  on,
  column('issuedTime', 'time', [10, 60], (row) => time(row.issuedAt), ['issuedAt']),
  column('key', 'text', [20, 130], keyText),
  column('pieces', 'count', [7, 44], (row) => String(row.pieces)),
  column('borrower', 'signature', [14, 92], (row) => row.borrowerName ?? '', ['borrowerName']),
  column('org', 'text', [14, 92], (row) => row.borrowerOrg ?? '', ['borrowerOrg']),
  column('papers', 'text', [20, 110], papersOf, ['borrowerDocument', 'staffNo', 'borrowerPhone']),
  column('purpose', 'text', [16, 110], purposeText, ['purpose']),
  column('verified', 'longText', [18, 120], verification),
  column('slips', 'text', [18, 100], slipNos, ['repairSlipNo', 'permitNo']),
  column('issuer', 'person', [11, 70], (row) => row.issuerName),
  column('due', 'time', [16, 74], (row) => since(row, row.dueAt)),
  column('returnedAt', 'time', [16, 74], (row) => since(row, row.returnedAt)),
  column('returner', 'signature', [14, 92], (row) => row.returnedByName ?? '', ['returnedByName']),
  column('condition', 'choice', [9, 56], conditionText),
  column('receiver', 'person', [11, 70], (row) => row.receiverName ?? ''),
  column('remark', 'longText', [24, 170], remark, ['note']),
];

/** The log on screen: its number and state first, then the book's own columns. */
export const KEY_LOAN_SCREEN: Column<Row>[] = [serialNo, ...KEY_LOAN_COLUMNS];

const last = (row: Row) => row.chases.at(-1);

/** F12 未归还钥匙催还单(明细): the last call of every overdue key. */
export const KEY_OVERDUE_COLUMNS: Column<Row>[] = [
  { ...line, paperMm: 10 },
  column('keyNo', 'text', [24, 110], (row) => row.keyNo),
  column('borrowerName', 'person', [22, 90], (row) => row.borrowerName ?? '', ['borrowerName']),
  column('org', 'text', [26, 110], (row) => row.borrowerOrg ?? '', ['borrowerOrg'], 'orgShort'),
  column('phone', 'text', [26, 110], (row) => row.borrowerPhone ?? '', ['borrowerPhone']),
  column('issuedOn', 'day', [22, 92], (row) => dayOf(row.issuedAt), ['issuedAt'], 'issuedOnLong'),
  column('overdueDays', 'count', [14, 60], (row) => String(row.overdueDays)),
  column('contact', 'person', [26, 110], (row, { t }) =>
    last(row) ? join(t(`${NS}value.keyChases.contact.${last(row)!.contact}`), last(row)!.contactName) : '',
  ),
  column('contacted', 'text', [24, 110], (row, { t }) =>
    last(row) ? join(dayTimeOf(last(row)!.at), t(`${NS}value.keyChases.how.${last(row)!.how}`)) : '',
  ),
  column('answer', 'longText', [28, 150], (row) => last(row)?.said ?? ''),
  column('promised', 'time', [20, 90], (row) =>
    last(row)?.promisedAt ? dayTimeOf(last(row)!.promisedAt!) : '',
  ),
  column('handler', 'person', [20, 80], (row) => last(row)?.recorderName ?? ''),
];
