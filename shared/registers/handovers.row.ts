import { z } from 'zod';
import { strike } from './found-items.row';
import { matter, matterGroup, thing } from './obligations';

/**
 * S13 前台交接班: one shift of one desk, from its beginning to the supervisor's signature, as read from the database and as
 * printed on F19. Its parts (snapshot, counts, questions …) stand in the row as JSON text: they are one sheet of paper.
 */
export const HANDOVER_STATES = [
  'open',
  'drafted',
  'counted',
  'outSigned',
  'refused',
  'sealed',
  'reviewed',
  'voided',
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** State chart (desk-practice.md §2.9). A draft may be drawn anew until the outgoing signs; a signed sheet is never voided. */
export const HANDOVER_NEXT: Record<HandoverState, readonly HandoverState[]> = {
  open: ['drafted', 'voided'],
  drafted: ['counted', 'voided'],
  counted: ['drafted', 'outSigned', 'voided'],
  outSigned: ['sealed', 'refused'],
  /** 拒接: the supervisor decides whether it is counted anew or taken over as it stands. */
  refused: ['drafted', 'outSigned'],
  sealed: ['reviewed'],
  reviewed: [],
  voided: [],
};
/** The shift is still somebody's: at most one of these per desk. */
export const HANDOVER_OPEN: readonly HandoverState[] = ['open', 'drafted', 'counted', 'outSigned', 'refused'];
/** Both have signed. */
export const HANDOVER_SEALED: readonly HandoverState[] = ['sealed', 'reviewed'];

/** What the supervisor says to a refused handover. */
export const DECISIONS = ['recount', 'takeOver'] as const;

/** Names and what people said: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const HANDOVER_PERSONAL = ['snapshot', 'events', 'questions', 'supplements'] as const;

const s = z.string();
const maybe = z.string().nullable();
const n = z.number().int();

/** 重要事件 (block 3): a case without a result is still being handled, and nobody goes home from it. */
export const shiftEvent = z.object({ no: n, at: s, event: s, handler: s, result: maybe, by: s });
/** 接班人提问及答复 (block 8). */
export const shiftQuestion = z.object({ no: n, question: s, answer: maybe, at: s, by: s });
/** 补记: written after both had signed. */
export const supplement = z.object({ text: s, at: s, by: s });
/** What was counted of one thing; `text` is the number range of blank slips, `missing` the numbers that were not there. */
export const countLine = z.object({
  code: s,
  counted: n.nullable(),
  text: maybe,
  missing: z.array(s),
  note: maybe,
});
export type CountLine = z.infer<typeof countLine>;
/** A piece of equipment, or the desk itself (`desk`): in order or not. */
export const checkLine = z.object({ name: s, ok: z.boolean(), note: maybe });
export type CheckLine = z.infer<typeof checkLine>;

/** A matter with the shifts that passed it on already, the latest ten by number. */
export const carriedMatter = matter.extend({ shifts: n, passedBy: z.array(s) });
export const carriedGroup = matterGroup.extend({ matters: z.array(carriedMatter) });
export type CarriedGroup = z.infer<typeof carriedGroup>;
/** An instruction from above as it stood when the shift was drafted (block 4). */
export const standingInstruction = z.object({
  id: s,
  serialNo: s,
  text: s,
  fromName: s,
  givenOn: s,
  renewOn: maybe,
});

/** What the registers said at t0; everything later belongs to the next shift. */
export const shiftSheet = z.object({
  at: s,
  /** Begin of the shift. */
  from: s,
  /** Acts of the shift by kind: i18n keys of the book and of the act with their namespaces, and how often. */
  work: z.array(z.object({ book: s, label: s, count: n })),
  open: z.array(carriedGroup),
  due: z.array(matterGroup),
  things: z.array(thing),
  instructions: z.array(standingInstruction),
});
export type ShiftSheet = z.infer<typeof shiftSheet>;

export const handover = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(HANDOVER_STATES),
  version: n,
  /** 岗位: one desk. */
  post: s,
  shiftCode: s,
  /** Day the shift began by its plan. */
  shiftOn: s,
  startedAt: s,
  /** Last line of the journal when it began: work of the shift is what came after it, up to `draftSeq`. */
  fromSeq: n,
  /** The handover this one took over from. */
  previousId: maybe,
  /** 交班人: whose shift it is; the one who signs. */
  outgoingId: s,
  outgoingName: s,
  draftedAt: maybe,
  draftSeq: n.nullable(),
  snapshot: maybe,
  /** Open matters at the draft. */
  matters: n.nullable(),
  counts: maybe,
  checks: maybe,
  /** Counts and checks that were not as they should be. */
  differences: n.nullable(),
  countedAt: maybe,
  countedByName: maybe,
  /** These three and the snapshot are null once erased. */
  events: maybe,
  questions: maybe,
  supplements: maybe,
  outSignedAt: maybe,
  /** The supervisor who let a cash difference be handed over. */
  cashByName: maybe,
  /** 接班人. */
  incomingId: maybe,
  incomingName: maybe,
  inSignedAt: maybe,
  refusedAt: maybe,
  refusedById: maybe,
  refusedByName: maybe,
  refusedReason: maybe,
  reportedTo: maybe,
  decision: z.enum(DECISIONS).nullable(),
  decidedAt: maybe,
  decidedById: maybe,
  decidedByName: maybe,
  decisionReason: maybe,
  reviewedAt: maybe,
  reviewedById: maybe,
  reviewedByName: maybe,
  reviewNote: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Handover = z.infer<typeof handover>;

/** A line of the handovers' book: the sheet's head, and what is computed for it. */
export const handoverLine = handover
  .omit({ snapshot: true, counts: true, checks: true, events: true, questions: true, supplements: true })
  .extend({
    /** By its plan the shift is over (or nearly), and nobody has taken over. */
    due: z.boolean(),
    /** K17: signed on the day of the handover; null until it is sealed. False while the day is over without a signature. */
    reviewedInTime: z.boolean().nullable(),
    /** Name of the shift in both languages; its code when the office no longer has it. */
    shiftZh: s,
    shiftEn: s,
    previousNo: maybe,
    supplemented: n,
    copies: n,
    strikes: z.array(strike),
  });
export type HandoverLine = z.infer<typeof handoverLine>;

/** The whole sheet: what the page shows and F19 prints. */
export const handoverSheet = handoverLine.extend({
  /** As kept at the draft; while the shift is open as the registers stand now (`live`). Null: voided before a draft. */
  sheet: shiftSheet.nullable(),
  live: z.boolean(),
  counts: z.array(countLine),
  checks: z.array(checkLine),
  events: z.array(shiftEvent),
  questions: z.array(shiftQuestion),
  supplements: z.array(supplement),
});
export type HandoverSheet = z.infer<typeof handoverSheet>;
