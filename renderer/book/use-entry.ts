import { useCallback, useEffect, useState } from 'react';
import { MINUTE_MS, msOf } from '../../shared/dates';
import { call } from '../client';
import { nowIso } from '../ui/fields/TimeField';
import type { Book, SeenOp } from './book';
import type { Desk } from './desk';

/** Plain values stay on the screen this long after an unmasking (trust.md C6). */
export const UNMASKED_MS = 30_000;

/** What `<register>.unmask` answers: plain values by field; child rows may stand in lists. */
export type PlainValues = Readonly<Record<string, unknown>>;

/** Values unmasked for a moment: shown, then hidden by themselves or with the page. */
export function usePlain(): [PlainValues, (values: PlainValues) => void] {
  const [plain, setPlain] = useState<PlainValues>({});
  useEffect(() => {
    if (Object.keys(plain).length === 0) return;
    const timer = setTimeout(() => setPlain({}), UNMASKED_MS);
    return () => clearTimeout(timer);
  }, [plain]);
  return [plain, setPlain];
}

/**
 * Tells the door that somebody else than the recorder reads the entry: that ends the free-edit window
 * (desk-practice.md §0.5). Older entries are frozen anyway and are not told.
 */
export function useSeen(
  book: Book,
  entry: { id: string; recorderId: string; recordedAt: string } | undefined,
  desk: Desk,
): void {
  const { actor, settings } = desk;
  const { register } = book;
  const window = settings.limits.freeEditMinutes * MINUTE_MS;
  const fresh =
    entry !== undefined &&
    entry.recorderId !== actor.staffId &&
    msOf(nowIso()) - msOf(entry.recordedAt) <= window;
  const id = fresh ? entry.id : null;
  useEffect(() => {
    if (id) void call(`${register}.markSeen` as SeenOp, { id });
  }, [register, id]);
}

/** What was saved last on this page, for the quiet mark. */
export function useSaved(
  serialNo: string | undefined,
): [{ serialNo: string; at: string } | null, () => void] {
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const mark = useCallback(() => {
    if (serialNo) setSaved({ serialNo, at: nowIso() });
  }, [serialNo]);
  return [saved, mark];
}
