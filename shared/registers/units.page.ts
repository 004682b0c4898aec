import { z } from 'zod';
import { occupancy, vehicle } from './parties.row';
import { parkingSpace, unitDocument } from './units.row';

/** One unit on one page (S33): what `units.page` answers. Sections of other registers come as their own short lines. */

/** One line of a section: enough to recognise an entry and to open it. */
export const sectionRow = z.object({
  entryId: z.string(),
  serialNo: z.string(),
  title: z.string(),
  detail: z.string(),
  state: z.string(),
  at: z.string(),
  next: z.string().nullable(),
});

/** What one register knows of the unit: its newest lines and how many there are (counted to 1000). */
export const unitSection = z.object({
  register: z.string(),
  rows: z.array(sectionRow).max(8),
  total: z.number().int(),
});
export type UnitSection = z.infer<typeof unitSection>;

/** Somebody of the unit, now or before. */
export const unitPerson = occupancy.extend({
  name: z.string(),
  serialNo: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  kind: z.enum(['person', 'company']),
  /** Null for readers without `parties.vip`. */
  vip: z.number().int().nullable(),
  /** Family, staff and emergency contacts: names with relation, phones masked. */
  members: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      relation: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
});
export type UnitPerson = z.infer<typeof unitPerson>;

/** One line of the unit's own history (变更记录): what was done, when, by whom, with what it changed. */
export const unitHappening = z.object({
  seq: z.number().int(),
  at: z.string(),
  actorName: z.string(),
  op: z.string(),
  /** Person, document or space it was about; null for the unit itself. */
  about: z.string().nullable(),
});

export const unitPage = z.object({
  people: z.array(unitPerson),
  /** Every document of the office's list, filed or not. */
  documents: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      mandatory: z.boolean(),
      filed: unitDocument.nullable(),
    }),
  ),
  vehicles: z.array(vehicle.extend({ partyName: z.string().nullable(), spaceNo: z.string().nullable() })),
  spaces: z.array(parkingSpace),
  history: z.array(unitHappening),
  sections: z.array(unitSection),
});
export type UnitPage = z.infer<typeof unitPage>;
