import { hash } from 'node:crypto';
import { PERSONAL } from '../../../shared/registers/personal';
import type { Facts, Hand } from '../journal';
import type { JournalledRows } from '../journalled';
import { hashLine, type Seal, type Seals, sealedMark, sealValue } from '../seal';
import type { BookRegister, Sink, Value } from './sink';

/**
 * The journal for bulk writing: the same lines, seals, digests and hashes as db/journal.ts, but a row is inserted once,
 * in its last version, after all its lines (the triggers ask for exactly that: no version without its line). An entry
 * keeps its canonical JSON in pieces, so a change costs only the pieces it touches. `verify` is the proof that both agree.
 */

type Row = Record<string, Value>;
export type BookRow<R extends BookRegister> = Omit<JournalledRows[R], 'version' | 'sealed'>;

const digest = (text: string): string => hash('sha256', text, 'base64url');
const withFacts = (facts: Record<string, unknown> | undefined): string => {
  const text = facts ? JSON.stringify(facts) : '{}';
  return text === '{}' ? '' : `,${text.slice(1, -1)}`;
};

/** The growing end of the chain. */
export class Chain {
  readonly #sink: Sink;
  #seq: number;
  #hash: string;

  /** `head`: the chain's end so far. */
  constructor(sink: Sink, head: { seq: number; hash: string }) {
    this.#sink = sink;
    this.#seq = head.seq;
    this.#hash = head.hash;
  }

  get head(): { seq: number; hash: string } {
    return { seq: this.#seq, hash: this.#hash };
  }

  /** Appends one line; answers its sequence number. */
  write(
    hand: Hand,
    kind: string,
    register: string,
    entryId: string,
    entryVersion: number,
    serialNo: string | null,
    change: string,
    entryDigest: string | null,
  ): number {
    const { at, station, actorId, actorName, op } = hand;
    const seq = this.#seq + 1;
    const prevHash = this.#hash;
    const next = hashLine({
      seq,
      at,
      station,
      actorId,
      actorName,
      op,
      kind,
      register,
      entryId,
      entryVersion,
      serialNo,
      change,
      entryDigest,
      prevHash,
    });
    this.#sink.write([
      'line',
      [
        seq,
        at,
        station,
        actorId,
        actorName,
        op,
        kind,
        register,
        entryId,
        entryVersion,
        serialNo,
        change,
        entryDigest,
        prevHash,
        next,
      ],
    ]);
    this.#seq = seq;
    this.#hash = next;
    return seq;
  }

  /** Keeps a personal value that a line replaced (`old`) or named (`new`) beside the chain, erasable later. */
  keep(seq: number, field: string, part: 'old' | 'new', value: Value, [salt, mark]: Seal): void {
    this.#sink.write(['secret', [seq, field, part, value, salt, mark]]);
  }
}

/** An entry while its story is being told: its row as of now and what the next digest needs. */
export interface Told<R extends BookRegister = BookRegister> {
  readonly row: BookRow<R>;
  version: number;
  readonly seals: Seals;
  /** `"key":value` of each column in sorted order; '' where the value is null. */
  readonly pieces: string[];
}

/** One register's entries. */
export class Book<R extends BookRegister> {
  readonly register: R;
  readonly #chain: Chain;
  readonly #random: (bytes: Uint8Array) => void;
  readonly #sink: Sink;
  /** Columns of the canonical row, sorted, with their names as they stand in it; `version` among them. */
  readonly #columns: readonly { key: string; name: string; sealed: boolean }[];
  readonly #place: Map<string, number>;
  readonly #personal: ReadonlySet<string>;

  /** `columns`: those of the register's rows, sorted, with `version` and without `sealed`. */
  constructor(
    sink: Sink,
    chain: Chain,
    register: R,
    columns: readonly string[],
    random: (bytes: Uint8Array) => void,
  ) {
    this.register = register;
    this.#sink = sink;
    this.#chain = chain;
    this.#random = random;
    this.#place = new Map(columns.map((key, i) => [key, i]));
    this.#personal = new Set(PERSONAL[register] ?? []);
    this.#columns = columns.map((key) => ({ key, name: `"${key}":`, sealed: this.#personal.has(key) }));
  }

