import type { Input } from '../../../shared/api';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

/** The clock of a test office stands on Saturday 2026-11-21: the week to plan begins on the Monday after. */
export const MONDAY = '2026-11-23';
export const TUESDAY = '2026-11-24';
/** A post of the default settings: the first, which is never empty. */
export const DESK = '前台';

export const staffOf = (office: TestOffice, role: Role, other = false): string =>
  office.actor(role, other).staffId;

/** An office whose settings name two posts. */
export const POSTS = { settings: { posts: [DESK, '南门岗'] } };

/** A draft of the coming week. */
export const newWeek = async (office: TestOffice, over: Partial<Input<'rosters.register'>> = {}) =>
  must(await office.as('csSupervisor').rosters.register({ weekOn: MONDAY, ...over }));

/** Puts people on a place of a draft. */
export const put = async (
  office: TestOffice,
  rosterId: string,
  staffIds: string[],
  over: Partial<Input<'rosters.assign'>> = {},
) =>
  must(
    await office.as('csSupervisor').rosters.assign({
      ...{ rosterId, post: DESK, shift: 'early', dayOn: TUESDAY, staffIds, had: [] },
      ...over,
    }),
  );

export const rosterEntry = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).rosters.entry({ id }));

/**
 * A published week: on Tuesday the receptionist keeps the desk early, a colleague late. Minimums are off, so it may be
 * published as thin as that.
 */
export async function publishedWeek(office: TestOffice) {
  const one = staffOf(office, 'receptionist');
  const two = staffOf(office, 'receptionist', true);
  const week = await newWeek(office);
  await put(office, week.id, [one]);
  await put(office, week.id, [two], { shift: 'late' });
  const published = must(
    await office.as('csSupervisor').rosters.publish({ id: week.id, version: 1, shortReason: '试运行' }),
  );
  const { cells } = must(await office.as('receptionist').rosters.week({ id: week.id }));
  const cellOf = (staffId: string) => cells.find((cell) => cell.staffId === staffId)!.id;
  return { ...published, one, two, mine: cellOf(one), theirs: cellOf(two) };
}
