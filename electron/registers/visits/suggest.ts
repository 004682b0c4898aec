import type { HandlersFor } from '../handlers';
import { pinyinOf } from '../staff/names';

/** Words typed before in the visitor book, best first: how often, then how lately (desk-practice.md §4). */

/** Lines looked at: some weeks of a busy desk, read by the time index. */
const RECENT = 500;
const SHOWN = 8;

export const suggest: HandlersFor<'visits'>['suggest'] = async ({ field, typed }, { db }) => {
  const rows = await db
    .selectFrom('visits')
    .select(['company', 'purpose', 'carrier', 'hostPlace', 'belongings'])
    .where('state', '!=', 'voided')
    .orderBy('visitAt', 'desc')
    .orderBy('id', 'desc')
    .limit(RECENT)
    .execute();
  const times = new Map<string, number>();
  for (const row of rows) {
    const value = row[field];
    if (value) times.set(value, (times.get(value) ?? 0) + 1);
  }
  const wanted = typed?.toLowerCase() ?? '';
  return [...times]
    .filter(([value]) => fits(value, wanted))
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .map(([value]) => ({ value, hint: null }));
};

/** Any part of the text, or the beginning of its pinyin or initials. */
function fits(value: string, wanted: string): boolean {
  if (wanted === '' || value.toLowerCase().includes(wanted)) return value.toLowerCase() !== wanted;
  if (!/^[a-z]+$/.test(wanted)) return false;
  const { pinyin, initials } = pinyinOf(value);
  return pinyin.startsWith(wanted) || initials.startsWith(wanted);
}
