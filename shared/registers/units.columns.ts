import type { Column, Wording } from '../columns';
import { yuan } from '../money';
import type { UnitLine } from './units';
import { METER_KINDS, type ParkingSpace } from './units.row';

const label = (key: string): string => `units:column.${key}`;

/** 1/100 m² as `89.50`; empty when unknown. */
export const m2 = (hundredths: number | null): string =>
  hundredths === null ? '' : (hundredths / 100).toFixed(2);

/** Meter numbers as people read them: `电 E-001 · 水 W-2`. */
export function metersText(json: string | null, { t }: Wording): string {
  if (json === null) return '';
  const meters = JSON.parse(json) as Partial<Record<string, string>>;
  return METER_KINDS.filter((kind) => meters[kind])
    .map((kind) => `${t(`units:meter.${kind}`)} ${meters[kind]}`)
    .join(' · ');
}

const text = (
  key: string,
  paperMm: number,
  screenPx: number,
  cell: Column<UnitLine>['cell'],
  fields: readonly string[] = [key],
  kind: Column<UnitLine>['kind'] = 'text',
): Column<UnitLine> => ({ key, kind, label: label(key), paperMm, screenPx, cell, fields });

/** S33 房产台账: the list on screen and in exports, in the words and order of F41. */
export const UNIT_COLUMNS: Column<UnitLine>[] = [
  { key: 'line', kind: 'line', label: label('line'), paperMm: 8, screenPx: 0, cell: () => '', fields: [] },
  text('code', 22, 132, (row) => row.code, ['code']),
  text('building', 20, 96, (row) => [row.building, row.entrance].filter((part) => part).join('-'), [
    'building',
    'entrance',
  ]),
  text('doorName', 24, 110, (row) => row.name ?? '', ['name']),
  text('use', 12, 88, (row, { t }) => t(`units:use.${row.use}`), ['use'], 'choice'),
  text('structure', 14, 88, (row) => row.structure ?? '', ['structure']),
  text('layout', 16, 80, (row) => row.layout ?? '', ['layout']),
  text('builtArea', 16, 84, (row) => m2(row.builtAreaHundredthsM2), ['builtAreaHundredthsM2'], 'count'),
  text('usableArea', 16, 84, (row) => m2(row.usableAreaHundredthsM2), ['usableAreaHundredthsM2'], 'count'),
  text('orientation', 10, 92, (row) => row.orientation ?? '', ['orientation']),
  text('owner', 22, 110, (row) => row.owners ?? '', [], 'person'),
  text('occupants', 22, 116, (row) => row.occupants ?? '', [], 'person'),
  text('lease', 26, 150, (row) => row.lease ?? '', []),
  text('state', 14, 100, (row, { t }) => stateText(row, t), [], 'choice'),
  text('handedOverOn', 18, 88, (row) => row.handedOverOn ?? '', ['handedOverOn']),
  text('steward', 14, 76, (row) => row.keeperName ?? '', [], 'person'),
  text('meters', 24, 140, (row, words) => metersText(row.meters, words), ['meters']),
  text('missing', 14, 76, (row) => (row.missing.length > 0 ? String(row.missing.length) : ''), [], 'count'),
  text('remark', 20, 140, (row) => row.note ?? '', ['note'], 'longText'),
  text('serialNo', 24, 124, (row) => row.serialNo, [], 'serial'),
];

/** Where the unit stands: its occupancy while it is on the books, else that it is not. */
export const stateText = (row: Pick<UnitLine, 'state' | 'occupancyState'>, t: Wording['t']): string =>
  row.state === 'active'
    ? t(`units:occupancyState.${row.occupancyState}`)
    : t(`units:state.units.${row.state}`);

/** A line of the parking ledger. */
export interface SpaceLine extends ParkingSpace {
  unitCode: string | null;
  partyName: string | null;
  plates: string[];
  /** Makes and models of the cars, in the order of the plates. */
  models: string[];
}

const space = (
  key: string,
  paperMm: number,
  screenPx: number,
  cell: Column<SpaceLine>['cell'],
  kind: Column<SpaceLine>['kind'] = 'text',
): Column<SpaceLine> => ({ key, kind, label: label(key), paperMm, screenPx, cell, fields: [] });

/** F48 车位台账: 车位, 车主, 车牌, 车型, 房号, 起止, 费用. */
export const SPACE_COLUMNS: Column<SpaceLine>[] = [
  { key: 'line', kind: 'line', label: label('line'), paperMm: 10, screenPx: 0, cell: () => '', fields: [] },
  space('space', 26, 110, (row) => [row.no, row.place].filter((part) => part).join(' ')),
  space('kind', 22, 96, (row, { t }) => t(`units:space.${row.kind}`), 'choice'),
  space('carOwner', 32, 120, (row) => row.partyName ?? '', 'person'),
  space('plate', 36, 140, (row) => row.plates.join(' ')),
  space('model', 32, 120, (row) => row.models.filter((part) => part !== '').join(' ')),
  space('unitCode', 28, 110, (row) => row.unitCode ?? ''),
  space('span', 44, 170, (row, { t }) => spanText(row, t)),
  space('fee', 32, 100, (row) => (row.monthlyFeeCents === null ? '' : yuan(row.monthlyFeeCents)), 'money'),
];

function spanText(row: SpaceLine, t: Wording['t']): string {
  if (row.state !== 'assigned') return t(`units:space.${row.state}`);
  return termText(row.fromOn, row.untilOn, t);
}

/** `2025-08-23 – 2026-08-22`, `2025-08-23 起`, `至 2026-08-22`, or nothing: a term as screens and papers say it. */
export function termText(from: string | null, until: string | null, t: Wording['t']): string {
  if (from !== null && until !== null) return `${from} – ${until}`;
  if (from !== null) return t('units:term.since', { from });
  return until === null ? '' : t('units:term.until', { until });
}
