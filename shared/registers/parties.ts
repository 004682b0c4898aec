import { z } from 'zod';
import { command, query } from '../op';
import { day, id, optionalPhone, optionalText, text } from '../text';
import { CHANNELS, GENDERS, OCCUPANCY_ROLES, PARTY_DOCUMENT_KINDS, PARTY_KINDS } from './parties.row';

/** S34 业主、住户档案 and S38 车辆: the operations of the resident files. Rules: domain.md S34, S38, §6.4. */

const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What the form of a new file sends; with `unitId` and `role` the party moves in by the same act. */
export const registerParty = z.object({
  kind: z.enum(PARTY_KINDS).default('person'),
  name: text(60),
  gender: z.enum(GENDERS).nullish(),
  bornOn: day.nullish(),
  documentKind: z.enum(PARTY_DOCUMENT_KINDS).nullish(),
  document: optionalText(30),
  phone: optionalPhone,
  otherPhone: optionalPhone,
  email: optionalText(100),
  address: optionalText(120),
  employer: optionalText(80),
  businessScope: optionalText(200),
  businessKind: optionalText(40),
  personInCharge: optionalText(40),
  staffCount: z.number().int().min(0, { error: 'count.low' }).max(100_000, { error: 'count.high' }).nullish(),
  pets: optionalText(100),
  channel: z.enum(CHANNELS).nullish(),
  externalNo: optionalText(40),
  note: optionalText(300),
  unitId: id.nullish(),
  role: z.enum(OCCUPANCY_ROLES).nullish(),
  fromOn: day.nullish(),
});

/** What a field shows when a person is typed. */
export const partySuggestion = z.object({
  id: z.string(),
  name: z.string(),
  /** Unit codes and the masked phone, to tell namesakes apart. */
  hint: z.string(),
  unitIds: z.array(z.string()),
});
export type PartySuggestion = z.infer<typeof partySuggestion>;

export const parties = {
  /** Parties by name, pinyin, initials, phone tail or plate; with `unitId` those of the unit come first, also for empty text. */
  suggest: query(
    'units.read',
    z.object({
      typed: text(60, 0),
      /** Exactly this party, whatever is typed: how a field shows what it holds. */
      id: id.nullish(),
      unitId: id.nullish(),
      limit: z.number().int().min(1).max(20).default(8),
    }),
    z.array(partySuggestion),
  ),
  /** Opens a file: number, journal. Errors: `parties.roleMissing` when a unit comes without a role; those of `moveIn`. */
  register: command('parties.register', registerParty, done.extend({ scanCode: z.string() })),
} as const;
