import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { KnownBorrower } from '../../../shared/registers/key-loans';
import { shiftAt } from '../../../shared/registers/shifts';
import { maskPhone } from '../../../shared/text';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { pinyinOf } from '../staff/names';

/**
 * Who took keys before, best first (desk-practice.md §4): this unit > this shift > last 90 days > all, then frequency, then
 * recency. Namesakes are told apart by the phone's tail. Erased names do not come back: the row no longer has them.
 */

type Ops = HandlersFor<'keyLoans'>;

/** Loans looked at: some weeks of a busy desk, read by the time index in a few milliseconds. */
const RECENT = 1000;
const SHOWN = 8;
const TAIL = 4;

interface Seen extends KnownBorrower {
  rank: number;
}

export const suggestBorrower: Ops['suggestBorrower'] = async ({ typed, unitId }, { db, now }) => {
  const { shifts } = await settingsOf(db);
  const rows = await db
    .selectFrom('key_loans')
    .select([
      'id',
      'borrowerName',
      'borrowerClass',
      'borrowerOrg',
      'borrowerPhone',
      'staffNo',
      'purpose',
      'unitId',
      'issuedAt',
    ])
    .where('state', '!=', 'voided')
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(RECENT)
    .execute();
  const shiftFrom = shiftAt(shifts, now)?.from ?? now;
  const recentFrom = instantOf(addDays(dayOf(now), -90));
  const wanted = typed?.toLowerCase() ?? '';
  const read = new Map<string, boolean>();
  /** A name is read once, however many keys its bearer took. */
  const fitting = (name: string, phone: string | null, staffNo: string | null): boolean => {
    const key = `${name}\n${phone ?? ''}\n${staffNo ?? ''}`;
    const known = read.get(key) ?? fits(name, phone, staffNo, wanted);
    read.set(key, known);
    return known;
  };
  const seen = new Map<string, Seen>();
  for (const row of rows) {
    const { borrowerName: name, borrowerPhone: phone } = row;
    if (name === null || !fitting(name, phone, row.staffNo)) continue;
    const rank =
      (row.unitId !== null && row.unitId === unitId ? 4 : 0) +
      (row.issuedAt >= shiftFrom ? 3 : row.issuedAt >= recentFrom ? 2 : 1);
    const key = `${name}\n${phone ?? ''}\n${row.staffNo ?? ''}`;
    const known = seen.get(key);
    if (known) {
      known.times += 1;
      known.rank = Math.max(known.rank, rank);
      continue;
    }
    seen.set(key, {
      loanId: row.id,
      borrowerName: name,
      borrowerClass: row.borrowerClass,
      borrowerOrg: row.borrowerOrg,
      staffNo: row.staffNo,
      phone: phone === null ? null : maskPhone(phone),
      phoneTail: phone?.slice(-TAIL) ?? null,
      purpose: row.purpose,
      times: 1,
      lastAt: row.issuedAt,
      rank,
    });
  }
  return [...seen.values()]
    .sort((a, b) => b.rank - a.rank || b.times - a.times)
    .slice(0, SHOWN)
    .map(({ rank: _, ...known }) => known);
};

/** Part of the name, the beginning of its pinyin or initials, the end of the phone, the staff number. */
function fits(name: string, phone: string | null, staffNo: string | null, wanted: string): boolean {
  if (wanted === '' || name.toLowerCase().includes(wanted)) return true;
  if (/^\d{3,}$/.test(wanted) && phone?.endsWith(wanted)) return true;
  if (staffNo?.toLowerCase() === wanted) return true;
  if (!/^[a-z]+$/.test(wanted)) return false;
  const { pinyin, initials } = pinyinOf(name);
  return pinyin.startsWith(wanted) || initials.startsWith(wanted);
}
