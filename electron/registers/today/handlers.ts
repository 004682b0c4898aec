import { MINUTE_MS, msOf } from '../../../shared/dates';
import { clockOf, endOfToday } from '../../../shared/registers/today.clock';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { CommandContext, ReadDb } from '../../db/context';
import type { ReminderSnoozesTable } from '../../db/tables';
import { A_DAY } from '../../entries/reminder';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { askRule, remindersOf, ruleOf } from '../reminding';

/** Today (domain.md §1.2, §6.5): the clock and what presses; the only things written are snoozes. */

type Ops = HandlersFor<'today'>;

const board: Ops['board'] = async (_, { db, now, actor }) => {
  const settings = await settingsOf(db);
  const roles = actor?.roles ?? [];
  return {
    now,
    clock: clockOf(roles, settings, now),
    reminders: await remindersOf({ db, now, settings }, (rule) => holds(roles, rule.permit)),
  };
};

/** A reminder is put off until a time of its own limit, or until the day ends where it may wait a whole day. */
const snooze: Ops['snooze'] = async ({ key, until, reason }, ctx) => {
  const { db, now, actor, journal, newId } = ctx;
  const rule = ruleOf(key);
  if (!rule || !holds(actor.roles, rule.permit)) throw new Refusal('today.nothingThere');
  if (!(await askRule(rule, { db, now, settings: await settingsOf(db) })))
    throw new Refusal('today.nothingThere');
  if (rule.snoozeMinutes === 0) throw new Refusal('today.cannotWait');
  if (msOf(until) <= msOf(now)) throw new InvalidField('until', 'time.early');
  const latest =
    rule.snoozeMinutes >= A_DAY
      ? msOf(endOfToday(now)) + A_DAY * MINUTE_MS
      : msOf(now) + rule.snoozeMinutes * MINUTE_MS;
  if (msOf(until) > latest) throw new Refusal('today.tooLong', { minutes: rule.snoozeMinutes });
  await wakeUp(ctx, key);
  journal.create('reminderSnoozes', {
    id: newId(),
    state: 'on',
    reminder: key,
    reason,
    until,
    at: now,
    byId: actor.staffId,
    byName: actor.name,
  });
  return { until };
};

const wake: Ops['wake'] = async ({ key }, ctx) => {
  if (!(await wakeUp(ctx, key))) throw new Refusal('today.notSnoozed');
  return {};
};

/** Ends the snooze that is on, if there is one. */
async function wakeUp({ db, journal, now }: CommandContext, key: string): Promise<boolean> {
  const row = await snoozeOn(db, key, now);
  if (!row) return false;
  journal.change('reminderSnoozes', row, { state: 'woken' }, { kind: 'CHANGE' });
  return true;
}

const snoozeOn = (db: ReadDb, key: string, now: string): Promise<ReminderSnoozesTable | undefined> =>
  db
    .selectFrom('reminder_snoozes')
    .selectAll()
    .where('state', '=', 'on')
    .where('reminder', '=', key)
    .where('until', '>', now)
    .executeTakeFirst();

export const todayHandlers: HandlersFor<'today'> = { board, snooze, wake };
