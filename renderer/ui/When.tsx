import type { Wording } from '../../shared/columns';
import { addDays, dayOf, daysBetween, dayTimeOf, timeOf } from '../../shared/dates';
import { useWords } from '../i18n';
import { nowIso } from './fields/TimeField';

/** 09:30 today, 昨天 17:20, 11-18 09:30 this year, otherwise the whole date. */
export function whenText(at: string, now: string, { t }: Wording): string {
  const [day, today] = [dayOf(at), dayOf(now)];
  if (day === today) return timeOf(at);
  if (day === addDays(today, -1)) return t('core:when.yesterday', { time: timeOf(at) });
  if (day.slice(0, 4) === today.slice(0, 4)) return `${day.slice(5)} ${timeOf(at)}`;
  return dayTimeOf(at);
}

/** How long something lasts: 2 天 3 小时, 3 小时 10 分, 10 分. */
export function spanText(from: string, to: string, { t }: Wording): string {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return t('core:when.daysHours', { days, hours });
  if (hours > 0) return t('core:when.hoursMinutes', { hours, minutes: minutes % 60 });
  return t('core:when.minutes', { minutes });
}

interface WhenProps {
  /** UTC ISO instant. */
  at: string;
}

/** A moment as people say it, the full time on hover. */
export function When({ at }: WhenProps) {
  const words = useWords();
  return (
    <time dateTime={at} title={dayTimeOf(at)} className="number">
      {whenText(at, nowIso(), words)}
    </time>
  );
}

interface DayDueProps {
  /** `YYYY-MM-DD`. */
  on: string;
}

/** A day something is due: today, overdue by n days in seal red, or the date. */
export function DayDue({ on }: DayDueProps) {
  const { t } = useWords();
  const left = daysBetween(dayOf(nowIso()), on);
  if (left < 0)
    return (
      <span className="seal number" title={on}>
        ▲ {t('core:when.overdueDays', { days: -left })}
      </span>
    );
  return (
    <span className="number" title={on}>
      {left === 0 ? t('core:when.dueToday') : on}
    </span>
  );
}
