import type Database from 'better-sqlite3';
import { PERSONAL } from '../../shared/registers/personal';
import { Refusal } from '../../shared/result';
import { CHANGES_THE_BOOK, isBound } from './bound-pages';
import type { JournalledRegister, JournalledRows } from './journalled';
import { JOURNALLED } from './migrations';
import { prepared } from './prepared';
import {
  canonicalRow,
  digestOf,
  digestRow,
  type HashedLine,
  hashLine,
  type Seal,
  type Seals,
  sealedMark,
  sealValue,
  tableOf,
} from './seal';

/**
 * The journal (architecture.md §4): every change of every journalled table passes here, inside the door's transaction.
 * The line is written first, then the row: triggers refuse a row version that no line announces.
 */

/** Kinds shared by all registers. */
export type JournalKind =
  | 'CREATE'
  | 'CHANGE' // an operation of the trade moved the entry on
  | 'EDIT' // free edit inside the window
  | 'CORRECT' // strike-through with reason
  | 'CO_CONFIRM'
  | 'VOID'
  | 'LINK'
  | 'PRINT'
  | 'SIGNED_PAPER_FILED' // the signed copy of a slip lies in its binder
  | 'VIEW'
  | 'UNMASK'
  | 'EXPORT'
  | 'SIGN_IN'
  | 'ANONYMISE'
  | 'SYSTEM';

/** Who writes: snapshot of the actor, the workstation, the operation, the instant. */
export interface Hand {
  at: string;
  station: string;
  actorId: string;
  actorName: string;
  op: string;
}
export interface Facts {
  kind: JournalKind;
  /** More to say than the changed columns: reason, how, second person. Never personal values. */
  facts?: Record<string, unknown>;
}

type Row = Record<string, unknown>;

/** Writes journal lines and the rows they announce. One per transaction: it remembers the chain's end. */
export class Journal {
  readonly #db: Database.Database;
  readonly #random: (bytes: Uint8Array) => void;
  #hand: Hand;
  #seq: number;
  #hash: string;
  /** Lines written by this journal: a command that leaves it at zero is rolled back. */
  lines = 0;
  /** Registers touched, for the `changed` broadcast. */
  readonly touched = new Set<string>();

  constructor(db: Database.Database, hand: Hand, random: (bytes: Uint8Array) => void) {
    this.#db = db;
    this.#hand = hand;
    this.#random = random;
    const head = headOf(db);
    this.#seq = head.seq;
    this.#hash = head.hash;
  }

  /** Changes the writer (the seed writes as many people over many days). */
  as(hand: Hand): void {
    this.#hand = hand;
  }

