import type { Column, ColumnKind, Wording } from '../columns';
import type { KeyLine } from './keys.row';

/** The columns of F05 钥匙台账, exactly as domain.md §3.2 words them: one list for screen, paper and export. */

type Row = KeyLine;

const NS = 'keys:';
/** A column headed by the words of its key; widths in mm on paper (262 in all) and px on screen. */
const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

/** What stands already in what was said before is not said again: a name often begins with its unit. */
export const placeText = (...parts: (string | null)[]): string =>
  parts
    .reduce<string>(
      (said, part) => (!part || said.includes(part) ? said : part.includes(said) ? part : `${said} ${part}`),
      '',
    )
    .trim();
const join = (...parts: (string | null | false)[]): string => parts.filter((part) => part).join(' ');

/** `A-12`: where the key hangs. */
export const hookText = (row: Pick<Row, 'cabinetCode' | 'hookNo'>): string =>
  `${row.cabinetCode}-${row.hookNo}`;

/** The state in words, with the pieces of a set that are out. */
export const stateText = (row: Row, { t }: Wording): string =>
  join(
    t(`${NS}state.keys.${row.state}`),
    row.piecesOut > 0 && row.piecesOut < row.pieces && t(`${NS}mark.partOut`, { out: row.piecesOut }),
  );

function remark(row: Row, { t }: Wording): string {
  if (row.state === 'voided') return t(`${NS}mark.voided`, { reason: row.voidReason ?? '' });
  if (row.state === 'retired')
    return join(t(`${NS}mark.retired`, { reason: row.retiredReason ?? '' }), row.note);
  return join(row.withoutMandate ? t(`${NS}mark.noMandate`) : row.mandateSerialNo, row.note);
}

export const KEY_COLUMNS: Column<Row>[] = [
  column('line', 'line', [9, 0], () => ''),
  column('keyNo', 'serial', [25, 112], (row) => row.keyNo, ['keyNo']),
  column(
    'identity',
    'longText',
    [44, 220],
    (row) => placeText(row.unitCode, row.label, row.door, row.allowedArea),
    ['label', 'door', 'allowedArea', 'unitId'],
  ),
  column('category', 'choice', [17, 82], (row, { t }) => t(`${NS}category.${row.category}`), ['category']),
  {
    ...column('pieces', 'count', [15, 66], (row) => String(row.pieces), ['pieces']),
    sum: (row) => (row.state === 'voided' || row.state === 'retired' ? 0 : row.pieces),
  },
  column('source', 'text', [24, 100], (row) => row.source, ['source']),
  column('sealed', 'choice', [12, 0], (row, { t }) =>
    t(`${NS}mark.${row.state === 'sealed' ? 'yes' : 'no'}`),
  ),
  column('sealBagNo', 'text', [21, 92], (row) => row.sealBagNo ?? ''),
  column('hook', 'text', [17, 74], hookText),
  column('receivedOn', 'day', [20, 96], (row) => row.receivedOn, ['receivedOn']),
  column('keeper', 'person', [17, 74], (row) => row.keeperName),
  column('state', 'choice', [15, 0], stateText),
  column('remark', 'longText', [26, 150], remark, ['note', 'mandateId']),
];
