import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S14 管家工作日志: one steward's day, as read from the database and as printed on F21. Figures come from the registers and are
 * kept as they stood when the diary was handed in; nobody types one.
 */

/** The sections of F21 in its order; each is a text column. */
export const DIARY_SECTIONS = [
  'morning',
  'corridors',
  'fitOut',
  'dunning',
  'visits',
  'vacant',
  'repairs',
  'suggestions',
  'problems',
  'tomorrow',
] as const;
export type DiarySection = (typeof DIARY_SECTIONS)[number];

export const DIARY_STATES = ['open', 'submitted', 'reviewed', 'voided'] as const;
export type DiaryState = (typeof DIARY_STATES)[number];
export const DIARY_NEXT: Record<DiaryState, readonly DiaryState[]> = {
  open: ['submitted', 'voided'],
  submitted: ['reviewed', 'voided'],
  reviewed: ['voided'],
  voided: [],
};

/** Texts about owners and units: in the row as typed, in the journal only as salted digests. */
export const DIARY_PERSONAL = [...DIARY_SECTIONS, 'comment'] as const;

const s = z.string();
const maybe = z.string().nullable();
const n = z.number().int();

/** What a register knows of a section: `section` null belongs to none of them. Labels are i18n keys. */
export const diaryFigure = z.object({
  section: z.enum(DIARY_SECTIONS).nullable(),
  book: s,
  label: s,
  count: n,
});
export type DiaryFigure = z.infer<typeof diaryFigure>;

export const stewardDiary = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(DIARY_STATES),
  version: n,
  dayOn: s,
  stewardId: s,
  stewardName: s,
  /** 责任区域 as it was that day. */
  areas: maybe,
  morning: maybe,
  corridors: maybe,
  fitOut: maybe,
  dunning: maybe,
  /** 催缴 户/金额: of whom no register knows yet. */
  dunnedUnits: n.nullable(),
  dunnedCents: n.nullable(),
  visits: maybe,
  vacant: maybe,
  repairs: maybe,
  suggestions: maybe,
  /** 需协调问题: goes to the supervisor. */
  problems: maybe,
  /** 明日计划: the next diary begins with it. */
  tomorrow: maybe,
  /** JSON of `diaryFigure[]` as handed in; null while it is open. */
  figures: maybe,
  submittedAt: maybe,
  comment: maybe,
  reviewedAt: maybe,
  reviewedById: maybe,
  reviewedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type StewardDiary = z.infer<typeof stewardDiary>;

/** A line of the book of diaries. */
export const stewardDiaryLine = stewardDiary.omit({ figures: true }).extend({
  /** Sections with a text. */
  written: n,
  /** Problems that wait for the supervisor's answer. */
  wantsHelp: z.boolean(),
  copies: n,
  strikes: z.array(strike),
});
export type StewardDiaryLine = z.infer<typeof stewardDiaryLine>;

/** The whole diary with its figures: while it is open as the registers stand now. */
export const diarySheet = stewardDiaryLine.extend({ figures: z.array(diaryFigure), live: z.boolean() });
export type DiarySheet = z.infer<typeof diarySheet>;
