/**
 * Where an arrow key leads on a board of `count` hooks in rows of `columns`; null when the key moves nothing. Up and down
 * stay in their column, the ends are ends: no hook is left by accident.
 */
export function stepOn(key: string, at: number, count: number, columns: number): number | null {
  const step: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  if (key === 'Home') return count > 0 ? 0 : null;
  if (key === 'End') return count > 0 ? count - 1 : null;
  const by = step[key];
  if (by === undefined) return null;
  const next = at + by;
  return next >= 0 && next < count ? next : null;
}
