import { registerParty } from '../../../shared/registers/parties';
import type { OccupancyRole } from '../../../shared/registers/parties.row';
import type { Cells } from './cells';
import type { Unnumbered } from './plan';
import { choiceOf, countOf, dayOfCell, plainPhone, plainText } from './values';

/** One row of a file of people, cell by cell. */

export interface PersonRead {
  party: Partial<Unnumbered<'parties'>>;
  /** Owner when the file has no word of it: such lists are lists of owners. */
  role: OccupancyRole;
  fromOn: string | undefined;
  leaseUntilOn: string | undefined;
  people: number | undefined;
  contact: { name: string; relation: string | null; phone: string | null } | null;
  vehicle: string | null;
}

const form = registerParty.shape;
const TEXTS = [
  'name',
  'document',
  'email',
  'address',
  'employer',
  'businessScope',
  'businessKind',
  'personInCharge',
  'pets',
  'externalNo',
  'note',
] as const;

/** Reads the row; what cannot be read is noted on the cells. */
export function readPerson(cells: Cells, today: string): PersonRead {
  const party: PersonRead['party'] = {};
  for (const field of TEXTS) {
    const value = cells.read(field, (cell) => plainText(form[field], cell));
    if (value !== undefined && value !== null) party[field] = value;
  }
  for (const field of ['phone', 'otherPhone'] as const) {
    const value = cells.read(field, (cell) => plainPhone(form[field], cell));
    if (value !== undefined && value !== null) party[field] = value;
  }
  for (const field of ['kind', 'gender', 'documentKind'] as const) {
    const value = cells.read(field, (cell) => choiceOf(field, cell));
    if (value !== undefined) Object.assign(party, { [field]: value });
  }
  const bornOn = cells.read('bornOn', dayOfCell);
  if (bornOn !== undefined) party.bornOn = bornOn;
  if ((bornOn ?? '') > today) cells.wrong('bornOn', 'time.future');
  const staffCount = cells.read('staffCount', (cell) => countOf(cell, 0, 100_000));
  if (staffCount !== undefined) party.staffCount = staffCount;
  const relation = cells.read('contactRelation', (cell) => plainText(form.businessKind, cell)) ?? null;
  const phone = cells.read('contactPhone', (cell) => plainPhone(form.phone, cell)) ?? null;
  const contact = cells.read('contactName', (cell) => plainText(form.personInCharge, cell)) ?? null;
  if (contact === null && phone !== null) cells.wrong('contactName', 'required');
  const role = cells.read('role', (cell) => choiceOf('role', cell)) as OccupancyRole | undefined;
  return {
    party,
    role: role ?? 'owner',
    fromOn: cells.read('fromOn', dayOfCell),
    leaseUntilOn: cells.read('leaseUntilOn', dayOfCell),
    people: cells.read('people', (cell) => countOf(cell, 1, 9999)),
    contact: contact === null ? null : { name: contact, relation, phone },
    vehicle: cells.read('vehicle', (cell) => plainText(form.businessKind, cell)) ?? null,
  };
}
