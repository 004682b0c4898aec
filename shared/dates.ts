/**
 * Instants are UTC ISO text (`…At`), days are `YYYY-MM-DD` (`…On`), months `YYYY-MM`. The office's wall clock is
 * China Standard Time: fixed +08:00 (no summer time since 1991), so days do not depend on the machine's zone (trust.md F9).
 * Birthdays are days and never instants (trust.md §0.14).
 */
export const OFFICE_OFFSET_MINUTES = 480;
const OFFSET_MS = OFFICE_OFFSET_MINUTES * 60_000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** UTC ISO text with milliseconds of an epoch in ms. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
/** Epoch ms of UTC ISO text. */
export const msOf = (iso: string): number => Date.parse(iso);
/** `2026-11-21T17:20` on the office's wall: the instant moved by +08:00, without zone. */
const wall = (iso: string, days = 0): string => new Date(msOf(iso) + OFFSET_MS + days * DAY_MS).toISOString();
/** The office's day an instant falls on, or so many days later. */
export const dayOf = (iso: string, later = 0): string => wall(iso, later).slice(0, 10);
/** The office's month an instant falls in. */
export const monthOf = (iso: string): string => wall(iso).slice(0, 7);
/** `HH:mm` on the office's wall. */
export const timeOf = (iso: string): string => wall(iso).slice(11, 16);
/** `YYYY-MM-DD HH:mm` on the office's wall: the full time shown on hover and on paper. */
export const dayTimeOf = (iso: string): string => `${dayOf(iso)} ${timeOf(iso)}`;
/** The instant at which a wall-clock day and time (`HH:mm`) happens. */
export const instantOf = (day: string, time = '00:00'): string =>
  isoOf(Date.parse(`${day}T${time}:00.000Z`) - OFFSET_MS);
/** A day moved by whole days. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
/** Whole days from one day to another (negative when `to` is earlier). */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS);
/** A month moved by whole months. */
export function addMonths(month: string, months: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}
/** The ISO week of a day, `2026-W48`: Monday to Sunday, the week of the year's first Thursday is W01. */
export function isoWeekOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  return `${year}-W${String(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1).padStart(2, '0')}`;
}
/** First instant of a month and first instant of the next: `from <= at < to`. */
export const monthSpan = (month: string): { from: string; to: string } => ({
  from: instantOf(`${month}-01`),
  to: instantOf(`${addMonths(month, 1)}-01`),
});

/**
 * Reads what a clerk types into a time field (desk-practice.md §4): `930`, `9:30`, `-15` (15 minutes ago), `t` (tomorrow
 * same time), `11-20 17:20`, `2026-11-20 17:20`, `昨天 17:20`; empty means now. Returns an instant, or null when it cannot be read.
 */
export function readTime(typed: string, now: string): string | null {
  const text = typed.trim().replace(/：/g, ':');
  if (text === '') return now;
  if (/^-\d{1,4}$/.test(text)) return isoOf(msOf(now) - Number(text.slice(1)) * MINUTE_MS);
  if (/^t$/i.test(text)) return isoOf(msOf(now) + DAY_MS);
  const match =
    /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?\s+|(昨天|今天|前天|明天)\s*)?(\d{1,2}):?(\d{2})$/.exec(
      text,
    );
  if (!match) return null;
  const today = dayOf(now);
  const shift = { 今天: 0, 昨天: -1, 前天: -2, 明天: 1 }[match[4] as '今天'];
  const year = match[1] ?? today.slice(0, 4);
  const day = match[2]
    ? `${year}-${match[2].padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
    : addDays(today, shift ?? 0);
  const hour = Number(match[5]);
  const minute = Number(match[6]);
  if (hour > 23 || minute > 59 || !isDay(day)) return null;
  return instantOf(day, `${String(hour).padStart(2, '0')}:${match[6]}`);
}

/** True for a day that exists in the calendar. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === day;
}
