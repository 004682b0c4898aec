import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { PERSONAL } from '../../../shared/registers/personal';
import { type Facts, type Hand, headOf, type JournalledRows } from '../../db/journal';
import { JOURNALLED } from '../../db/migrations';
import { hashLine, type Seal, type Seals, sealedMark, sealValue, tableOf } from '../../db/seal';

/**
 * The journal for bulk writing: the same lines, seals, digests and hashes as db/journal.ts, but a row is inserted once,
 * in its last version, after all its lines (the triggers ask for exactly that: no version without its line). An entry
 * keeps its canonical JSON in pieces, so a change costs only the pieces it touches. `verify` is the proof that both agree.
 */

type Value = string | number | null;
type Row = Record<string, Value>;
/** Registers the seed writes in bulk. */
export type BookRegister = 'foundItems' | 'lostReports';
export type BookRow<R extends BookRegister> = Omit<JournalledRows[R], 'version' | 'sealed'>;

const digest = (text: string): string => hash('sha256', text, 'base64url');
const withFacts = (facts: Record<string, unknown> | undefined): string => {
  const text = facts ? JSON.stringify(facts) : '{}';
  return text === '{}' ? '' : `,${text.slice(1, -1)}`;
};

/** The growing end of the chain. */
export class Chain {
  readonly #insert: Database.Statement;
  readonly #secret: Database.Statement;
  #seq: number;
  #hash: string;

  constructor(db: Database.Database) {
    const head = headOf(db);
    this.#seq = head.seq;
    this.#hash = head.hash;
    this.#insert = db.prepare(
      `INSERT INTO journal (seq, at, station, actorId, actorName, op, kind, register, entryId, entryVersion, serialNo, change, entryDigest, prevHash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#secret = db.prepare(
      'INSERT INTO journal_secrets (seq, field, part, value, salt, digest) VALUES (?, ?, ?, ?, ?, ?)',
    );
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
    this.#insert.run(
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
    );
    this.#seq = seq;
    this.#hash = next;
    return seq;
  }

  /** Keeps a personal value that a line replaced (`old`) or named (`new`) beside the chain, erasable later. */
  keep(seq: number, field: string, part: 'old' | 'new', value: Value, [salt, mark]: Seal): void {
    this.#secret.run(seq, field, part, value, salt, mark);
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
  readonly #db: Database.Database;
  /** By the columns they fill. */
  readonly #inserts = new Map<string, Database.Statement>();
  /** Columns of the canonical row, sorted; `version` among them. */
  readonly #keys: string[];
  readonly #place: Map<string, number>;
  readonly #personal: ReadonlySet<string>;

  /** `columns`: every column of the register's rows, without `version` and `sealed`. */
  constructor(
    db: Database.Database,
    chain: Chain,
    register: R,
    columns: readonly string[],
    random: (bytes: Uint8Array) => void,
  ) {
    this.register = register;
    this.#chain = chain;
    this.#random = random;
    this.#keys = [...columns, 'version'].sort();
    this.#place = new Map(this.#keys.map((key, i) => [key, i]));
    this.#personal = new Set(PERSONAL[register] ?? []);
    this.#db = db;
    if (!this.#place.has(JOURNALLED[tableOf(register)!]!.key)) throw new Error(`${register} without its key`);
  }

  /** The CREATE line of a new entry. The row is handed over: from now on change it through `change` only. */
  open(row: BookRow<R>, hand: Hand, facts?: Record<string, unknown>): Told<R> {
    const told: Told<R> = { row, version: 1, seals: {}, pieces: [] };
    const values = row as unknown as Row;
    for (const key of this.#keys) {
      const value = key === 'version' ? 1 : values[key]!;
      if (value === null) told.pieces.push('');
      else if (this.#personal.has(key)) {
        const seal = sealValue(String(value), this.#random);
        told.seals[key] = seal;
        told.pieces.push(`"${key}":{"sealed":"${seal[1]}"}`);
      } else told.pieces.push(`"${key}":${typeof value === 'number' ? value : JSON.stringify(value)}`);
    }
    const canonical = canonicalOf(told.pieces);
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
    const { id, serialNo } = told.row;
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
    const columns: string[] = [];
    const row: Value[] = [];
    // Half the columns of a line are empty, and every bound value costs: each set of columns has its own statement.
    for (const key of this.#keys) {
      const value = key === 'version' ? told.version : values[key]!;
      if (value === null) continue;
      columns.push(key);
      row.push(value);
    }
    row.push(JSON.stringify(told.seals));
    const names = columns.join(', ');
    let insert = this.#inserts.get(names);
    if (!insert) {
      insert = this.#db.prepare(
        `INSERT INTO ${tableOf(this.register)} (${names}, sealed) VALUES (${columns.map(() => '?').join(', ')}, ?)`,
      );
      this.#inserts.set(names, insert);
    }
    insert.run(row);
  }

  #line(told: Told<R>, hand: Hand, kind: string, change: string, entryDigest: string): number {
    const { id, serialNo } = told.row;
    return this.#chain.write(hand, kind, this.register, id, told.version, serialNo, change, entryDigest);
  }
}

function canonicalOf(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) if (piece !== '') text += text === '' ? piece : `,${piece}`;
  return `{${text}}`;
}
