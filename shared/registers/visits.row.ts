import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S10 来访登记: the visit as the database holds it and F16, F17 print it; every in and out is a passage of its own
 * (desk-practice.md §2.3). Overstay, missing consent and pass not back are computed, never stored.
 */
export const VISIT_STATES = [
  'expected',
  'in',
  'steppedOut',
  'left',
  'noShow',
  'refused',
  'closedByDesk',
  'voided',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** State chart. `left` goes back only by taking a wrong leave back at once; what the desk closed without a time stays so. */
export const VISIT_NEXT: Record<VisitState, readonly VisitState[]> = {
  expected: ['in', 'noShow', 'refused', 'voided'],
  in: ['steppedOut', 'left', 'closedByDesk', 'voided'],
  steppedOut: ['in', 'left', 'closedByDesk', 'voided'],
  left: ['in', 'steppedOut', 'voided'],
  noShow: ['voided'],
  refused: ['voided'],
  closedByDesk: ['voided'],
  voided: [],
};
/** Not gone yet, as far as the book knows. */
export const VISIT_OPEN: readonly VisitState[] = ['in', 'steppedOut'];

/** 亲友, 商务, 家政, 装修, 外卖, 看房, 公务, 推销: each asks for its own fields (visits.rules.ts). */
export const VISIT_TYPES = [
  'relative',
  'business',
  'housekeeping',
  'fitOut',
  'delivery',
  'viewing',
  'official',
  'salesman',
] as const;
export type VisitType = (typeof VISIT_TYPES)[number];

/** Authorities of S10: 工商、消防、公安、城管、税务、其他. */
export const VISIT_DEPARTMENTS = ['commerce', 'fire', 'police', 'urban', 'tax', 'other'] as const;
/** How the host agreed. */
export const CONSENT_HOWS = ['phone', 'intercom', 'inPerson', 'appointment', 'written'] as const;
export type ConsentHow = (typeof CONSENT_HOWS)[number];
export const VISIT_DOCUMENT_KINDS = ['idCard', 'passport', 'workPass', 'driverLicence', 'other'] as const;

/** Personal values: sealed in the journal, erased when the retention of their type is over (trust.md C6–C8). */
export const VISIT_PERSONAL = [
  'visitorName',
  'companions',
  'visitorPhone',
  'visitorDocument',
  'hostName',
  'consentName',
  'plate',
  'watchNote',
] as const;

/** Fields a correction may touch: what the recorder wrote down, never what an act proved. */
export const VISIT_CORRECTABLE = [
  'visitorName',
  'partySize',
  'companions',
  'company',
  'visitorPhone',
  'visitorDocument',
  'unitId',
  'hostName',
  'hostPlace',
  'purpose',
  'belongings',
  'plate',
  'permitNo',
  'carrier',
  'expectedAt',
  'arrivedAt',
  'leftAt',
  'refusedReason',
  'note',
] as const;
export type VisitCorrectable = (typeof VISIT_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1);

/** The full entry. Phone and document are masked unless the reader unmasked them (a journal event). */
export const visit = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(VISIT_STATES),
  version: z.number().int(),
  type: z.enum(VISIT_TYPES),
  /** Null for a salesman who gave none, and after erasure. */
  visitorName: maybe,
  /** Persons, the named one among them. */
  partySize: z.number().int(),
  companions: maybe,
  company: maybe,
  visitorPhone: maybe,
  documentKind: z.enum(VISIT_DOCUMENT_KINDS).nullable(),
  /** Last four characters; only where the office keeps documents at all (Q7). */
  visitorDocument: maybe,
  unitId: maybe,
  hostPartyId: maybe,
  hostName: maybe,
  /** Where the host sits when it is no unit of the archive: a department, a counter. */
  hostPlace: maybe,
  /** 1: announced beforehand. */
  appointment: flag,
  purpose: maybe,
  belongings: maybe,
  plate: maybe,
  /** 装修: number of the fit-out permit. */
  permitNo: maybe,
  /** 外卖/快递: whose. */
  carrier: maybe,
  /** 公务: which authority, whether its pass was checked, which leader was told and when. */
  department: z.enum(VISIT_DEPARTMENTS).nullable(),
  passChecked: flag.nullable(),
  informedName: maybe,
  informedAt: maybe,
  /** The host's consent: who gave it, how, when. */
  consentName: maybe,
  consentHow: z.enum(CONSENT_HOWS).nullable(),
  consentAt: maybe,
  /** The visitor pass of the stock; the number stays after it came back. */
  passId: maybe,
  passNo: maybe,
  passBackAt: maybe,
  /** Id of the group's first visit. */
  groupId: maybe,
  /** What the desk should watch; null for readers without `visits.watch`. */
  watchNote: maybe,
  refusedReason: maybe,
  /** What the supervisor learned after the desk had closed the line; no leaving time. */
  supplement: maybe,
  expectedAt: maybe,
  /** First entry. */
  arrivedAt: maybe,
  /** Order of the book: arrival, or the time expected while nobody came. */
  visitAt: s,
  /** Last exit; null while here, and for ever when the desk closed without knowing it (离开时间 不详). */
  leftAt: maybe,
  /** When and by whom the line was ended (left, no show, refused, closed by the desk). */
  closedAt: maybe,
  closedById: maybe,
  closedByName: maybe,
  post: s,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Visit = z.infer<typeof visit>;

/** One entry or exit. A second entry never overwrites the first; one taken back keeps its row and says when. */
export const visitPassage = z.object({
  id: s,
  version: z.number().int(),
  visitId: s,
  /** 1, 2, 3 … of its visit. */
  no: z.number().int(),
  direction: z.enum(['in', 'out']),
  at: s,
  byId: s,
  byName: s,
  post: s,
  takenBackAt: maybe,
});
export type VisitPassage = z.infer<typeof visitPassage>;

/** A line of the register: the entry plus what is computed for it. */
export const visitLine = visit.extend({
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
  unitCode: maybe,
  /** Entries and exits that count, oldest first. */
  passages: z.array(visitPassage.pick({ direction: true, at: true, byName: true, post: true })),
  /** Here without the host's consent that this type asks for. */
  consentMissing: z.boolean(),
  /** Still in since before yesterday's closing. */
  overstay: z.boolean(),
  /** The visitor has gone and the pass has not come back. */
  passMissing: z.boolean(),
});
export type VisitLine = z.infer<typeof visitLine>;
