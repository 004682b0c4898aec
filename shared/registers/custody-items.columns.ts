import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf } from '../dates';
import type { CustodyItemLine } from './custody-items.row';

/** F24 物品托管(寄存)登记表, columns as domain.md §3.5; one list for screen, paper and export. */

type Row = CustodyItemLine;
const NS = 'custody:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.custodyItems.${key}`, paperMm, screenPx, cell, fields });

const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));
const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' ');

/** 备注: what else the line has to say, in the words of the desk. */
export function custodyRemarks(row: Row, { t }: Wording): string {
  return listed(
    t,
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.valueNote && t(`${NS}mark.value`, { value: row.valueNote }),
    row.takenQuantity > 0 &&
      row.takenQuantity < row.quantity &&
      t(`${NS}mark.taken`, { n: row.takenQuantity }),
    row.noticedAt && t(`${NS}mark.noticed`, { on: dayOf(row.noticedAt) }),
    row.decision && t(`${NS}mark.decision`, { what: t(`${NS}decision.${row.decision}`) }),
    row.note,
  );
}

/** 262 mm in all; signature cells have no width on screen. */
export const CUSTODY_COLUMNS: Column<Row>[] = [
  column('line', 'line', [7, 0], () => ''),
  column('serialNo', 'serial', [21, 128], (row) => row.serialNo),
  column('keptOn', 'dayTime', [17, 136], (row) => dayTimeOf(row.keptAt), ['keptAt']),
  column('depositor', 'person', [15, 90], (row) => row.depositorName ?? '', ['depositorName']),
  column('unit', 'text', [16, 96], (row) => row.unitCode ?? ''),
  column('phone', 'text', [18, 104], (row) => row.depositorPhone ?? ''),
  column('item', 'text', [20, 150], (row) => row.itemName, ['itemName']),
  column('quantity', 'count', [8, 56], (row) => String(row.quantity), ['quantity']),
  column('features', 'longText', [18, 130], (row) => row.features ?? '', ['features']),
  column(
    'collector',
    'person',
    [17, 120],
    (row, { t }) => join(row.collectorNames ?? row.depositorName, t(`${NS}mark.due`, { on: row.dueOn })),
    ['collectorNames', 'dueOn'],
  ),
  column('place', 'place', [17, 120], (row) => join(row.storagePlace, row.tagNo), ['storagePlace', 'tagNo']),
  column('signatureIn', 'signature', [14, 0], () => ''),
  column('keeper', 'person', [12, 0], (row) => row.recorderName),
  column(
    'takenOn',
    'dayTime',
    [18, 136],
    (row) => (row.takenAt ? join(dayTimeOf(row.takenAt), row.handedByName) : ''),
    [],
  ),
  column('signatureOut', 'signature', [14, 0], (row) => row.takerName ?? ''),
  column(
    'document',
    'text',
    [11, 96],
    (row, { t }) =>
      join(row.takerDocumentKind && t(`${NS}document.${row.takerDocumentKind}`), row.takerDocument),
    [],
  ),
  column('remarks', 'longText', [19, 220], custodyRemarks, ['valueNote', 'note']),
];
