import { randomFillSync } from 'node:crypto';

/** Chance fetched from the system by the page: a call for every 16 bytes costs a second in 100,000 rows. Fills `bytes`. */
export function pooledRandom(): (bytes: Uint8Array) => void {
  const pool = new Uint8Array(65_536);
  let at = pool.length;
  return (bytes) => {
    if (at + bytes.length > pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const given = pool.subarray(at, at + bytes.length);
    bytes.set(given);
    // What was given away may be a secret: it stays nowhere else.
    given.fill(0);
    at += bytes.length;
  };
}
