import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf } from '../dates';
import { yuan } from '../money';
import type { ToolLoanLine } from './tool-loans.row';

/** F25 便民工具借用登记表, columns as domain.md §3.5; one list for screen, paper and export. */

type Row = ToolLoanLine;
const NS = 'custody:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.toolLoans.${key}`, paperMm, screenPx, cell, fields });

const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));

/** 归还状况. */
const conditionIn = (row: Row, { t }: Wording): string => {
  if (row.state === 'lost') return t(`${NS}mark.lost`, { on: row.lostAt ? dayOf(row.lostAt) : '' });
  if (row.damageNote) return row.damageNote;
  return row.returnedAt ? t(`${NS}condition.good`) : '';
};

/** 备注: what became of deposit and damage. */
export function loanRemarks(row: Row, { t }: Wording): string {
  return listed(
    t,
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.depositBackCents !== null &&
      row.depositCents > 0 &&
      t(`${NS}mark.back`, { yuan: yuan(row.depositBackCents) }),
    row.depositReason,
    row.outcome && t(`${NS}outcome.${row.outcome}`),
    (row.outcomeCents ?? 0) > 0 && yuan(row.outcomeCents ?? 0),
    row.note,
  );
}

/** 262 mm in all; signature cells have no width on screen. */
export const TOOL_LOAN_COLUMNS: Column<Row>[] = [
  column('line', 'line', [7, 0], () => ''),
  column('serialNo', 'serial', [21, 128], (row) => row.serialNo),
  column('toolNo', 'text', [14, 84], (row) => row.toolNo),
  column('name', 'text', [17, 110], (row) => row.toolName),
  column('quantity', 'count', [7, 0], () => '1'),
  column('borrower', 'person', [15, 90], (row) => row.borrowerName ?? '', ['borrowerName']),
  column('unit', 'text', [17, 100], (row, { t }) => row.unitCode ?? t(`${NS}borrower.${row.borrowerClass}`)),
  column('phone', 'text', [17, 104], (row) => row.borrowerPhone ?? ''),
  column('deposit', 'money', [15, 90], (row) => (row.depositCents > 0 ? yuan(row.depositCents) : ''), [
    'depositCents',
  ]),
  column('issuedAt', 'dayTime', [17, 136], (row) => dayTimeOf(row.issuedAt), ['issuedAt']),
  column('conditionOut', 'text', [14, 84], (row) => row.conditionOut, ['conditionOut']),
  column('signatureOut', 'signature', [14, 0], () => ''),
  column('dueAt', 'dayTime', [17, 136], (row) => dayTimeOf(row.dueAt), ['dueAt']),
  column('returnedAt', 'dayTime', [17, 136], (row) => (row.returnedAt ? dayTimeOf(row.returnedAt) : '')),
  column('conditionIn', 'text', [14, 110], conditionIn),
  column('signatureIn', 'signature', [13, 0], (row) => row.returnerName ?? ''),
  column('clerk', 'person', [12, 0], (row) => row.receiverName ?? row.recorderName),
  column('remarks', 'longText', [14, 200], loanRemarks, ['note', 'depositReceiptNo']),
];
