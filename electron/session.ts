import { MINUTE_MS } from '../shared/dates';
import type { Actor } from '../shared/registers/session';
import type { SessionPort } from './host';

/**
 * Who is on at this desk, kept in main (trust.md D4, D5): locks itself when nobody touched the app for the minutes the
 * office set, and after 12 hours whatever happened. Electron-free; main feeds it input, screen lock and suspend.
 */

const LONGEST_MS = 12 * 60 * MINUTE_MS;

export interface DeskSessionDeps {
  /** Minutes without input after which the desk locks (settings `limits.autoLockMinutes`). */
  lockMinutes(): number;
  /** Somebody came, left or locked: the windows must ask `session.state` again. */
  onChange(): void;
  /** Another person than the last one is on: nothing of the last one may stay in a window. */
  onOtherPerson(): void;
  /** Monotonic milliseconds, so that a changed clock neither locks nor unlocks. */
  clock(): number;
}

export class DeskSession implements SessionPort {
  readonly #deps: DeskSessionDeps;
  #actor: Actor | null = null;
  #locked = false;
  #lastOnId: string | null = null;
  #openedAt = 0;
  #inputAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: DeskSessionDeps) {
    this.#deps = deps;
  }

  /** A person who must change a first PIN stays locked until it is changed. */
  open(actor: Actor, mustChangePin: boolean): void {
    const other = this.#lastOnId !== null && this.#lastOnId !== actor.staffId;
    this.#actor = actor;
    this.#lastOnId = actor.staffId;
    this.#locked = mustChangePin;
    this.#openedAt = this.#deps.clock();
    this.#inputAt = this.#openedAt;
    this.#watch();
    if (other) this.#deps.onOtherPerson();
    else this.#deps.onChange();
  }

  lock(): void {
    clearTimeout(this.#timer);
    if (!this.#actor || this.#locked) return;
    this.#locked = true;
    this.#deps.onChange();
  }

  end(): void {
    clearTimeout(this.#timer);
    if (!this.#actor) return;
    this.#actor = null;
    this.#locked = false;
    this.#deps.onOtherPerson();
    this.#lastOnId = null;
  }

  phase(): 'signedOut' | 'locked' | 'open' {
    if (!this.#actor) return 'signedOut';
    return this.#locked ? 'locked' : 'open';
  }

  actor(): Actor | null {
    return this.#actor;
  }

  /** A key, a click, a touch, a move over the window: the desk is attended. */
  input(): void {
    this.#inputAt = this.#deps.clock();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const now = this.#deps.clock();
    const idleLeft = this.#inputAt + this.#deps.lockMinutes() * MINUTE_MS - now;
    const left = Math.min(idleLeft, this.#openedAt + LONGEST_MS - now);
    if (left <= 0) {
      this.lock();
      return;
    }
    // Never later than a minute, so that a shorter limit set meanwhile is kept.
    this.#timer = setTimeout(() => this.#watch(), Math.min(left, MINUTE_MS));
  }
}