  /** The CREATE line of a new entry. The row is handed over: from now on change it through `change` only. */
  open(row: BookRow<R>, hand: Hand, facts?: Record<string, unknown>): Told<R> {
    const told: Told<R> = { row, version: 1, seals: {}, pieces: [] };
    const values = row as unknown as Row;
    let text = '';
    for (const { key, name, sealed } of this.#columns) {
      const value = key === 'version' ? 1 : values[key]!;
      let piece = '';
      if (value === null) {
        told.pieces.push(piece);
        continue;
      }
      if (sealed) {
        const seal = sealValue(String(value), this.#random);
        told.seals[key] = seal;
        piece = `${name}{"sealed":"${seal[1]}"}`;
      } else piece = name + (typeof value === 'number' ? value : JSON.stringify(value));
      told.pieces.push(piece);
      text += text === '' ? piece : `,${piece}`;
    }
    const canonical = `{${text}}`;
    this.#line(told, hand, 'CREATE', `{"set":${canonical}${withFacts(facts)}}`, digest(canonical));
    return told;
  }

  /** The line of a change; same content as Journal.change. `patch` names columns with their new values. */
  change(told: Told<R>, patch: Partial<BookRow<R>>, hand: Hand, what: Facts): void {
    const values = told.row as unknown as Row;
    const set: string[] = [];
    const was: string[] = [];
    const replaced: [string, Value, Seal][] = [];
    for (const key of Object.keys(patch).sort()) {
      const before = values[key]!;
      const after = (patch as Row)[key]!;
      if (after === before) continue;
      const at = this.#place.get(key)!;
      const old = told.pieces[at]!;
      if (old !== '') was.push(old);
      values[key] = after;
      let piece = '';
      if (this.#personal.has(key)) {
        const seal = told.seals[key];
        if (seal) replaced.push([key, before, seal]);
        delete told.seals[key];
        if (after !== null) told.seals[key] = sealValue(String(after), this.#random);
        const mark = sealedMark(told.seals[key]);
        piece = mark ? `"${key}":${JSON.stringify(mark)}` : '';
      } else if (after !== null) piece = `"${key}":${JSON.stringify(after)}`;
      set.push(piece === '' ? `"${key}":null` : piece);
      told.pieces[at] = piece;
    }
    told.version += 1;
    told.pieces[this.#place.get('version')!] = `"version":${told.version}`;
    const change = `{"set":{${set.join(',')}},"was":{${was.join(',')}}${withFacts(what.facts)}}`;
    const seq = this.#line(told, hand, what.kind, change, digest(canonicalOf(told.pieces)));
    for (const [field, value, seal] of replaced) this.#chain.keep(seq, field, 'old', value, seal);
  }

  /** A happening that changes no column: a print, a look, a refused claim. `personal` values stand sealed in the line. */
  note(told: Told<R>, hand: Hand, what: Facts, personal: Record<string, string> = {}): void {
    const { id, serialNo } = named(told.row);
    const seals = Object.entries(personal).map(
      ([field, value]) => [field, value, sealValue(value, this.#random)] as const,
    );
    const set = Object.fromEntries(seals.map(([field, , seal]) => [field, sealedMark(seal)]));
    const change = seals.length > 0 ? { set, ...what.facts } : (what.facts ?? {});
    const seq = this.#chain.write(
      hand,
      what.kind,
      this.register,
      id,
      0,
      serialNo,
      JSON.stringify(change),
      null,
    );
    for (const [field, value, seal] of seals) this.#chain.keep(seq, field, 'new', value, seal);
  }

  /** Puts the row where it belongs, as its last line left it. */
  settle(told: Told<R>): void {
    const values = told.row as unknown as Row;
    const row = this.#columns.map(({ key }) => (key === 'version' ? told.version : values[key]!));
    if (PERSONAL[this.register]) row.push(JSON.stringify(told.seals));
    this.#sink.write(['row', this.register, row]);
  }

  #line(told: Told<R>, hand: Hand, kind: string, change: string, entryDigest: string): number {
    const { id, serialNo } = named(told.row);
    return this.#chain.write(hand, kind, this.register, id, told.version, serialNo, change, entryDigest);
  }
}

function canonicalOf(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) if (piece !== '') text += text === '' ? piece : `,${piece}`;
  return `{${text}}`;
}

/** Child rows (passages, chases) carry no number of their own. */
const named = (row: { id: string }): { id: string; serialNo: string | null } => ({
  id: row.id,
  serialNo: 'serialNo' in row && typeof row.serialNo === 'string' ? row.serialNo : null,
});
