import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../shared/registers/session';
import type { OpError } from '../../shared/result';
import { holds, type Permit } from '../../shared/roles';
import { DATABASE_NAME } from '../db/office-file';
import type { Paper } from '../host';
import { NodeHost } from '../node-host';
import { type OpenOffice, openDesk } from '../office';
import { isDemo } from '../registers/office/settings';
import { actorOf, proveSecret } from '../registers/session/prove';
import { CommandRefused, progressOf, type Say } from './say';

/** An office opened by the command line: the same door, with an actor who was proven or belongs to a demo office. */
export interface Desk {
  office: OpenOffice;
  actor: Actor;
  close(): void;
}

class CliHost extends NodeHost {
  override readonly paper: Paper | null;
  readonly #say: ReturnType<typeof progressOf>;
  constructor(dataDir: string, paper: Paper | null, say: Say) {
    super(dataDir);
    this.paper = paper;
    this.#say = progressOf(say, 'working');
  }
  override progress(_job = '', done = 0, total = 0): void {
    this.#say(done, total);
  }
}

/** The database of a data folder. Errors: CommandRefused `missing`. */
export function databaseOf(dataDir: string): string {
  const path = join(dataDir, DATABASE_NAME);
  if (!existsSync(path))
    throw new CommandRefused('missing', `There is no office in ${dataDir} (no ${DATABASE_NAME}).`);
  return path;
}

/**
 * Opens the office for a command that acts. Demo offices act as one of their own people who may; real ones want
 * `--as STAFFNO` and that person's PIN or passphrase on standard input. Errors: CommandRefused, OpenRefused.
 */
export async function openAs(
  dataDir: string,
  permit: Permit,
  as: string | null,
  secret: () => Promise<string>,
  paper: Paper | null,
  say: Say,
): Promise<Desk> {
  databaseOf(dataDir);
  const office = await openDesk({ dataDir, host: new CliHost(dataDir, paper, say), onChanged: () => {} });
  try {
    const actor = await actorFor(office, permit, as, secret);
    if (!holds(actor.roles, permit))
      throw new CommandRefused('notAllowed', `${actor.name} may not do this (${permit}).`);
    return { office, actor, close: () => office.close() };
  } catch (error) {
    office.close();
    throw error;
  }
}

async function actorFor(
  { door }: OpenOffice,
  permit: Permit,
  as: string | null,
  secret: () => Promise<string>,
): Promise<Actor> {
  const rows = await door.read
    .selectFrom('staff')
    .selectAll()
    .where('active', '=', 1)
    .orderBy('staffNo')
    .execute();
  const demo = await isDemo(door.read);
  if (as === null) {
    const row = demo ? rows.find((one) => holds(actorOf(one).roles, permit)) : undefined;
    if (row) return actorOf(row);
    throw new CommandRefused(
      'signIn',
      'This is a real office: say who you are with --as STAFFNO and give the PIN on standard input.',
    );
  }
  const row = rows.find((one) => one.staffNo === as);
  if (demo && row) return actorOf(row);
  const typed = (await secret()).replace(/\r?\n$/, '');
  try {
    // Somebody unknown costs the same time and gets the same answer (trust.md D1).
    return await proveSecret(door, row?.id ?? '', typed, 'signIn');
  } catch (error) {
    const reason = (error as { reason?: string }).reason;
    if (!reason) throw error;
    throw new CommandRefused(reason, 'The number or the PIN is not right, or too many tries were made.');
  }
}

/** The data of a result, or the refusal as the command line says it. */
export function dataOf(result: { ok: true; data: unknown } | { ok: false; error: OpError }): unknown {
  if (result.ok) return result.data;
  const { error } = result;
  if (error.kind === 'refused')
    throw new CommandRefused(error.reason, `Refused: ${error.reason} ${JSON.stringify(error.params ?? {})}`);
  if (error.kind === 'invalid')
    throw new CommandRefused('invalid', `Not accepted: ${JSON.stringify(error.fields)}`);
  throw new CommandRefused('broken', `Something broke; it is in the log under ${error.ref}.`);
}
