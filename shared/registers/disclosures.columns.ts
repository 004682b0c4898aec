import type { Column, ColumnKind, Wording } from '../columns';
import { dayTimeOf } from '../dates';
import type { DisclosureLine } from './disclosures.row';

/** The list of S12: who asked, how they were known, what about whom, who permitted it, what was given. 262 mm. */

type Row = DisclosureLine;
const NS = 'visits:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

const join = (...parts: (string | null | undefined)[]): string => parts.filter((part) => part).join(' ');

/** What came of it: the words given, or why not. */
function answer(row: Row, { t }: Wording): string {
  return join(
    row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : null,
    row.given,
    row.refusedReason ? t(`${NS}mark.notTold`, { reason: row.refusedReason }) : null,
    row.late ? t(`${NS}mark.late`, { at: dayTimeOf(row.recordedAt) }) : null,
    row.note,
  );
}

export const DISCLOSURE_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [23, 138], (row) => row.serialNo),
  column('askedAt', 'dayTime', [22, 128], (row) => dayTimeOf(row.askedAt)),
  column('asker', 'text', [28, 120], (row) => join(row.askerName, row.askerCompany), [
    'askerName',
    'askerCompany',
  ]),
  column('identity', 'choice', [20, 92], (row, { t }) => t(`${NS}identityHow.${row.identityHow}`)),
  column('subject', 'text', [24, 110], (row) => join(row.unitCode, row.subjectName), [
    'unitId',
    'subjectName',
  ]),
  column('asked', 'longText', [33, 160], (row) => row.asked, ['asked']),
  column('purposeOf', 'longText', [30, 140], (row) => row.purpose, ['purpose']),
  column('approver', 'person', [24, 120], (row) =>
    join(row.approverName, row.approvedAt ? dayTimeOf(row.approvedAt) : null),
  ),
  column('answer', 'longText', [34, 170], answer, ['note']),
  column('clerk', 'person', [16, 80], (row) => row.givenByName ?? row.refusedByName ?? row.recorderName),
];
