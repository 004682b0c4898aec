import type { Column } from '../columns';
import type { PartyLine } from './parties';

const label = (key: string): string => `units:column.${key}`;
const text = (
  key: string,
  paperMm: number,
  screenPx: number,
  cell: Column<PartyLine>['cell'],
  fields: readonly string[] = [],
  kind: Column<PartyLine>['kind'] = 'text',
): Column<PartyLine> => ({ key, kind, label: label(key), paperMm, screenPx, cell, fields });

/** S34 住户档案: the list on screen and in exports. Phones and papers come masked. */
export const PARTY_COLUMNS: Column<PartyLine>[] = [
  { key: 'line', kind: 'line', label: label('line'), paperMm: 8, screenPx: 0, cell: () => '', fields: [] },
  text('serialNo', 24, 132, (row) => row.serialNo, [], 'serial'),
  text('name', 30, 140, (row) => row.name ?? '', ['name'], 'person'),
  text('kind', 14, 82, (row, { t }) => t(`units:kind.${row.kind}`), ['kind'], 'choice'),
  text('units', 40, 160, (row) => row.unitCodes),
  text('roles', 22, 90, (row, { t }) => row.roles.map((role) => t(`units:role.${role}`)).join('、')),
  text('phone', 26, 118, (row) => row.phone ?? '', ['phone']),
  text('document', 34, 150, (row) => row.document ?? '', ['document']),
  text('business', 34, 140, (row) => [row.businessKind, row.businessScope].filter((part) => part).join(' '), [
    'businessKind',
    'businessScope',
  ]),
  text('note', 30, 150, (row) => row.note ?? '', ['note'], 'longText'),
];
