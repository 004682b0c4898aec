import { newId } from '../../../shared/ids';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters at the end of an id that count: 33 million ids of one instant. */
const COUNTED = 5;

/**
 * Ids of one instant that only rise: time, chance once, then a counter. Every index on ids grows at its end instead of
 * everywhere, which halves the time of a big import.
 */
export function risingIds(ms: number, random: (bytes: Uint8Array) => void): () => string {
  const stem = newId(ms, random).slice(0, -COUNTED);
  let n = 0;
  return () => {
    let tail = '';
    for (let rest = n, i = 0; i < COUNTED; i += 1, rest = Math.floor(rest / 32))
      tail = DIGITS[rest % 32] + tail;
    n += 1;
    return stem + tail;
  };
}
