import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The head of the chain at some moment. */
export interface Anchor {
  seq: number;
  hash: string;
  at: string;
}

/** Width of the newest-head file: always overwritten whole, so a shorter anchor leaves no rest of a longer one. */
const HEAD_BYTES = 160;

const textOf = (anchor: Anchor): string =>
  JSON.stringify({ seq: anchor.seq, hash: anchor.hash, at: anchor.at });
const padded = (anchor: Anchor): string => `${textOf(anchor).padEnd(HEAD_BYTES - 1)}\n`;

/** One anchor; null for a line torn by a power cut or written by somebody else. */
function read(text: string): Anchor | null {
  try {
    const value = JSON.parse(text) as Partial<Anchor> | null;
    return typeof value?.seq === 'number' &&
      /^[0-9a-f]{64}$/.test(value.hash ?? '') &&
      typeof value.at === 'string'
      ? { seq: value.seq, hash: value.hash!, at: value.at }
      : null;
  } catch {
    return null;
  }
}

/** Two files of anchors in one folder: `…head.json` (the newest, overwritten) and `…anchors.jsonl` (kept for good, only appended). */
export class AnchorPlace {
  readonly dir: string;
  readonly #prefix: string;
  #fd: number | null = null;
  #last = 0;

  constructor(dir: string, prefix: string) {
    this.dir = dir;
    this.#prefix = prefix;
  }
  /** A place in the second folder for one chain: the office's name for people, the chain's identity for the program. */
  static named(dir: string, officeName: string, chain: string): AnchorPlace {
    const safe = officeName.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 24) || 'deskbook';
    return new AnchorPlace(dir, `${safe}-${chain.slice(0, 12)}-`);
  }

  get #headPath(): string {
    return join(this.dir, `${this.#prefix}head.json`);
  }
  get #linesPath(): string {
    return join(this.dir, `${this.#prefix}anchors.jsonl`);
  }

  /** The anchors that can be read, oldest first, at most the `newest` of those kept; none when the folder is away. */
  read(newest: number): Anchor[] {
    const anchors: Anchor[] = [];
    for (const path of [this.#linesPath, this.#headPath]) {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        continue;
      }
      for (const line of text.split('\n').slice(-newest)) {
        const anchor = read(line);
        if (anchor) anchors.push(anchor);
      }
    }
    return anchors;
  }

  /** Overwrites the newest head in place: one small write on an open file. */
  head(anchor: Anchor): void {
    if (this.#fd === null) {
      mkdirSync(this.dir, { recursive: true });
      this.#fd = openSync(this.#headPath, existsSync(this.#headPath) ? 'r+' : 'w+');
    }
    writeSync(this.#fd, padded(anchor), 0, 'utf8');
  }

  /** Appends a line that stays; the same head twice is one line. */
  line(anchor: Anchor): void {
    if (anchor.seq === this.#last) return;
    mkdirSync(this.dir, { recursive: true });
    appendFileSync(this.#linesPath, `${textOf(anchor)}\n`);
    this.#last = anchor.seq;
  }

  /** Moves the newest head of the last run among the lines that stay. */
  keepHead(): void {
    if (!existsSync(this.#headPath)) return;
    const anchor = read(readFileSync(this.#headPath, 'utf8').trim());
    if (!anchor) return;
    const kept =
      existsSync(this.#linesPath) && readFileSync(this.#linesPath, 'utf8').includes(textOf(anchor));
    if (!kept) appendFileSync(this.#linesPath, `${textOf(anchor)}\n`);
  }

  /** The same in the background, for a folder on a stick or a share. */
  async write(anchor: Anchor, keep: boolean): Promise<void> {
    await writeFile(this.#headPath, padded(anchor));
    if (keep && anchor.seq !== this.#last) {
      await appendFile(this.#linesPath, `${textOf(anchor)}\n`);
      this.#last = anchor.seq;
    }
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }
}

/** The places of one chain in the second folder, whatever the office was called then; null when the folder is away. */
export function secondPlaces(folder: string, chain: string | null): AnchorPlace[] | null {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  if (chain === null) return [];
  const ending = new RegExp(`^(.*-${chain.slice(0, 12)}-)(?:anchors\\.jsonl|head\\.json)$`, 'u');
  const prefixes = new Set(
    names.map((name) => ending.exec(name)?.[1]).filter((prefix) => prefix !== undefined),
  );
  return [...prefixes].sort().map((prefix) => new AnchorPlace(folder, prefix));
}
