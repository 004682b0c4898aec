import { Button } from '@mantine/core';
import { useState } from 'react';
import { yuan } from '../../../shared/money';
import type { MeetingRoom } from '../../../shared/registers/room-bookings.row';
import { useWords } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { AddRoom, AmendRoom, CloseRoom } from './RoomDialog';

interface RoomsDialogProps {
  rooms: readonly MeetingRoom[];
  onClose: () => void;
}

const COLUMNS = ['name', 'seats', 'equipment', 'hour', 'deposit'] as const;

/** The stock of meeting rooms (S22): what each offers and costs; added, changed and closed from here. */
export function RoomsDialog({ rooms, onClose }: RoomsDialogProps) {
  const { t } = useWords();
  const [act, setAct] = useState<{ what: 'add' } | { what: 'amend' | 'close'; room: MeetingRoom } | null>(
    null,
  );
  const back = () => setAct(null);
  if (act?.what === 'add') return <AddRoom onClose={back} />;
  if (act?.what === 'amend') return <AmendRoom room={act.room} onClose={back} />;
  if (act?.what === 'close') return <CloseRoom room={act.room} onClose={back} />;
  return (
    <Dialog opened onClose={onClose} width={940} title={t('business:book.meetingRooms')}>
      {rooms.length === 0 ? (
        <p className="quiet">{t('business:empty.meetingRooms')}</p>
      ) : (
        <table className="rooms">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {t(`business:column.meetingRooms.${name}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rooms.map((room) => (
              <tr key={room.id} className={room.active === 1 ? undefined : 'quiet'}>
                <th scope="row">{room.name}</th>
                <td className="number">{room.seats}</td>
                <td>{room.equipment}</td>
                <td className="number">{yuan(room.hourCents)}</td>
                <td className="number">{yuan(room.depositCents)}</td>
                <td>
                  {room.active === 1 ? (
                    <span className="row end">
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={`${t('business:screen.amendRoom')} ${room.name}`}
                        onClick={() => setAct({ what: 'amend', room })}
                      >
                        {t('business:screen.amend')}
                      </Button>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={`${t('business:screen.closeRoom')} ${room.name}`}
                        onClick={() => setAct({ what: 'close', room })}
                      >
                        {t('business:screen.close')}
                      </Button>
                    </span>
                  ) : (
                    t('business:screen.closed')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row end">
        <Button onClick={() => setAct({ what: 'add' })}>{t('business:screen.addRoom')}</Button>
      </div>
    </Dialog>
  );
}
