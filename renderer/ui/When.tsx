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
