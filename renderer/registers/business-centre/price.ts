import { dayOf, msOf } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { JOB_KINDS, type JobPrice, priceOn } from '../../../shared/registers/business.setting';
import { halfHoursCents, type MeetingRoom } from '../../../shared/registers/room-bookings.row';
import { i18n } from '../../i18n';
import { countTyped } from '../../ui/fields/NumberFields';
import { instantTyped } from '../../ui/fields/TimeField';

/** What a job or a booking will cost, said while it is typed by the rules the door prices it by (S21, S22). */

type Typed = Readonly<Record<string, string>>;

/** The price of what is typed of a job, or that the list has none; null while kind or numbers are missing. */
export function priceHint(prices: readonly JobPrice[], typed: Typed): string | null {
  const kind = JOB_KINDS.find((one) => one === typed.kind);
  const pieces = countTyped(typed.originalPages ?? '') * countTyped(typed.copies ?? '');
  const at = instantTyped(typed.takenAt ?? '');
  if (!kind || Number.isNaN(pieces) || Number.isNaN(msOf(at))) return null;
  const unit = priceOn(prices, kind, typed.colour === 'yes', dayOf(at));
  if (unit === null) return i18n.t('business:screen.noPrice');
  return i18n.t('business:screen.price', { unit: yuan(unit), amount: yuan(unit * pieces) });
}

/** The fee of the hours typed; null while room or hours are missing. */
export function feeHint(rooms: readonly MeetingRoom[], typed: Typed): string | null {
  const room = rooms.find((one) => one.id === typed.roomId);
  if (!room || !typed.fromAt?.trim() || !typed.toAt?.trim()) return null;
  const minutes = (msOf(instantTyped(typed.toAt)) - msOf(instantTyped(typed.fromAt))) / 60_000;
  if (!(minutes > 0)) return null;
  return i18n.t('business:screen.feeOf', { yuan: yuan(halfHoursCents(0, minutes * 60_000, room.hourCents)) });
}
