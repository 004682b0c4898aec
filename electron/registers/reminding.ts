import { timeOf } from '../../shared/dates';
import type { Reminder, Weight } from '../../shared/registers/today';
import type { Moment, ReminderRule } from '../entries/reminder';
import { accessCardReminders } from './access-cards/reminders';
import { broadcastReminders } from './broadcasts/reminders';
import { businessCentreReminders } from './business-centre/reminders';
import { contactReminders } from './contacts/reminders';
import { custodyReminders } from './custody/reminders';
import { diaryReminders } from './diaries/reminders';
import { dutyLogReminders } from './duty-log/reminders';
import { foundItemReminders } from './found-items/reminders';
import { goodsReleaseReminders } from './goods-releases/reminders';
import { keyDeskReminders } from './key-desk/reminders';
import { keyReminders } from './keys/reminders';
import { mailReminders } from './mail/reminders';
import { meetingReminders } from './meetings/reminders';
import { noticeReminders } from './notices/reminders';
import { rosterReminders } from './rosters/reminders';
import { signedPaperReminders } from './signed-papers/reminders';
import { visitReminders } from './visits/reminders';

/**
 * What the office is reminded of (domain.md §6.5): LIST of the rooms' rules. A room is one line here and one file
 * `<room>/reminders.ts`.
 */
const RULES: readonly ReminderRule[] = [
  ...keyDeskReminders,
  ...keyReminders,
  ...visitReminders,
  ...goodsReleaseReminders,
  ...foundItemReminders,
  ...accessCardReminders,
  ...mailReminders,
  ...contactReminders,
  ...custodyReminders,
  ...businessCentreReminders,
  ...noticeReminders,
  ...broadcastReminders,
  ...dutyLogReminders,
  ...diaryReminders,
  ...meetingReminders,
  ...rosterReminders,
  ...signedPaperReminders,
];

export const keyOf = ({ register, need }: Pick<ReminderRule, 'register' | 'need'>): string =>
  `${register}.${need}`;

/** The rule of a reminder's key; undefined when no room has it. */
export const ruleOf = (key: string): ReminderRule | undefined => RULES.find((rule) => keyOf(rule) === key);

/** A rule presses at this hour. */
const isTime = ({ from }: ReminderRule, { settings, now }: Moment): boolean =>
  from === undefined || timeOf(now) >= from(settings);

/** What a rule finds now; null when it does not press. */
export async function askRule(rule: ReminderRule, moment: Moment): Promise<Omit<Reminder, 'snoozed'> | null> {
  if (!isTime(rule, moment)) return null;
  const { count, since } = await rule.waiting(moment);
  if (count === 0) return null;
  const { register, need, weight, snoozeMinutes } = rule;
  return { key: keyOf(rule), register, need, weight, count, since, snoozeMinutes };
}

const ORDER: Record<Weight, number> = { urgent: 0, due: 1, soon: 2 };

/** Everything that presses now and passes `may`, the most pressing first, then the oldest. Snoozes are put beside them. */
export async function remindersOf(moment: Moment, may: (rule: ReminderRule) => boolean): Promise<Reminder[]> {
  const snoozes = await moment.db
    .selectFrom('reminder_snoozes')
    .selectAll()
    .where('state', '=', 'on')
    .where('until', '>', moment.now)
    .execute();
  const found: Reminder[] = [];
  for (const rule of RULES.filter(may)) {
    const asked = await askRule(rule, moment);
    if (!asked) continue;
    const snooze = snoozes.find((row) => row.reminder === asked.key);
    found.push({
      ...asked,
      snoozed: snooze
        ? { until: snooze.until, reason: snooze.reason, byName: snooze.byName, at: snooze.at }
        : null,
    });
  }
  const text = ({ since }: Reminder) => since ?? '~';
  return found.sort(
    (a, b) => ORDER[a.weight] - ORDER[b.weight] || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0),
  );
}

/** What cannot wait, for tray and notification: no names, no places, whoever is on or not. */
export async function alarmsOf(moment: Moment): Promise<{ key: string; count: number }[]> {
  const pressing = await remindersOf(moment, (rule) => rule.weight === 'urgent');
  return pressing.filter((one) => one.snoozed === null).map(({ key, count }) => ({ key, count }));
}
