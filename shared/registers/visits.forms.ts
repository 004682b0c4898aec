import { z } from 'zod';
import { day, id, instant, month, optionalPhone, optionalText, text } from '../text';
import {
  CONSENT_HOWS,
  VISIT_DEPARTMENTS,
  VISIT_DOCUMENT_KINDS,
  VISIT_STATES,
  VISIT_TYPES,
} from './visits.row';

/** What the forms and filters of the visitor book send (S10). What of it a visit needs follows from its type (visits.rules.ts). */

const maybe = z.string().nullable();

/** Counts that ask for action; each opens the list filtered by the same name. */
export const VISIT_NEEDS = ['in', 'expected', 'overstay', 'consent', 'retention'] as const;
export type VisitNeed = (typeof VISIT_NEEDS)[number];

/** The host's word: who gave it, how, when (null: now). */
export const consent = z.object({ name: text(40), how: z.enum(CONSENT_HOWS), at: instant.nullish() });
export const partySize = z
  .number()
  .int({ error: 'count.whole' })
  .min(1, { error: 'count.low' })
  .max(999, { error: 'count.high' });
/** Last four characters, never more (Q7). */
export const lastFour = z
  .string()
  .max(40)
  .transform((s) => s.normalize('NFKC').replace(/\s/g, ''))
  .refine((s) => /^[0-9A-Za-z]{0,4}$/.test(s), { error: 'document.lastFour' })
  .nullish()
  .transform((s) => (s ? s.toUpperCase() : null));
/** Plates as the vehicle file writes them: no blanks, no dots, capitals. */
export const plate = text(16, 0)
  .transform((s) => s.replace(/[\s·.．-]/g, '').toUpperCase())
  .nullish()
  .transform((s) => (s ? s : null));

/** What every form about a visit sends. What of it is required follows from the type (visits.rules.ts). */
const visitFields = {
  type: z.enum(VISIT_TYPES),
  visitorName: optionalText(40),
  partySize: partySize.default(1),
  companions: optionalText(200),
  company: optionalText(60),
  visitorPhone: optionalPhone,
  documentKind: z.enum(VISIT_DOCUMENT_KINDS).nullish(),
  visitorDocument: lastFour,
  unitId: id.nullish(),
  hostPartyId: id.nullish(),
  hostName: optionalText(40),
  hostPlace: optionalText(60),
  appointment: z.boolean().default(false),
  purpose: optionalText(120),
  belongings: optionalText(120),
  plate,
  permitNo: optionalText(40),
  carrier: optionalText(40),
  department: z.enum(VISIT_DEPARTMENTS).nullish(),
  passChecked: z.boolean().nullish(),
  informedName: optionalText(40),
  informedAt: instant.nullish(),
  consent: consent.nullish(),
  watchNote: optionalText(200),
  note: optionalText(300),
  post: optionalText(30),
};

/** Arrival at the desk; `at` null: now. */
export const arriveVisit = z.object({ ...visitFields, passNo: optionalText(20), at: instant.nullish() });
/** Announced beforehand. */
export const expectVisit = z.object({ ...visitFields, expectedAt: instant });

/** Filters of the list; all optional and joined by AND. */
export const visitFilter = z.object({
  need: z.enum(VISIT_NEEDS).nullish(),
  states: z.array(z.enum(VISIT_STATES)).max(8).nullish(),
  types: z.array(z.enum(VISIT_TYPES)).max(8).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type VisitFilter = z.input<typeof visitFilter>;

/** A visitor as earlier visits know them: tells namesakes apart by phone tail and last visit (desk-practice.md §4). */
export const knownVisitor = z.object({
  visitorName: z.string(),
  /** Masked; the command that saves takes the whole number from the visit `from`. */
  phoneTail: maybe,
  company: maybe,
  type: z.enum(VISIT_TYPES),
  partySize: z.number().int(),
  unitId: maybe,
  unitCode: maybe,
  hostName: maybe,
  hostPlace: maybe,
  purpose: maybe,
  plate: maybe,
  permitNo: maybe,
  carrier: maybe,
  lastAt: z.string(),
  times: z.number().int(),
  /** The visit these values come from. */
  from: z.string(),
  /** Set when this visitor is announced for today: admitted instead of written anew. */
  expected: z.object({ id: z.string(), version: z.number().int(), at: z.string() }).nullable(),
  /** Set when this visitor is still in. */
  openId: maybe,
  watched: z.boolean(),
});
export type KnownVisitor = z.infer<typeof knownVisitor>;
