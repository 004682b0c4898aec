import { dayOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { FOUND_ITEM_OPEN, type FoundItemState } from '../../../shared/registers/found-items.row';
import type { Category } from '../../../shared/registers/office';

/** What time makes of an item: computed whenever it is shown, never stored (desk-practice.md §0.4). */

/**
 * Day (`YYYY-MM-DD`) from which the policy of its category asks for disposal; null when the item is closed, its
 * category is gone, or the policy waits for ever.
 */
export function disposalDueOn(
  item: { state: FoundItemState; category: string; foundAt: string },
  categories: readonly Category[],
): string | null {
  if (!FOUND_ITEM_OPEN.includes(item.state)) return null;
  const days = categories.find((category) => category.code === item.category)?.retentionDays ?? null;
  return days === null ? null : dayOf(item.foundAt, days);
}

/** Food and the like: kept a day at most, so its disposal prints a red line (desk-practice.md §3.1). */
export const isPerishable = (category: Pick<Category, 'retentionDays'> | undefined): boolean =>
  category !== undefined && category.retentionDays !== null && category.retentionDays <= 1;

/** 补录: typed more than `minutes` after it happened. */
export const isLate = (item: { recordedAt: string; foundAt: string }, minutes: number): boolean =>
  msOf(item.recordedAt) - msOf(item.foundAt) > minutes * MINUTE_MS;
