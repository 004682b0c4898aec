import type { NumberedRegister } from '../../../shared/ids';
import type { Columns } from '../../db/bulk/sink';
import { backupRoom } from './backup-room';
import { broadcastRoom } from './broadcast-room';
import { businessRoom } from './business-room';
import { cardRoom } from './card-room';
import { contactRoom } from './contact-room';
import { custodyRoom } from './custody-room';
import { customRoom } from './custom-room';
import { diaryRoom } from './diary-room';
import { dutyRoom } from './duty-room';
import { foundRoom } from './found-room';
import { handoverRoom } from './handover-room';
import { keyDeskRoom } from './key-desk-room';
import { keysRoom } from './keys-room';
import { mailRoom } from './mail-room';
import { meetingRoom } from './meeting-room';
import { noticeRoom } from './notice-room';
import { releaseRoom } from './release-room';
import type { SeedRoom } from './room';
import { rosterRoom } from './roster-room';
import { todayRoom } from './today-room';
import { unitsRoom } from './units-room';
import { visitRoom } from './visit-room';

/** Every room of the demo office, in the order they are furnished: units stand before keys, keys before loans. */
export const ROOMS: readonly SeedRoom[] = [
  unitsRoom,
  keysRoom,
  keyDeskRoom,
  foundRoom,
  cardRoom,
  visitRoom,
  releaseRoom,
  mailRoom,
  custodyRoom,
  noticeRoom,
  broadcastRoom,
  businessRoom,
  customRoom,
  handoverRoom,
  todayRoom,
  backupRoom,
  rosterRoom,
  contactRoom,
  dutyRoom,
  diaryRoom,
  meetingRoom,
];

/** Registers into which lines come over the years. */
export const LINED: readonly NumberedRegister[] = ROOMS.flatMap((room) => room.lines);

/** Columns of every register's rows. */
export const COLUMNS: Columns = Object.assign({}, ...ROOMS.map((room) => room.columns));
