import { addDays, dayOf, instantOf } from '../dates';
import { ROLES, type Role } from '../posts';
import type { Settings } from './office';

/**
 * The day's clock (domain.md §1.2): what the documents ask for at which hour, and of whom. Hours that an office sets itself
 * (closing time, its shifts) are taken from the settings; the others are the documents' own.
 */

const DESK: readonly Role[] = ['csSupervisor', 'csAssistant', 'receptionist'];
const AREA: readonly Role[] = ['csSupervisor', 'csSteward'];
const EVERYONE: readonly Role[] = ROLES.filter((role) => role !== 'sysAdmin');

interface Slot {
  /** `HH:mm` of the office's day. */
  at: string;
  code: string;
  roles: readonly Role[];
  /** Register whose list is opened from here, and the need it is opened for. */
  door?: { register: string; need?: string };
}

const HOURS: readonly Slot[] = [
  { at: '08:20', code: 'arrive', roles: EVERYONE },
  { at: '08:30', code: 'morningMeeting', roles: EVERYONE, door: { register: 'meetings' } },
  { at: '09:00', code: 'patrol', roles: [...AREA, 'buildingInspector'] },
  { at: '10:30', code: 'visits', roles: AREA },
  { at: '11:50', code: 'handIn', roles: ['csSteward', 'projectAccountant', 'cashier'] },
  { at: '13:10', code: 'exchange', roles: AREA },
  { at: '13:30', code: 'vacantRound', roles: AREA, door: { register: 'units' } },
  { at: '14:10', code: 'writeUp', roles: AREA },
  { at: '17:10', code: 'diary', roles: AREA, door: { register: 'stewardDiaries' } },
  { at: '17:20', code: 'eveningMeeting', roles: EVERYONE, door: { register: 'meetings' } },
  { at: '17:30', code: 'summarySoon', roles: ['deptManager', ...DESK] },
  { at: '18:00', code: 'summary', roles: ['deptManager', ...DESK] },
  {
    at: '19:00',
    code: 'materials',
    roles: ['csSupervisor', 'receptionist', 'gateGuard', 'buildingInspector'],
  },
];

/** One hour of somebody's day. */
export interface ClockSlot {
  at: string;
  /** The same as an instant of today. */
  since: string;
  code: string;
  /** Words of the office's own shift, where the hour is one. */
  shift: { zh: string; en: string } | null;
  door: { register: string; need: string | null } | null;
}

/** The hours of today that concern somebody with these roles, in order. */
export function clockOf(roles: readonly Role[], settings: Settings, now: string): ClockSlot[] {
  const today = dayOf(now);
  const mine = (of: readonly Role[]) => roles.some((role) => of.includes(role));
  const slot = ({ at, code, door }: Omit<Slot, 'roles'>, shift: ClockSlot['shift'] = null): ClockSlot => ({
    at,
    since: instantOf(today, at),
    code,
    shift,
    door: door ? { register: door.register, need: door.need ?? null } : null,
  });
  const slots = HOURS.filter((hour) => mine(hour.roles)).map((hour) => slot(hour));
  if (mine(DESK))
    slots.push(
      slot({
        at: settings.keys.officeHours.to,
        code: 'keysDue',
        door: { register: 'keyLoans', need: 'dueToday' },
      }),
    );
  if (mine([...DESK, 'gateGuard']))
    for (const { from, zh, en } of settings.shifts)
      slots.push(slot({ at: from, code: 'handover', door: { register: 'handovers' } }, { zh, en }));
  return slots.sort((a, b) => (a.at === b.at ? (a.code < b.code ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** The slot the clock stands in: the last that has begun; null before the first. */
export const slotNow = (slots: readonly ClockSlot[], now: string): ClockSlot | null =>
  slots.findLast((slot) => slot.since <= now) ?? null;

/** Midnight that ends today: no snooze reaches beyond it. */
export const endOfToday = (now: string): string => instantOf(addDays(dayOf(now), 1));
