import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalText, text, version } from '../text';
import { pageOf, storyLine } from './shapes';
import { DIARY_SECTIONS, DIARY_STATES, diarySheet, stewardDiaryLine } from './steward-diaries.row';

/** S14 管家工作日志: the end-of-day write-up and the permit each operation needs. Rules: domain.md S14, §1.2 17:10, F21. */

/** Counts that ask for action: stewards who have not handed in today's diary, problems that want help, diaries to read. */
export const DIARY_NEEDS = ['missing', 'problems', 'toReview'] as const;
export type DiaryNeed = (typeof DIARY_NEEDS)[number];
/** From this hour the day is written up (§1.2). */
export const DIARY_FROM = '17:10';
/** A forgotten diary may be written so many days later. */
export const DIARY_DAYS = 7;

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
export const diaryText = optionalText(600);

export const diaryFilter = z.object({
  need: z.enum(DIARY_NEEDS).nullish(),
  states: z.array(z.enum(DIARY_STATES)).max(4).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** The steward: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});

export const stewardDiaries = {
  list: query(
    'stewardDiaries.read',
    z.object({
      filter: diaryFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(stewardDiaryLine),
  ),
  counts: query('stewardDiaries.read', z.object({}), z.record(z.enum(DIARY_NEEDS), z.number().int())),
  /** Today's diary of whoever asks; null: not begun. */
  mine: query('stewardDiaries.read', z.object({}), z.object({ id: z.string().nullable() })),
  entry: query(
    'stewardDiaries.read',
    z.object({ id }),
    z.object({
      entry: diarySheet,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /**
   * Begins the diary of a day, today's unless another is named: 晨会安排 is what the last one planned for tomorrow. Errors:
   * `stewardDiaries.alreadyBegun`; InvalidField `dayOn`.
   */
  open: command('stewardDiaries.write', z.object({ dayOn: day.nullish() }), done),
  /** One section of an open diary. Errors: `stewardDiaries.wrongState`, `.notYours`, `entry.unchanged`. */
  write: command(
    'stewardDiaries.write',
    z.object({
      ...touch,
      section: z.enum(DIARY_SECTIONS),
      text: diaryText,
      dunnedUnits: z.number().int().min(0).max(99_999).nullish(),
      dunnedCents: z.number().int().min(0).max(10_000_000_000).nullish(),
    }),
    done,
  ),
  /** Handed in: the figures are kept as they stand. Errors: `stewardDiaries.planMissing`, `.notYours`, `.wrongState`. */
  submit: command('stewardDiaries.write', z.object(touch), done),
  /** 批阅. Errors: `stewardDiaries.ownDiary`; InvalidField `comment` where a problem waits for an answer. */
  review: command('stewardDiaries.review', z.object({ ...touch, comment: optionalText(300) }), done),
  /** One section corrected after it was handed in (trust.md C5). */
  correct: command(
    'stewardDiaries.correct',
    z.object({
      ...touch,
      field: z.enum(DIARY_SECTIONS),
      value: z.string().max(1000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Begun for the wrong day. Errors: `entry.managerOnly` once it was handed in. */
  void: command('stewardDiaries.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('stewardDiaries.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
