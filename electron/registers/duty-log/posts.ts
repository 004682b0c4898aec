import { dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { NEAR_END_MINUTES, type PostNow } from '../../../shared/registers/duty-logs';
import type { DutyPost } from '../../../shared/registers/duty-logs.setting';
import type { Settings } from '../../../shared/registers/office';
import { shiftAt, shiftEnd } from '../../../shared/registers/shifts';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { mondayOf } from '../rosters/week';

/** Which posts keep a log, which shift is on, and whom the roster plans there. */

/** Every post that keeps a log, in the settings' order. */
export const postsOf = ({ posts, duty }: Settings): string[] => [
  ...new Set([...posts, ...duty.posts.map(({ name }) => name)]),
];

/** What a post patrols and switches; nothing for a desk. */
export const dutyOf = ({ duty }: Settings, post: string): DutyPost =>
  duty.posts.find(({ name }) => name === post) ?? { name: post, points: [], switches: [] };

/** Errors: Refusal `dutyLogs.postUnknown`. */
export function assertPost(settings: Settings, post: string): void {
  if (!postsOf(settings).includes(post)) throw new Refusal('dutyLogs.postUnknown', { post });
}

export interface ShiftOfPost {
  shiftCode: string;
  shiftOn: string;
  fromAt: string;
  toAt: string;
}

/** The shift an instant falls in. Errors: Refusal `dutyLogs.noShift` where the office's shifts leave a gap. */
export function shiftOf({ shifts }: Settings, at: string): ShiftOfPost {
  const on = shiftAt(shifts, at);
  if (!on) throw new Refusal('dutyLogs.noShift');
  return shiftOn(shifts, on.shift.code, dayOf(on.from));
}

/** A shift by code and the day it begins. Errors: Refusal `dutyLogs.noShift`. */
export function shiftOn(shifts: Settings['shifts'], code: string, day: string): ShiftOfPost {
  const shift = shifts.find((one) => one.code === code);
  const toAt = shiftEnd(shifts, code, day);
  if (!shift || toAt === null) throw new Refusal('dutyLogs.noShift');
  return { shiftCode: code, shiftOn: day, fromAt: instantOf(day, shift.from), toAt };
}

/** Name of a shift in both languages; its code when the office no longer has it. */
export const shiftNames = ({ shifts }: Settings, code: string): { shiftZh: string; shiftEn: string } => {
  const shift = shifts.find((one) => one.code === code);
  return { shiftZh: shift?.zh ?? code, shiftEn: shift?.en ?? code };
};

export interface Planned {
  post: string;
  shift: string;
  dayOn: string;
  id: string;
  name: string;
}

/** Whom published rosters plan on some days, swaps included. `weeks`: Mondays that have a published roster. */
export async function plannedOn(
  db: ReadDb,
  days: readonly string[],
): Promise<{ cells: Planned[]; weeks: ReadonlySet<string> }> {
  if (days.length === 0) return { cells: [], weeks: new Set() };
  const rosters = await db
    .selectFrom('rosters')
    .select(['id', 'weekOn'])
    .where('weekOn', 'in', [...new Set(days.map(mondayOf))])
    .where('state', '=', 'published')
    .execute();
  if (rosters.length === 0) return { cells: [], weeks: new Set() };
  const cells = await db
    .selectFrom('roster_cells')
    .select(['post', 'shift', 'dayOn', 'staffId as id', 'staffName as name'])
    .where(
      'rosterId',
      'in',
      rosters.map(({ id }) => id),
    )
    .where('dayOn', 'in', [...new Set(days)])
    .where('state', '=', 'planned')
    .orderBy('id')
    .execute();
  return { cells, weeks: new Set(rosters.map(({ weekOn }) => weekOn)) };
}

/** Every post in the shift that is on; none between shifts. */
export async function postsNow(db: ReadDb, settings: Settings, now: string): Promise<PostNow[]> {
  if (!shiftAt(settings.shifts, now)) return [];
  const { fromAt: _, ...shift } = shiftOf(settings, now);
  const { cells, weeks } = await plannedOn(db, [shift.shiftOn]);
  const logs = await db
    .selectFrom('duty_logs')
    .select(['id', 'post', 'message', 'reads'])
    .where('shiftOn', '=', shift.shiftOn)
    .where('shiftCode', '=', shift.shiftCode)
    .where('state', '<>', 'voided')
    .execute();
  const unplanned = !weeks.has(mondayOf(shift.shiftOn));
  return postsOf(settings).map((post) => {
    const log = logs.find((one) => one.post === post);
    return {
      post,
      ...shift,
      ...shiftNames(settings, shift.shiftCode),
      logId: log?.id ?? null,
      wanted: unplanned
        ? settings.posts.includes(post)
        : cells.some((cell) => cell.post === post && cell.shift === shift.shiftCode),
      unread: log !== undefined && log.message !== null && log.reads === '[]',
    };
  });
}

/** Posts that want a log, have none, and whose shift is nearly over. */
export async function missingPosts(db: ReadDb, settings: Settings, now: string): Promise<PostNow[]> {
  const soon = isoOf(msOf(now) + NEAR_END_MINUTES * MINUTE_MS);
  return (await postsNow(db, settings, now)).filter(
    ({ wanted, logId, toAt }) => wanted && logId === null && toAt <= soon,
  );
}
