import type { Thing } from '../../../shared/registers/obligations';

/** The thing a scanned label belongs to, with the number on it; null when it should not be here. */
export function scanned(things: readonly Thing[], code: string): { thing: Thing; no: string } | null {
  for (const thing of things) {
    const hit = thing.numbers.find(({ scanCode, no }) => scanCode === code || no === code);
    if (hit) return { thing, no: hit.no };
  }
  return null;
}
