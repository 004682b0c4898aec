import type Database from 'better-sqlite3';
import { dayOf } from '../../../shared/dates';
import { codeKeyOf, codeSortOf, defaultCode, unitCodeOf } from '../../../shared/registers/unit-code';
import { registerUnit } from '../../../shared/registers/units';
import {
  HANDED_OVER,
  METER_KINDS,
  OCCUPANCY_NEXT,
  type OccupancyState,
  type UnitUse,
} from '../../../shared/registers/units.row';
import type { Hand } from '../../db/journal';
import type { UnitsTable } from '../../db/tables';
import type { FileRow } from './caps';
import { Cells, type Problems } from './cells';
import { difference, filled, type Plan, type Unnumbered } from './plan';
import { areaOf, choiceOf, dayOfCell, plainText } from './values';

/** Units of a file against the units on the books: known by their code, told apart field by field. */

type Read = Partial<Unnumbered<'units'>>;
const form = registerUnit.shape;
const TEXTS = [
  'building',
  'entrance',
  'floor',
  'unitNo',
  'name',
  'structure',
  'layout',
  'orientation',
  'deskInstructions',
  'note',
] as const;

/** Adds what the rows ask for to the plan. `raw`: a reading handle. */
export function planUnits(
  raw: Database.Database,
  rows: readonly FileRow[],
  mapping: ReadonlyMap<string, number>,
  { hand, newId }: { hand: Hand; newId: () => string },
  plan: Plan,
  problems: Problems,
): void {
  const known = new Map(
    (raw.prepare("SELECT * FROM units WHERE state <> 'voided'").all() as UnitsTable[]).map((row) => [
      row.code,
      row,
    ]),
  );
  const names = namesOf(raw);
  const seen = new Map<string, number>();
  for (const row of rows) {
    const cells = new Cells(row, mapping, problems);
    const read = readUnit(cells, names, dayOf(hand.at));
    const code = read.code ?? '';
    if (code === '') {
      cells.wrong('code', 'required');
      continue;
    }
    const before = seen.get(code);
    if (before !== undefined) cells.wrong('code', 'twice', { line: before });
    seen.set(code, row.line);
    const old = known.get(code);
    if (!cells.bad) assertMayFollow(cells, old, read);
    if (cells.bad) continue;
    if (!old) {
      plan.units.create.push(newUnit(read, code, hand, newId));
      plan.counts.created += 1;
      continue;
    }
    if (read.meters && old.meters) read.meters = merged(old.meters, read.meters);
    if (read.occupancyState && read.occupancyState !== old.occupancyState)
      read.occupancySince = dayOf(hand.at);
    const { code: _, ...fields } = read;
    const patch = difference<Partial<UnitsTable>>(old, fields);
    if (patch) plan.units.change.push({ old, patch });
    plan.counts[patch ? 'updated' : 'unchanged'] += 1;
  }
}

interface Names {
  areas: ReadonlyMap<string, string>;
  staff: ReadonlyMap<string, string>;
}
function namesOf(raw: Database.Database): Names {
  const map = (sql: string) =>
    new Map((raw.prepare(sql).all() as { id: string; name: string }[]).map((row) => [row.name, row.id]));
  return {
    areas: map('SELECT id, name FROM areas WHERE active = 1'),
    staff: map('SELECT id, name FROM staff WHERE active = 1'),
  };
}

