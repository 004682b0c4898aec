import type { Column, ColumnKind, Wording } from '../columns';
import { timeOf } from '../dates';
import { MOVE_POSTS, type MoveNoticeLine } from './move-notices.row';

/** 搬家登记表 (S20): one list for screen, paper and export. */

type Row = MoveNoticeLine;
const NS = 'custody:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.moveNotices.${key}`, paperMm, screenPx, cell, fields });

const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' ');
const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));

/** 通知: who of each post was told, when; a post that is still to be told is named. */
export function toldText(row: Row, { t }: Wording): string {
  const said = MOVE_POSTS.map((post) => {
    const [name, at] = [row[`${post}Name`], row[`${post}ToldAt`]];
    if (at) return join(t(`${NS}post.${post}`), name, timeOf(at));
    return row.untold.includes(post) && t(`${NS}mark.untold`, { post: t(`${NS}post.${post}`) });
  });
  return listed(t, ...said);
}

function remarks(row: Row, { t }: Wording): string {
  return listed(
    t,
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.cancelReason && t(`${NS}mark.cancelled`, { reason: row.cancelReason }),
    row.releaseNo,
    row.note,
  );
}

/** 262 mm in all. */
export const MOVE_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [27, 128], (row) => row.serialNo),
  column('moveOn', 'text', [29, 190], (row) => join(row.moveOn, `${row.fromTime}–${row.toTime}`)),
  column('unit', 'text', [22, 100], (row) => row.unitCode),
  column('direction', 'choice', [14, 90], (row, { t }) => t(`${NS}direction.${row.direction}`)),
  column('contact', 'person', [28, 130], (row) => join(row.contactName, row.contactPhone), ['contactName']),
  column('lift', 'text', [18, 90], (row) => row.lift ?? ''),
  column('mover', 'text', [32, 130], (row) => join(row.moverCompany, row.plate), ['moverCompany', 'plate']),
  column('told', 'longText', [48, 260], toldText),
  column('remarks', 'longText', [36, 200], remarks, ['note']),
];
