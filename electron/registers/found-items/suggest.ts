import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { Settings } from '../../../shared/registers/office';
import { shiftAt } from '../../../shared/registers/shifts';
import type { ReadDb } from '../../db/context';
import type { FoundItemsTable } from '../../db/tables';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { pinyinOf } from '../staff/names';

/**
 * What was typed before, best first (desk-practice.md §4): this shift > last 90 days > all, then by frequency, then the
 * newest. Erased names do not come back: the row no longer has them.
 */

type Ops = HandlersFor<'foundItems'>;
type Field = Parameters<Ops['suggest']>[0]['field'];

/** Lines looked at: some weeks of a busy desk, read by the time index in about a millisecond. */
const RECENT = 500;
const SHOWN = 8;

interface Seen {
  value: string;
  /** 3 this shift, 2 last 90 days, 1 older, 0 only in the managed list. */
  rank: number;
  times: number;
  hint: string | null;
}

export const suggest: Ops['suggest'] = async ({ field, typed }, { db, now }) => {
  const settings = await settingsOf(db);
  const rows = await db
    .selectFrom('found_items')
    .select(['name', 'foundPlace', 'storagePlace', 'finderName', 'finderDepartment', 'foundAt', 'category'])
    .where('state', '!=', 'voided')
    .orderBy('foundAt', 'desc')
    .orderBy('id', 'desc')
    .limit(RECENT)
    .execute();
  const shiftFrom = shiftAt(settings.shifts, now)?.from ?? now;
  const recentFrom = instantOf(addDays(dayOf(now), -90));
  const seen = new Map<string, Seen>();
  for (const row of rows) {
    const value = row[field];
    if (!value) continue;
    const rank = row.foundAt >= shiftFrom ? 3 : row.foundAt >= recentFrom ? 2 : 1;
    const known = seen.get(value);
    if (known) {
      known.times += 1;
      known.rank = Math.max(known.rank, rank);
    } else seen.set(value, { value, rank, times: 1, hint: hintOf(field, row, settings) });
  }
  for (const managed of await managedList(db, field, settings)) {
    if (!seen.has(managed.value)) seen.set(managed.value, { ...managed, rank: 0, times: 0 });
  }
  const wanted = typed?.toLowerCase() ?? '';
  return [...seen.values()]
    .filter(({ value }) => fits(value, wanted))
    .sort((a, b) => b.rank - a.rank || b.times - a.times)
    .slice(0, SHOWN)
    .map(({ value, hint }) => ({ value, hint }));
};

/** Any part of the text, or the beginning of its pinyin or initials (`lm` → 蓝牙耳机 no, 连帽… yes). */
function fits(value: string, wanted: string): boolean {
  if (wanted === '' || value.toLowerCase().includes(wanted)) return value.toLowerCase() !== wanted;
  if (!/^[a-z]+$/.test(wanted)) return false;
  const { pinyin, initials } = pinyinOf(value);
  return pinyin.startsWith(wanted) || initials.startsWith(wanted);
}

type Row = Pick<FoundItemsTable, 'name' | 'category' | 'finderDepartment'>;

/** Tells namesakes apart: a finder's department; an item's category. */
function hintOf(field: Field, row: Row, settings: Settings): string | null {
  if (field === 'finderName') return row.finderDepartment;
  if (field === 'name') return settings.categories.find((c) => c.code === row.category)?.zh ?? null;
  return null;
}

/** Lists the office keeps: places, cupboards, its own people, its posts. */
async function managedList(
  db: ReadDb,
  field: Field,
  settings: Settings,
): Promise<{ value: string; hint: string | null }[]> {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, hint: null }));
  switch (field) {
    case 'foundPlace':
      return plain(settings.places);
    case 'storagePlace':
      return plain(settings.storagePlaces);
    case 'finderDepartment':
      return plain([settings.office.department, ...settings.posts]);
    case 'finderName': {
      const staff = await db
        .selectFrom('staff')
        .select(['name', 'staffNo'])
        .where('active', '=', 1)
        .execute();
      return staff.map(({ name, staffNo }) => ({ value: name, hint: staffNo }));
    }
    case 'name':
      return [];
  }
}
