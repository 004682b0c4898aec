import { addDays, dayOf, monthOf } from '../../../shared/dates';
import { DIARY_DAYS, diaryText } from '../../../shared/registers/steward-diaries';
import type { StewardDiary } from '../../../shared/registers/steward-diaries.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { realDay } from '../../entries/listing';
import { done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { figuresOf } from './figures';
import { assertOwn, diaryOf, moved } from './load';
import { indexDiary } from './words';

/** A steward's diary from its first line to the supervisor's comment (S14, F21). */

type Ops = HandlersFor<'stewardDiaries'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  corridors: null,
  fitOut: null,
  dunning: null,
  dunnedUnits: null,
  dunnedCents: null,
  visits: null,
  vacant: null,
  repairs: null,
  suggestions: null,
  problems: null,
  tomorrow: null,
  figures: null,
  submittedAt: null,
  comment: null,
  reviewedAt: null,
  reviewedById: null,
  reviewedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
  note: null,
} as const;

export const open: Ops['open'] = async ({ dayOn }, ctx) => {
  const { actor, now, db } = ctx;
  const today = dayOf(now);
  const day = dayOn == null ? today : realDay('dayOn', dayOn);
  if (day > today) throw new InvalidField('dayOn', 'day.future');
  if (day < addDays(today, -DIARY_DAYS)) throw new InvalidField('dayOn', 'day.early');
  const there = await diaryOn(db, actor.staffId, day);
  if (there) throw new Refusal('stewardDiaries.alreadyBegun', { serialNo: there.serialNo });
  const { serialNo, scanCode } = ctx.numbers.next('stewardDiaries', monthOf(now));
  const row = ctx.journal.create('stewardDiaries', {
    ...UNTOUCHED,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    dayOn: day,
    stewardId: actor.staffId,
    stewardName: actor.name,
    areas: await areasOf(db, actor.staffId),
    morning: await planBefore(db, actor.staffId, day),
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexDiary(ctx, row);
  return done(row);
};

/** The diary of a steward's day; undefined: not begun. */
export const diaryOn = (
  db: ReadDb,
  stewardId: string,
  dayOn: string,
): Promise<Pick<StewardDiary, 'id' | 'serialNo'> | undefined> =>
  db
    .selectFrom('steward_diaries')
    .select(['id', 'serialNo'])
    .where('stewardId', '=', stewardId)
    .where('dayOn', '=', dayOn)
    .where('state', '<>', 'voided')
    .executeTakeFirst();

/** 责任区域: names of the areas that are theirs. */
async function areasOf(db: ReadDb, stewardId: string): Promise<string | null> {
  const areas = await db
    .selectFrom('areas')
    .select('name')
    .where('stewardId', '=', stewardId)
    .where('active', '=', 1)
    .orderBy('name')
    .limit(8)
    .execute();
  return areas.length === 0 ? null : areas.map(({ name }) => name).join(' ');
}

/** 晨会安排: what the last diary before that day planned for tomorrow. */
async function planBefore(db: ReadDb, stewardId: string, dayOn: string): Promise<string | null> {
  const last = await db
    .selectFrom('steward_diaries')
    .select('tomorrow')
    .where('stewardId', '=', stewardId)
    .where('dayOn', '<', dayOn)
    .where('state', 'in', ['submitted', 'reviewed'])
    .orderBy('dayOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.tomorrow ?? null;
}

export const write: Ops['write'] = async (input, ctx) => {
  const { id, version, section, text, dunnedUnits = null, dunnedCents = null } = input;
  const row = await diaryOf(ctx.db, id, version);
  if (row.state !== 'open') throw new Refusal('stewardDiaries.wrongState', { state: row.state });
  assertOwn(row, ctx);
  const figures = section === 'dunning' ? { dunnedUnits, dunnedCents } : {};
  const patch: Partial<StewardDiary> = { [section]: text, ...figures };
  const keys = Object.keys(patch) as (keyof StewardDiary)[];
  if (keys.every((key) => patch[key] === row[key])) throw new Refusal('entry.unchanged');
  const next = ctx.journal.change('stewardDiaries', row, patch, { kind: 'CHANGE' });
  indexDiary(ctx, next);
  return done(next);
};

export const submit: Ops['submit'] = async ({ id, version }, ctx) => {
  const row = await diaryOf(ctx.db, id, version);
  const state = moved(row, 'submitted');
  assertOwn(row, ctx);
  if (row.tomorrow === null) throw new Refusal('stewardDiaries.planMissing');
  const figures = JSON.stringify(await figuresOf(ctx.db, row.stewardId, row.dayOn));
  const patch = { state, figures, submittedAt: ctx.now };
  return done(ctx.journal.change('stewardDiaries', row, patch, { kind: 'CHANGE' }));
};

export const review: Ops['review'] = async ({ id, version, comment }, ctx) => {
  const row = await diaryOf(ctx.db, id, version);
  const state = moved(row, 'reviewed');
  const { staffId, name } = ctx.actor;
  if (row.stewardId === staffId) throw new Refusal('stewardDiaries.ownDiary');
  if (row.problems !== null && comment === null) throw new InvalidField('comment', 'text.empty');
  const patch = { state, comment, reviewedAt: ctx.now, reviewedById: staffId, reviewedByName: name };
  return done(ctx.journal.change('stewardDiaries', row, patch, { kind: 'CHANGE' }));
};

/** An open diary is written, not corrected. Errors: `stewardDiaries.wrongState`, `entry.unchanged`, `.notRecorder`, `.reasonMissing`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await diaryOf(ctx.db, id, version);
  if (row.state !== 'submitted' && row.state !== 'reviewed')
    throw new Refusal('stewardDiaries.wrongState', { state: row.state });
  const text = asTyped(diaryText, value);
  if (field === 'tomorrow' && text === null) throw new InvalidField('value', 'text.empty');
  if (text === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'stewardDiaries', row, field, reason, limits);
  const next = ctx.journal.change('stewardDiaries', row, { [field]: text }, correction);
  indexDiary(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'stewardDiaries', next, limits) };
};

/** Number and sheet stay; what was handed in only by the manager. */
export const voidDiary: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await diaryOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.state !== 'open' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('stewardDiaries', row, patch, { kind: 'VOID' }));
};

/** Another person opened the diary: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'stewardDiaries', await diaryOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
