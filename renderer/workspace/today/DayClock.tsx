import type { Output } from '../../../shared/api';
import { type ClockSlot, slotNow } from '../../../shared/registers/today.clock';
import { useWords } from '../../i18n';
import { homes } from '../../registers/homes';
import { useOpen } from '../../registers/open';

interface DayClockProps {
  clock: Output<'today.board'>['clock'];
  now: string;
}

/** The day's clock (domain.md §1.2): this person's hours in a row, the present one marked. */
export function DayClock({ clock, now }: DayClockProps) {
  const { t, lang } = useWords();
  const open = useOpen();
  const present = slotNow(clock, now);
  const words = ({ code, shift }: ClockSlot): string =>
    t(`today:clock.${code}`, { shift: shift ? (lang === 'en' ? shift.en : shift.zh) : '' });
  return (
    <ol className="day-clock" aria-label={t('today:clockTitle')}>
      {clock.map((slot) => {
        const stage = slot === present ? 'now' : slot.since <= now ? 'past' : 'ahead';
        const home = slot.door ? homes[slot.door.register] : undefined;
        const text = (
          <>
            <time className="number">{slot.at}</time> <span>{words(slot)}</span>
          </>
        );
        return (
          <li
            key={`${slot.at} ${slot.code}`}
            className={`day-clock-slot ${stage}`}
            aria-current={stage === 'now' ? 'time' : undefined}
          >
            {slot.door && home ? (
              <button
                type="button"
                onClick={() => open({ register: slot.door!.register, need: slot.door!.need })}
              >
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
