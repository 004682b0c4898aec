import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { type Namespace, type OpName, opOf } from '../shared/api';
import { MINUTE_MS, msOf } from '../shared/dates';
import { newId } from '../shared/ids';
import type { Command, Op } from '../shared/op';
import type { Actor } from '../shared/registers/session';
import { InvalidField, type OpError, Refusal, type Result } from '../shared/result';
import { holds } from '../shared/roles';
import type { SecondPerson } from '../shared/text';
import type { CommandContext, ProvenSecond, ReadDb, WriteDb } from './db/context';
import { headOf, Journal } from './db/journal';
import { Numbering } from './db/numbering';
import type { OfficeFile } from './db/office-file';
import { pooledRandom } from './db/pooled-random';
import { prepared } from './db/prepared';
import { SearchIndex } from './db/search';
import type { Host, PrintSeat } from './host';

/**
 * The only way in (architecture.md §3), Electron-free: own-property look-up → lock → permit → parse → second person →
 * one IMMEDIATE transaction → handler → journal → result. Handlers of all registers come in as one list.
 */

export interface Caller {
  actor: Actor | null;
  locked: boolean;
  /** Set for a hidden print window only: it alone may call `printWindow` operations, and only about its own pages. */
  printWindow?: PrintSeat;
}

/**
 * The handlers as the door calls them, once the name is checked. That each fits its operation was proven where the list
 * was compiled (registers/handlers.ts); method syntax lets the precise types in.
 */
interface Answering {
  answer(input: unknown, context: unknown): unknown;
}
export type HandlerTable = Readonly<Record<Namespace, Readonly<Record<string, Answering['answer']>>>>;

/** Proves a secret and counts tries (trust.md D1–D3). Throws Refusal. */
export type ProveSecret = (door: Door, staffId: string, secret: string) => Promise<Actor>;

export interface DoorDeps {
  file: OfficeFile;
  handlers: HandlerTable;
  host: Host;
  prove: ProveSecret;
  clock: () => string;
  station: () => string;
  random?: (bytes: Uint8Array) => void;
  /** Logs a defect and answers its reference. */
  log: (error: unknown, op: string) => string;
  /** Parses every output too (tests): a handler that answers another shape than declared fails. */
  checkOutput?: boolean;
  onChanged?: (registers: string[]) => void;
  /** Milliseconds that never go back (lock-out waits, trust.md D3); the process clock when left out. */
  monotonicMs?: () => number;
  /** Called after each commit with the chain's end, for anchors. */
  onCommit?: (head: { seq: number; hash: string }, at: string) => void;
}

/** By hand: through Kysely each would cost as much again as it does. */
const [BEGIN, COMMIT, ROLLBACK] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const;

const CLOCK_TOLERANCE_MS = 2 * MINUTE_MS;

export class Door {
  readonly deps: DoorDeps;
  readonly #random: (bytes: Uint8Array) => void;
  /** Warnings of this start, as keys below `core:banner.` (anchors missing, schema changed, clock went back). */
  readonly banners = new Set<string>();
  /** Latest instant this run has seen in the journal. */
  #latest = '';

  constructor(deps: DoorDeps) {
    this.deps = deps;
    this.#random = deps.random ?? pooledRandom();
  }

