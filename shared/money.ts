/** Money is counted in whole fen (`…Cents`), never in floating yuan. */

/** Banknotes and coins of the renminbi in fen, largest first: cash is counted by denomination (desk-practice.md §2.1). */
export const DENOMINATIONS_CENTS = [10000, 5000, 2000, 1000, 500, 100, 50, 10] as const;

/** `{ "10000": 3, "500": 1 }`: how many of each note. */
export type CashCount = Record<string, number>;

/** Sum of a count in fen. */
export const cashTotalCents = (count: CashCount): number =>
  Object.entries(count).reduce((sum, [cents, pieces]) => sum + Number(cents) * pieces, 0);

/** `1,234.50` from fen. */
export function yuan(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const abs = Math.abs(Math.round(cents));
  return `${sign}${Math.floor(abs / 100).toLocaleString('en-US')}.${String(abs % 100).padStart(2, '0')}`;
}
