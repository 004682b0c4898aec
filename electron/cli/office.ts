import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, OpName, Output } from '../../shared/api';
import type { Actor } from '../../shared/registers/session';
import { holds, type Permit, type Role } from '../../shared/roles';
import { DATABASE_NAME } from '../db/office-file';
import { openRaw } from '../db/open';
import type { Door } from '../door';
import type { Paper } from '../host';
import { NodeHost } from '../node-host';
import { openDesk } from '../office';
import { isDemo } from '../registers/office/settings';
import { actorOf, proveSecret } from '../registers/session/prove';
import { CannotDo } from './command';
import { type DeskIo, meter } from './io';
import { Refused } from './refused';

/** The machine as the command line sees it: no windows, no dialogs, progress on standard error, paper when the app runs it. */
class CliHost extends NodeHost {
  override readonly paper: Paper | null;
  readonly #tell: (done: number, total: number) => void;

  constructor(dataDir: string, io: DeskIo) {
    super(dataDir);
    this.paper = io.paper;
    this.#tell = meter(io, 'done');
  }
  override progress(_job: string, done: number, total: number): void {
    this.#tell(done, total);
  }
}

/** An office opened for one command, with the person who gives it. */
export interface Signed {
  door: Door;
  actor: Actor;
  /** Runs an operation as that person. Errors: Refused. */
  call<Name extends OpName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  close(): void;
}

/** Path of the office's database. Errors: CannotDo `open.missing`. */
export function databaseIn(dataDir: string): string {
  const path = join(dataDir, DATABASE_NAME);
  if (!existsSync(path))
    throw new CannotDo('open.missing', `There is no office in ${dataDir} (no ${DATABASE_NAME}).`);
  return path;
}

/** True when the office says that it is a demo; looks without leaving a trace. Errors: OpenRefused, CannotDo `open.missing`. */
export function saysDemo(dataDir: string): boolean {
  const raw = openRaw(databaseIn(dataDir), 'readonly');
  try {
    const row = raw.prepare("SELECT value FROM settings WHERE key = 'demo'").get() as
      | { value: string }
      | undefined;
    return row !== undefined && (JSON.parse(row.value) as { on?: unknown }).on === true;
  } catch {
    // Unreadable settings are no excuse from signing in.
    return false;
  } finally {
    raw.close();
  }
}

/**
 * Opens the office in `dataDir` as `staffNo`, proven by the secret on standard input; a demo office asks for neither and
 * takes somebody of its own who holds `permit`. Errors: OpenRefused, CannotDo, Refused.
 */
export async function signIn(
  dataDir: string,
  staffNo: string | undefined,
  permit: Permit,
  io: DeskIo,
): Promise<Signed> {
  databaseIn(dataDir);
  const office = await openDesk({ dataDir, host: new CliHost(dataDir, io), onChanged: () => {} });
  try {
    const actor = await actorFor(office.door, staffNo, permit, io);
    if (!holds(actor.roles, permit))
      throw new CannotDo('refused.notAllowed', `${actor.name} may not do this (${permit}).`);
    return {
      door: office.door,
      actor,
      async call(name, input) {
        const result = await office.call(name, input, { actor, locked: false });
        if (!result.ok) throw new Refused(result.error);
        return result.data as Output<typeof name>;
      },
      close: () => office.close(),
    };
  } catch (error) {
    office.close();
    throw error;
  }
}

async function actorFor(door: Door, staffNo: string | undefined, permit: Permit, io: DeskIo): Promise<Actor> {
  const active = door.read.selectFrom('staff').selectAll().where('active', '=', 1);
  const named = staffNo ? await active.where('staffNo', '=', staffNo).executeTakeFirst() : undefined;
  if (await isDemo(door.read)) {
    if (named) return actorOf(named);
    if (staffNo) throw new CannotDo('staff.unknown', `Nobody here has the number ${staffNo}.`);
    const people = await active.orderBy('staffNo').execute();
    const able = people.find((row) => holds(JSON.parse(row.roles) as Role[], permit));
    if (!able)
      throw new CannotDo('refused.notAllowed', `Nobody in this demo office may do this (${permit}).`);
    return actorOf(able);
  }
  if (!staffNo)
    throw new CannotDo(
      'session.asMissing',
      'This is a real office: say who you are with --as STAFFNO, and give the PIN or passphrase on standard input.',
    );
  try {
    // An unknown number costs the same time and gives the same answer as a wrong PIN (trust.md D1).
    return await proveSecret(door, named?.id ?? '', await io.secret(), 'signIn');
  } catch (error) {
    throw Refused.from(error);
  }
}
