/** The keys as they come, for the scanner's set-up page: what the machine sends and what the desk made of it. */

export interface SeenKey {
  key: string;
  code: string;
  keyCode: number;
  /** ms since the key before; null for the first. */
  gap: number | null;
  isComposing: boolean;
  /** What the listener decided. */
  verdict: 'typed' | 'swallowed' | 'code' | 'repeat' | 'foreign';
}

type Watcher = (seen: SeenKey) => void;
const watchers = new Set<Watcher>();

/** True while somebody looks: only then are keys described at all. */
export const isWatched = (): boolean => watchers.size > 0;

/** Shows every key from now on; the answer ends it. Nothing is kept or sent anywhere. */
export function watchKeys(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The listener's side. */
export function tellWatchers(seen: SeenKey): void {
  for (const watcher of watchers) watcher(seen);
}
