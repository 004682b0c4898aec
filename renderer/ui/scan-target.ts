import { type RefCallback, useCallback, useEffect, useRef } from 'react';
import { type OwnCode, readOwnCode } from '../../shared/scan';

/**
 * Screens that take scans for themselves before the result card does: counting keys, comparing goods, a pass field. The
 * one opened last is asked first; a screen behind a hidden tab is not asked.
 */

export interface Scan {
  /** What the scanner sent. */
  code: string;
  /** What it says when it is one of ours; null for numbers of others (parcels, goods). */
  own: OwnCode | null;
}

/** `taken`: done, high sound. `wrong`: mine but not right, low sound. `pass`: not mine, ask the next. */
export type Taken = 'taken' | 'wrong' | 'pass';

export interface ScanTargetOptions {
  /** False: not now (a step not reached yet). */
  active?: boolean;
  /** Takes numbers of others too; they are then kept out of text fields. */
  foreign?: boolean;
}

interface Taker {
  take: (scan: Scan) => Taken | Promise<Taken>;
  foreign: boolean;
  place: () => HTMLElement | null;
}
/** Open takers, the topmost last. */
const stack: Taker[] = [];

const isSeen = ({ place }: Taker): boolean => !place()?.closest('[hidden], [inert]');

/**
 * Takes scans while the screen is open. Put the answered ref on the screen's outermost element, so that a hidden tab is
 * known: `const here = useScanTarget((scan) => …); return <div ref={here}>…`.
 */
export function useScanTarget(
  take: (scan: Scan) => Taken | Promise<Taken>,
  { active = true, foreign = false }: ScanTargetOptions = {},
): RefCallback<HTMLElement> {
  const latest = useRef(take);
  latest.current = take;
  const place = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!active) return;
    const taker: Taker = { take: (scan) => latest.current(scan), foreign, place: () => place.current };
    stack.push(taker);
    return () => {
      stack.splice(stack.indexOf(taker), 1);
    };
  }, [active, foreign]);
  return useCallback((element: HTMLElement | null) => {
    place.current = element;
  }, []);
}

/** True when an open screen wants numbers of others. */
export const foreignIsWanted = (): boolean => stack.some((taker) => taker.foreign && isSeen(taker));

/** Offers a scan to the open screens, the topmost first. */
export async function offerScan(code: string): Promise<Taken> {
  const scan: Scan = { code, own: readOwnCode(code) };
  for (const taker of [...stack].reverse()) {
    if ((scan.own === null && !taker.foreign) || !isSeen(taker)) continue;
    const taken = await taker.take(scan);
    if (taken !== 'pass') return taken;
  }
  return 'pass';
}
