import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S11 来电、来信、来访接待记录: who turned to the office, with what, and what became of it; as read from the database and as
 * printed on F18. Overdue is computed from the time promised to the caller (L08), never stored.
 */
export const CONTACT_CHANNELS = ['call', 'walkIn', 'letter'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** 咨询, 报修, 投诉, 建议, 求助, 表扬. */
export const CONTACT_KINDS = ['question', 'repair', 'complaint', 'suggestion', 'help', 'praise'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
/** Kinds that want an answer: what is not answered at once is promised for a time (L08). */
export const ANSWERED_KINDS: readonly ContactKind[] = ['question', 'repair', 'complaint', 'help'];

export const CONTACT_STATES = ['open', 'passed', 'closed', 'voided'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];
/** State chart. What was passed on may be passed on again; what was closed too early is opened again. */
export const CONTACT_NEXT: Record<ContactState, readonly ContactState[]> = {
  open: ['passed', 'closed', 'voided'],
  passed: ['closed', 'voided'],
  closed: ['open', 'voided'],
  voided: [],
};
/** Nobody has answered the caller yet. */
export const CONTACT_OPEN: readonly ContactState[] = ['open', 'passed'];

/** What the caller thought of it; K1 counts those who were asked. */
export const CONTACT_RATINGS = ['satisfied', 'neutral', 'dissatisfied'] as const;

/** Books into which a contact may be turned (one key), by the register of the new entry. */
export const CONTACT_TARGETS = [
  'visits',
  'disclosures',
  'lostReports',
  'foundItems',
  'keyLoans',
  'releaseRequests',
  'mailItems',
  'custodyItems',
  'toolLoans',
] as const;
export type ContactTarget = (typeof CONTACT_TARGETS)[number];

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const CONTACT_LOG_PERSONAL = ['callerName', 'callerPhone', 'content'] as const;

/** Fields that a correction may touch: what the recorder wrote down. */
export const CONTACT_LOG_CORRECTABLE = [
  'channel',
  'kind',
  'happenedAt',
  'callerName',
  'callerPhone',
  'unitId',
  'callerPlace',
  'content',
  'passedTo',
  'result',
  'note',
] as const;
export type ContactLogCorrectable = (typeof CONTACT_LOG_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1);

export const contactLog = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(CONTACT_STATES),
  version: z.number().int(),
  channel: z.enum(CONTACT_CHANNELS),
  kind: z.enum(CONTACT_KINDS),
  happenedAt: s,
  callerName: maybe,
  callerPhone: maybe,
  unitId: maybe,
  /** Firm or place of somebody without a unit. */
  callerPlace: maybe,
  content: maybe,
  /** Serious: told at once to captain or manager, and to whom. */
  serious: flag,
  reportedTo: maybe,
  reportedAt: maybe,
  /** Written down at the gate post, which answers the service phone out of hours. */
  atGate: flag,
  /** The desk read the gate's entry the next morning. */
  takenOverAt: maybe,
  takenOverByName: maybe,
  passedTo: maybe,
  passedAt: maybe,
  passedByName: maybe,
  /** By when the caller was promised an answer. */
  promisedAt: maybe,
  closedAt: maybe,
  closedByName: maybe,
  result: maybe,
  /** The caller was told the result. */
  replied: flag.nullable(),
  rating: z.enum(CONTACT_RATINGS).nullable(),
  ratedAt: maybe,
  linkedRegister: z.enum(CONTACT_TARGETS).nullable(),
  linkedId: maybe,
  /** Number of the entry it was turned into; applications have none. */
  linkedNo: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type ContactLog = z.infer<typeof contactLog>;

/** A line of the register: the contact and what is computed for it. */
export const contactLogLine = contactLog.extend({
  unitCode: maybe,
  /** Not answered, and the promised time is over. */
  overdue: z.boolean(),
  /** Outside the office's hours. */
  afterHours: z.boolean(),
  /** From the gate, and nobody of the desk has taken it over yet. */
  toTakeOver: z.boolean(),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type ContactLogLine = z.infer<typeof contactLogLine>;
