import { randomUUID } from 'node:crypto';

/**
 * Files that people chose in the system's dialog, by a name of ours: a page asks for "the file that was chosen" and can
 * neither name nor learn a path (trust.md E1).
 */
export class ChosenFiles {
  /** The last few: somebody may look at one file and go back to another. */
  static readonly KEPT = 8;
  readonly #paths = new Map<string, string>();

  /** Keeps a path; answers its name. */
  keep(path: string): string {
    for (const [name, kept] of this.#paths) if (kept === path) return name;
    const name = randomUUID();
    this.#paths.set(name, path);
    const [oldest] = this.#paths.keys();
    if (this.#paths.size > ChosenFiles.KEPT && oldest !== undefined) this.#paths.delete(oldest);
    return name;
  }

  /** The path behind a name; null when there is none (any more). */
  path(name: string): string | null {
    return this.#paths.get(name) ?? null;
  }
}
