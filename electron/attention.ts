import { MINUTE_MS } from '../shared/dates';

/**
 * The few that cannot wait (domain.md §6.5): said by the system's notification, counted on the badge. Electron-free: what
 * shows them is handed in. No name and no place is ever in it: the screen may be locked, and whoever passes can read it.
 */

/** Something that cannot wait: `register.need`, and how many. */
export interface Alarm {
  key: string;
  count: number;
}

export interface AttentionDeps {
  /** Shows a notification about one alarm. */
  show(alarm: Alarm): void;
  /** The number on the badge; 0 takes it away. */
  badge(total: number): void;
  /** Monotonic milliseconds. */
  clock(): number;
}

/** Said again after so long while it stands. */
const AGAIN_MS = 30 * MINUTE_MS;

/** Remembers what was said, so that nothing is said twice and nothing new is missed. */
export class Attention {
  readonly #deps: AttentionDeps;
  readonly #said = new Map<string, { count: number; at: number }>();
  #badge = 0;

  constructor(deps: AttentionDeps) {
    this.#deps = deps;
  }

  /** What cannot wait now. New ones, more of one, and those that stand for long are said. */
  look(alarms: readonly Alarm[]): void {
    const now = this.#deps.clock();
    for (const key of [...this.#said.keys()])
      if (!alarms.some((alarm) => alarm.key === key)) this.#said.delete(key);
    for (const alarm of alarms) {
      const said = this.#said.get(alarm.key);
      if (said && alarm.count <= said.count && now - said.at < AGAIN_MS) {
        said.count = alarm.count;
        continue;
      }
      this.#said.set(alarm.key, { count: alarm.count, at: now });
      this.#deps.show(alarm);
    }
    const total = alarms.reduce((sum, alarm) => sum + alarm.count, 0);
    if (total !== this.#badge) this.#deps.badge(total);
    this.#badge = total;
  }
}
