import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { addDays, dayOf, timeOf } from '../../../shared/dates';
import type { BoardBooking } from '../../../shared/registers/room-bookings';
import { stateLabel } from '../../book/book';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { StateMark } from '../../ui/StateMark';
import { ROOM_BOOKINGS } from './books';
import { bookingTone } from './tones';

interface WeekBoardProps {
  onOpen: (id: string) => void;
  /** Enter on a free cell: the strip. */
  onBook: () => void;
}

/** F30 on screen: rooms × days of a week. Arrows move, Enter opens or books, PgUp/PgDn change the week, T is this week. */
export function WeekBoard({ onOpen, onBook }: WeekBoardProps) {
  const { t } = useWords();
  const [on, setOn] = useState(() => dayOf(nowIso()));
  const [at, setAt] = useState({ room: 0, day: 0 });
  const table = useRef<HTMLTableElement>(null);
  const { data } = useOp('roomBookings.board', { on }, { keep: true });
  if (!data) return <p className="quiet">{t('core:loading')}</p>;
  const { days, rooms, bookings } = data;
  if (rooms.length === 0) return <p className="quiet">{t('business:screen.noRooms')}</p>;
  const inCell = (room: number, day: number): BoardBooking[] =>
    bookings.filter((one) => one.roomId === rooms[room]?.id && dayOf(one.fromAt) === days[day]);
  const go = (room: number, day: number): void => {
    const next = {
      room: Math.min(Math.max(room, 0), rooms.length - 1),
      day: Math.min(Math.max(day, 0), days.length - 1),
    };
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.room}-${next.day}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { room, day } = at;
    const [booked] = inCell(room, day);
    const acts: Record<string, () => void> = {
      ArrowLeft: () => go(room, day - 1),
      ArrowRight: () => go(room, day + 1),
      ArrowUp: () => go(room - 1, day),
      ArrowDown: () => go(room + 1, day),
      PageUp: () => setOn(addDays(on, -7)),
      PageDown: () => setOn(addDays(on, 7)),
      KeyT: () => setOn(dayOf(nowIso())),
      Enter: () => (booked ? onOpen(booked.id) : onBook()),
    };
    const act = acts[event.code];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <section className="sheet" aria-label={t('business:screen.boardLabel')}>
      <div className="row apart">
        <strong className="number">
          {t('business:screen.week', { from: days[0] ?? '', to: days[6] ?? '' })}
        </strong>
        <span className="quiet small">{t('business:screen.boardKeys')}</span>
        <span className="row">
          <Button variant="default" onClick={() => setOn(addDays(on, -7))}>
            {t('business:screen.weekBefore')}
          </Button>
          <Button variant="default" onClick={() => setOn(dayOf(nowIso()))}>
            {t('business:screen.thisWeek')}
          </Button>
          <Button variant="default" onClick={() => setOn(addDays(on, 7))}>
            {t('business:screen.weekAfter')}
          </Button>
        </span>
      </div>
      <table className="week-board" ref={table}>
        <thead>
          <tr>
            <th scope="col">{t('business:column.board.room')}</th>
            {days.map((day, i) => (
              <th key={day} scope="col">
                {day.slice(5)} {t(`business:weekday.${i}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rooms.map((room, r) => (
            <tr key={room.id}>
              <th scope="row">{room.name}</th>
              {days.map((day, d) => (
                <td
                  key={day}
                  data-cell={`${r}-${d}`}
                  tabIndex={at.room === r && at.day === d ? 0 : -1}
                  onFocus={() => setAt({ room: r, day: d })}
                  onKeyDown={onKeyDown}
                >
                  {inCell(r, d).map((one) => (
                    <p key={one.id} className="small">
                      <span className="number">
                        {timeOf(one.fromAt)}–{timeOf(one.toAt)}
                      </span>{' '}
                      {one.subject}{' '}
                      <StateMark tone={bookingTone(one)} word={t(stateLabel(ROOM_BOOKINGS, one.state))} />
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