function readUnit(cells: Cells, { areas, staff }: Names, today: string): Read {
  const read: Read = {};
  for (const field of TEXTS) {
    const value = cells.read(field, (cell) => plainText(form[field], cell));
    if (value !== undefined && value !== null) Object.assign(read, { [field]: value });
  }
  const code = cells.text('code');
  read.code =
    code !== ''
      ? unitCodeOf(code)
      : read.building && read.unitNo
        ? defaultCode(read.building, read.entrance ?? null, read.unitNo)
        : '';
  if ([...read.code].length > 24) cells.wrong('code', 'text.long');
  set(read, 'use', cells.read('use', (cell) => choiceOf('use', cell)) as UnitUse | undefined);
  set(
    read,
    'occupancyState',
    cells.read('occupancyState', (cell) => choiceOf('occupancyState', cell)) as OccupancyState | undefined,
  );
  set(read, 'builtAreaHundredthsM2', cells.read('builtArea', areaOf));
  set(read, 'usableAreaHundredthsM2', cells.read('usableArea', areaOf));
  set(read, 'handedOverOn', cells.read('handedOverOn', dayOfCell));
  if ((read.handedOverOn ?? '') > today) cells.wrong('handedOverOn', 'time.future');
  const area = cells.text('area');
  if (area !== '') {
    const id = areas.get(area);
    if (id) read.areaId = id;
    else cells.wrong('area', 'unknownArea');
  }
  const steward = cells.text('steward');
  if (steward !== '') {
    const id = staff.get(steward);
    if (id) Object.assign(read, { stewardId: id, stewardName: steward });
    else cells.wrong('steward', 'unknownSteward');
  }
  const meters: Record<string, string> = {};
  for (const kind of METER_KINDS) {
    const value = cells.read(kind, (cell) => plainText(form.name, cell));
    if (value) meters[kind] = value;
  }
  if (Object.keys(meters).length > 0) read.meters = JSON.stringify(meters);
  return read;
}

function set<K extends keyof Read>(read: Read, key: K, value: Read[K] | undefined): void {
  if (value !== undefined) read[key] = value;
}

/** Meters the file does not name stay. */
function merged(old: string, read: string): string {
  return JSON.stringify({ ...(JSON.parse(old) as object), ...(JSON.parse(read) as object) });
}

/** A file is no way around the state chart. */
function assertMayFollow(cells: Cells, old: UnitsTable | undefined, read: Read): void {
  const to = read.occupancyState;
  if (old && old.state !== 'active') cells.wrong('code', 'unitRetired');
  if (old && to && to !== old.occupancyState && !OCCUPANCY_NEXT[old.occupancyState].includes(to))
    cells.wrong('occupancyState', 'wrongOccupancy');
  if (read.handedOverOn && !HANDED_OVER.includes(to ?? old?.occupancyState ?? 'vacant'))
    cells.wrong('handedOverOn', 'notHandedOver');
  const built = read.builtAreaHundredthsM2 ?? old?.builtAreaHundredthsM2;
  const usable = read.usableAreaHundredthsM2 ?? old?.usableAreaHundredthsM2;
  if (built && usable && usable > built) cells.wrong('usableArea', 'areaSizes');
}

/** What a new unit is when the file says nothing: building and door are taken from the code `3-1-1502`. */
function newUnit(read: Read, code: string, hand: Hand, newId: () => string): Unnumbered<'units'> {
  const parts = code.split('-');
  const unitNo = parts.at(-1)!;
  const blank: Unnumbered<'units'> = {
    id: newId(),
    state: 'active',
    code,
    codeKey: codeKeyOf(code),
    codeSort: codeSortOf(code),
    areaId: null,
    building: parts[0]!,
    entrance: parts.length > 2 ? parts.slice(1, -1).join('-') : null,
    floor: /^\d{3,5}$/.test(unitNo) ? unitNo.slice(0, -2) : null,
    unitNo,
    name: null,
    use: 'residence',
    occupancyState: 'vacant',
    occupancySince: dayOf(hand.at),
    deskInstructions: null,
    structure: null,
    layout: null,
    orientation: null,
    builtAreaHundredthsM2: null,
    usableAreaHundredthsM2: null,
    handedOverOn: null,
    stewardId: null,
    stewardName: null,
    meters: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note: null,
    recordedAt: hand.at,
    recorderId: hand.actorId,
    recorderName: hand.actorName,
  };
  return filled(blank, read);
}
