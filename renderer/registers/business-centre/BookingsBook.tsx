import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { yuan } from '../../../shared/money';
import { BOOKING_NEEDS } from '../../../shared/registers/room-bookings';
import { BOOKING_COLUMNS } from '../../../shared/registers/room-bookings.columns';
import { BOOKING_STATES, LAYOUTS, type RoomBookingLine } from '../../../shared/registers/room-bookings.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { COUNT, MONEY, PHONE } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { focusFirst } from '../../book/QuickStrip';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOp, useOpPages } from '../../queries';
import { ROOM_BOOKINGS } from './books';
import './business.css';
import { UNIT } from '../units/unit-editor';
import { choice, LATER, NAME, NUMBER } from './editors';
import { feeHint } from './price';
import { RoomsDialog } from './RoomsDialog';
import { bookingTone } from './tones';
import { WeekBoard } from './WeekBoard';

/** 会议室预订 (S22): the strip, then the week board or the list. */
export function BookingsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [board, setBoard] = useState(true);
  const [stock, setStock] = useState(false);
  const rooms = useOp('meetingRooms.list', {}, { keep: true }).data ?? [];
  const asked: Input<'roomBookings.list'>['filter'] = {
    need: needOf(filter, BOOKING_NEEDS),
    states: ticked(filter.states, BOOKING_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('roomBookings.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('roomBookings.book') ? (
        <QuickForm
          op="roomBookings.ask"
          book={ROOM_BOOKINGS}
          label={t('business:screen.quickBooking')}
          place={strip}
          onBack={onBack}
          paper="F29"
          fields={(typed) => [
            {
              name: 'roomId',
              editor: {
                kind: 'list',
                choices: rooms
                  .filter((room) => room.active === 1)
                  .map((room) => ({ value: room.id, label: `${room.name} (${room.seats})` })),
              },
              required: true,
              hint: feeHint(rooms, typed) ?? '',
            },
            { name: 'fromAt', editor: LATER, required: true },
            { name: 'toAt', editor: LATER, required: true },
            { name: 'customerName', editor: NAME, required: true },
            { name: 'contactName', editor: { kind: 'text', max: 40 }, required: true },
            { name: 'subject', editor: { kind: 'text', max: 80 }, required: true },
            { name: 'people', editor: COUNT, required: true },
            { name: 'layout', editor: choice('layout', LAYOUTS), required: true, first: 'boardroom' },
            { name: 'contactPhone', editor: PHONE },
            { name: 'equipment', editor: { kind: 'text', max: 120 } },
            { name: 'depositCents', editor: MONEY },
            { name: 'depositReceiptNo', editor: NUMBER },
            { name: 'unitId', editor: UNIT },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
          follow={(part): Record<string, string> => {
            const room = rooms.find((one) => one.id === part.roomId);
            return room ? { depositCents: room.depositCents > 0 ? String(room.depositCents / 100) : '' } : {};
          }}
        />
      ) : null}
      <div className="row">
        <Button variant={board ? 'filled' : 'default'} onClick={() => setBoard(true)}>
          {t('business:screen.board')}
        </Button>
        <Button variant={board ? 'default' : 'filled'} onClick={() => setBoard(false)}>
          {t('business:screen.list')}
        </Button>
        {desk.may('meetingRooms.manage') ? (
          <Button variant="subtle" onClick={() => setStock(true)}>
            {t('business:book.meetingRooms')}
          </Button>
        ) : null}
        <span className="quiet small">
          {rooms
            .filter((room) => room.active === 1)
            .map((room) => `${room.name} ${yuan(room.hourCents)}`)
            .join(' · ')}
        </span>
      </div>
      {board && !filter.need ? (
        <WeekBoard onOpen={onOpen} onBook={() => focusFirst(strip)} />
      ) : (
        <BookList<RoomBookingLine>
          book={ROOM_BOOKINGS}
          desk={desk}
          list={list}
          columns={BOOKING_COLUMNS}
          render={RENDER}
          onOpen={onOpen}
          filters={{ states: BOOKING_STATES, byPerson: true, value: filter, onChange: onFilter }}
          exported={{ permit: 'roomBookings.export', register: 'roomBookings', filter: asked }}
          prints={{ permit: 'roomBookings.print', now: ['F30'], blank: ['F29', 'F30'] }}
        />
      )}
      {stock ? <RoomsDialog rooms={rooms} onClose={() => setStock(false)} /> : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: RoomBookingLine) => <StateCell book={ROOM_BOOKINGS} row={row} tone={bookingTone(row)} />,
};