  get read(): ReadDb {
    return this.deps.file.reader;
  }
  get now(): string {
    return this.deps.clock();
  }
  newId(): string {
    return newId(msOf(this.now), this.#random);
  }
  get random(): (bytes: Uint8Array) => void {
    return this.#random;
  }
  monotonicMs(): number {
    return this.deps.monotonicMs?.() ?? performance.now();
  }
  /** Raw read-only handle for `db/` searches. */
  get rawReader(): Database.Database {
    return this.deps.file.rawReader;
  }

  /** Runs one operation by name. Never throws: every outcome is a Result. */
  async call(name: string, input: unknown, caller: Caller): Promise<Result<unknown>> {
    try {
      const op = opOf(name);
      if (!op) throw new Refusal('unknownOperation');
      assertPermit(op, caller);
      const parsed = op.input.safeParse(input);
      if (!parsed.success) return { ok: false, error: invalid(parsed.error) };
      const data = await this.#run(name as OpName, op, parsed.data, caller);
      return { ok: true, data: this.deps.checkOutput ? op.output.parse(data) : data };
    } catch (error) {
      return { ok: false, error: this.#errorOf(error, name) };
    }
  }

  async #run(name: OpName, op: Op, input: unknown, caller: Caller): Promise<unknown> {
    const [namespace, key] = name.split('.') as [Namespace, string];
    const handler = this.deps.handlers[namespace][key]!;
    if (op.kind === 'query')
      return handler(input, { db: this.read, actor: caller.actor, now: this.now, door: this });
    if (op.kind === 'task')
      return handler(input, { actor: caller.actor, now: this.now, door: this, host: this.deps.host, caller });
    const actor = caller.actor;
    if (!actor) throw new Refusal('signedOut');
    const second = await this.#second(op, input, actor);
    return this.write(name, { id: actor.staffId, name: actor.name }, (ctx) =>
      handler(input, { ...ctx, actor, second }),
    );
  }

  /**
   * One IMMEDIATE transaction. Rolled back when `work` throws or writes no journal line; announced after the commit.
   * For commands and for tasks that must write (sign-in tries, prints).
   */
  async write<T>(
    op: string,
    who: { id: string; name: string },
    work: (ctx: Omit<CommandContext, 'actor' | 'second'>) => Promise<T> | T,
  ): Promise<T> {
    const { file } = this.deps;
    const now = this.now;
    let touched: string[] = [];
    let head = { seq: 0, hash: '' };
    const answer = await file.writer.connection().execute(async (connection) => {
      prepared(file.raw, BEGIN).run();
      try {
        const journal = new Journal(
          file.raw,
          { at: now, station: this.deps.station(), actorId: who.id, actorName: who.name, op },
          this.#random,
        );
        this.#watchClock(journal, now);
        const done = await work({
          db: connection,
          now,
          journal,
          numbers: new Numbering(file.raw),
          search: new SearchIndex(file.raw),
          newId: () => newId(msOf(now), this.#random),
          dataDir: file.dataDir,
        });
        if (journal.lines === 0) throw new Error(`${op} wrote no journal line`);
        touched = [...journal.touched];
        head = journal.head;
        prepared(file.raw, COMMIT).run();
        return done;
      } catch (error) {
        if (file.raw.inTransaction) prepared(file.raw, ROLLBACK).run();
        throw error;
      }
    });
    this.deps.onCommit?.(head, now);
    this.deps.onChanged?.(touched);
    return answer;
  }

  /**
   * Keeps the one writer waiting while another connection of this program writes (an import): commands queue, reads go on.
   * Announces as `write` does when something was touched.
   */
  async beside<T>(work: () => Promise<{ answer: T; touched: string[] }>): Promise<T> {
    const { file } = this.deps;
    const { answer, touched } = await file.writer.connection().execute(work);
    if (touched.length > 0) {
      this.deps.onCommit?.(headOf(file.rawReader), this.now);
      this.deps.onChanged?.(touched);
    }
    return answer;
  }

  /** True when the journal ends more than two minutes after now. */
  clockIsBack(): boolean {
    const { at } = headOf(this.deps.file.rawReader);
    return at !== null && msOf(at) - msOf(this.now) > CLOCK_TOLERANCE_MS;
  }

  /** A clock that went back more than two minutes since the last line says so once, in the journal and on screen (trust.md F9). */
  #watchClock(journal: Journal, now: string): void {
    const last = headOf(this.deps.file.raw).at;
    if (last !== null && last > this.#latest) this.#latest = last;
    const back = this.#latest !== '' && msOf(this.#latest) - msOf(now) > CLOCK_TOLERANCE_MS;
    if (back && !this.banners.has('clockBack')) {
      journal.note('clock', 'clock', { kind: 'SYSTEM', facts: { what: 'clockBack', last: this.#latest } });
      journal.lines = 0; // the command still owes a line of its own
    }
    if (back) this.banners.add('clockBack');
    else this.banners.delete('clockBack');
  }

  /** Changes sign-in counters only: they move with every try and are no evidence, so no journal line is asked for. */
  async counters<T>(work: (db: WriteDb, now: string) => Promise<T>): Promise<T> {
    const { raw, writer } = this.deps.file;
    return writer.connection().execute(async (connection) => {
      prepared(raw, BEGIN).run();
      try {
        const done = await work(connection, this.now);
        prepared(raw, COMMIT).run();
        return done;
      } catch (error) {
        if (raw.inTransaction) prepared(raw, ROLLBACK).run();
        throw error;
      }
    });
  }

  /** Proves the second person of a command before its transaction opens (domain.md §4.4). */
  async #second(op: Command, input: unknown, actor: Actor): Promise<ProvenSecond | null> {
    const rule = op.second;
    if (!rule) return null;
    const given = (input as { second?: SecondPerson | null }).second ?? null;
    if (!given) {
      if (rule.when === 'handler') return null;
      throw new Refusal('second.missing');
    }
    if (given.how === 'pending') {
      if (rule.when !== 'orPending') throw new Refusal('second.missing');
      return given;
    }
    if (given.how === 'witness') {
      if (rule.when !== 'orPending') throw new Refusal('second.pinNeeded');
      if (given.name === actor.name) throw new Refusal('second.same');
      return given;
    }
    if (given.staffId === actor.staffId) throw new Refusal('second.same');
    const person = await this.deps.prove(this, given.staffId, given.pin);
    if (!holds(person.roles, rule.permit)) throw new Refusal('second.noRight', { name: person.name });
    return { how: 'pin', staffId: person.staffId, name: person.name };
  }

  #errorOf(error: unknown, op: string): OpError {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason, params: error.params };
    if (error instanceof InvalidField) return { kind: 'invalid', fields: { [error.field]: error.problem } };
    const code = (error as { code?: string } | null)?.code ?? '';
    if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { kind: 'refused', reason: 'diskFull' };
    if (code.startsWith('SQLITE_BUSY')) return { kind: 'refused', reason: 'busy' };
    if (code.startsWith('SQLITE_READONLY')) return { kind: 'refused', reason: 'readOnly' };
    return { kind: 'broken', ref: this.deps.log(error, op) };
  }
}

function assertPermit(op: Op, caller: Caller): void {
  if (op.permit === 'printWindow') {
    if (!caller.printWindow) throw new Refusal('notAllowed');
    return;
  }
  if (op.permit === 'anyone') return;
  if (!caller.actor) throw new Refusal('signedOut');
  if (caller.locked) throw new Refusal('locked');
  if (!holds(caller.actor.roles, op.permit)) throw new Refusal('notAllowed');
}

/** Zod's issues as named fields. Our schemas carry i18n codes as messages; anything else falls back to its issue code. */
function invalid(error: z.ZodError): OpError {
  const fields: Record<string, { code: string; params?: Record<string, string | number> }> = {};
  for (const issue of error.issues) {
    const path = issue.path.join('.') || 'input';
    if (fields[path]) continue;
    const ours = /^[a-z]+\.[a-zA-Z]+$/.test(issue.message);
    fields[path] = { code: ours ? issue.message : `schema.${issue.code}` };
  }
  return { kind: 'invalid', fields };
}