  /** The chain's end as of now. */
  get head(): { seq: number; hash: string } {
    return { seq: this.#seq, hash: this.#hash };
  }

  /** A new entry: seals its personal values, announces version 1, inserts it. Answers the row as stored. */
  create<R extends JournalledRegister>(
    register: R,
    row: Omit<JournalledRows[R], 'version' | 'sealed'>,
    what: Facts = { kind: 'CREATE' },
  ): JournalledRows[R] {
    const full: Row = { ...row, version: 1 };
    if (PERSONAL[register]) full.sealed = JSON.stringify(this.#seal(register, full, {}));
    // The row's canonical text is both what the line says and what its digest covers: written out once.
    const canonical = canonicalRow(register, full);
    this.#line(register, full, what, `{"set":${canonical}${more(what.facts)}}`, digestOf(canonical));
    const columns = Object.keys(full);
    prepared(
      this.#db,
      `INSERT INTO ${tableOf(register)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...columns.map((c) => full[c] ?? null));
    return full as unknown as JournalledRows[R];
  }

  /**
   * Changes columns of an entry: announces version + 1, then updates exactly the row that was read.
   * Errors: Refusal `conflict` when somebody else changed it meanwhile (trust.md F10). Replaced personal values move to
   * `journal_secrets`, so a struck value can still be shown and can still be erased.
   */
  change<R extends JournalledRegister>(
    register: R,
    old: JournalledRows[R],
    patch: Partial<Omit<JournalledRows[R], 'version' | 'sealed'>>,
    what: Facts,
  ): JournalledRows[R] {
    const before = old as unknown as Row & { version: number; sealed?: string };
    this.#assertUnbound(register, before.serialNo, what.kind);
    const next: Row & { version: number } = { ...before, ...patch, version: before.version + 1 };
    const seals: Seals = before.sealed ? (JSON.parse(before.sealed) as Seals) : {};
    if (PERSONAL[register]) next.sealed = JSON.stringify(this.#seal(register, next, seals, before));
    const nextSeals: Seals = next.sealed ? (JSON.parse(next.sealed as string) as Seals) : {};
    const personal = PERSONAL[register] ?? [];
    const set: Row = {};
    const was: Row = {};
    for (const key of Object.keys(patch).sort()) {
      if (next[key] === before[key]) continue;
      const sealed = personal.includes(key);
      set[key] = sealed ? sealedMark(nextSeals[key]) : next[key];
      if (before[key] !== null) was[key] = sealed ? sealedMark(seals[key]) : before[key];
    }
    const seq = this.#line(
      register,
      next,
      what,
      `{"set":${JSON.stringify(set)},"was":${JSON.stringify(was)}${more(what.facts)}}`,
    );
    for (const key of Object.keys(was)) {
      const seal = seals[key];
      if (!personal.includes(key) || !seal) continue;
      this.#secret(seq, key, 'old', before[key], seal);
    }
    const table = tableOf(register)!;
    const key = JOURNALLED[table]!.key;
    const columns = Object.keys(set);
    if (next.sealed !== before.sealed) columns.push('sealed');
    const result = prepared(
      this.#db,
      `UPDATE ${table} SET ${['version', ...columns].map((c) => `${c} = ?`).join(', ')} WHERE ${key} = ? AND version = ?`,
    ).run(next.version, ...columns.map((c) => next[c] ?? null), next[key], before.version);
    if (result.changes !== 1) throw new Refusal('conflict');
    return next as unknown as JournalledRows[R];
  }

  /**
   * A happening that changes no row: a print, a look, an export, a sign-in, a refused claim. `personal` values enter the
   * line as sealed digests below `set`; their text stands in `journal_secrets` and can be erased.
   */
  note(
    register: string,
    entryId: string,
    what: Facts,
    serialNo: string | null = null,
    personal: Record<string, string> = {},
  ): number {
    const seals: Seals = {};
    const set: Row = {};
    for (const [field, value] of Object.entries(personal)) {
      seals[field] = sealValue(value, this.#random);
      set[field] = sealedMark(seals[field]);
    }
    const change = Object.keys(set).length > 0 ? { set, ...what.facts } : (what.facts ?? {});
    const seq = this.#write(register, entryId, 0, serialNo, what.kind, JSON.stringify(change), null);
    for (const [field, value] of Object.entries(personal))
      this.#secret(seq, field, 'new', value, seals[field]!);
    return seq;
  }

  /** What a bound month says stays (desk-practice.md §3.5); the trigger `journal_bound` holds it for everybody else. Errors: Refusal `bindings.frozen`. */
  #assertUnbound(register: string, serialNo: unknown, kind: JournalKind): void {
    if (typeof serialNo !== 'string' || !(CHANGES_THE_BOOK as readonly string[]).includes(kind)) return;
    if (isBound(this.#db, register, serialNo)) throw new Refusal('bindings.frozen', { serialNo });
  }

  /** Keeps a personal value beside the chain: the line holds only its digest. */
  #secret(seq: number, field: string, part: 'old' | 'new', value: unknown, [salt, digest]: Seal): void {
    prepared(
      this.#db,
      'INSERT INTO journal_secrets (seq, field, part, value, salt, digest) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(seq, field, part, value, salt, digest);
  }

  /** Announces a version of a row that the caller then stores itself (erase.ts: no value may stay behind). */
  announce(register: string, row: Row & { version: number }, kind: JournalKind, change: object): number {
    return this.#line(register, row, { kind }, JSON.stringify(change));
  }

  #line(
    register: string,
    row: Row,
    what: Facts,
    change: string,
    digest: string = digestRow(register, row),
  ): number {
    const key = JOURNALLED[tableOf(register)!]!.key;
    return this.#write(
      register,
      row[key] as string,
      row.version as number,
      (row.serialNo as string | undefined) ?? null,
      what.kind,
      change,
      digest,
    );
  }

  #write(
    register: string,
    entryId: string,
    entryVersion: number,
    serialNo: string | null,
    kind: string,
    change: string,
    entryDigest: string | null,
  ): number {
    const line: HashedLine = {
      ...this.#hand,
      seq: this.#seq + 1,
      kind,
      register,
      entryId,
      entryVersion,
      serialNo,
      change,
      entryDigest,
      prevHash: this.#hash,
    };
    const hash = hashLine(line);
    prepared(
      this.#db,
      `INSERT INTO journal (seq, at, station, actorId, actorName, op, kind, register, entryId, entryVersion, serialNo, change, entryDigest, prevHash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      line.seq,
      line.at,
      line.station,
      line.actorId,
      line.actorName,
      line.op,
      kind,
      register,
      entryId,
      entryVersion,
      serialNo,
      change,
      entryDigest,
      line.prevHash,
      hash,
    );
    this.#seq = line.seq;
    this.#hash = hash;
    this.lines += 1;
    this.touched.add(register);
    return line.seq;
  }

  /** Seals every personal value that is new or changed; keeps the seal of the others; a cleared value loses its seal. */
  #seal(register: string, row: Row, old: Seals, before: Row = {}): Seals {
    const seals: Seals = {};
    for (const key of PERSONAL[register] ?? []) {
      const value = row[key];
      const kept = old[key];
      if (value === before[key] && kept) seals[key] = kept;
      else if (typeof value === 'string') seals[key] = sealValue(value, this.#random);
    }
    return seals;
  }
}

const more = (facts: Record<string, unknown> | undefined): string => {
  const text = JSON.stringify(facts ?? {});
  return text === '{}' ? '' : `,${text.slice(1, -1)}`;
};

/** Head of the chain; seq 0 and empty hash before the first line. */
export function headOf(db: Database.Database): { seq: number; hash: string; at: string | null } {
  const row = prepared(db, 'SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string; at: string }
    | undefined;
  return row ?? { seq: 0, hash: '', at: null };
}
