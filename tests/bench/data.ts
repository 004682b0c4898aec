import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedFile } from '../../electron/cli/seed';
import { Chance } from '../../electron/cli/seed/chance';
import { Anchors } from '../../electron/db/anchors';
import { DATABASE_NAME, type OfficeFile, openOffice } from '../../electron/db/office-file';
import { warm } from '../../electron/db/warm';
import { type Caller, Door } from '../../electron/door';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { DEFAULT_SETTINGS } from '../../electron/registers/office/defaults';
import { proveSecret } from '../../electron/registers/session/prove';
import type { Client } from '../../shared/api';
import { isoOf, msOf } from '../../shared/dates';
import type { NumberedRegister } from '../../shared/ids';
import type { Result } from '../../shared/result';
import type { Capacity, Role } from '../../shared/roles';
import { say } from './report';

/** Demo offices to measure: the same seed as the command line's, in a temporary folder that is gone afterwards. */

/** The books end here; ids, names and times are the same on every machine. */
export const UNTIL = '2026-10-31T15:59:59.999Z';
/** 132 months, as in speed.md §3. */
const YEARS = 11;

/** Runs `work` in a temporary folder and removes it whatever happens. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

interface MakeOptions {
  years?: number;
  name?: string;
  /** An office made before, or where this one shall stay. */
  keptIn?: string | undefined;
  /** Lines of these registers instead of found items. */
  each?: Partial<Record<NumberedRegister, number>>;
}

/** Makes an office with so many found items (or lines of `each`) below `folder`. Answers its data folder and what making it took. */
export async function makeOffice(
  folder: string,
  entries: number,
  { years = YEARS, name = 'office', keptIn, each }: MakeOptions = {},
): Promise<{ dataDir: string; seconds: number; megabytes: number }> {
  const dataDir = keptIn ?? join(folder, name);
  const began = performance.now();
  let said = began;
  const there = existsSync(join(dataDir, DATABASE_NAME));
  if (!there)
    await seedFile(
      dataDir,
      {
        entries,
        years,
        until: msOf(UNTIL),
        ...(each ? { each } : {}),
        registers: each ? (Object.keys(each) as NumberedRegister[]) : ['foundItems'],
        chance: new Chance(`bench ${entries}`),
      },
      (done, total) => {
        if (performance.now() - said < 5000) return;
        said = performance.now();
        say(`  ${done} of ${total} entries`);
      },
    );
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const megabytes = Math.round(statSync(join(dataDir, DATABASE_NAME)).size / 1e6);
  const what = Object.entries(each ?? { foundItems: entries }).map(([book, n]) => `${n} ${book}`);
  say(`office of ${what.join(', ')}: ${seconds} s, ${megabytes} MB`);
  return { dataDir, seconds, megabytes };
}

/** An office as the app holds it open, without windows. */
export interface BenchOffice {
  file: OfficeFile;
  door: Door;
  /** The receptionist at the desk. */
  caller: Caller;
  client: Client;
  close(): void;
}

/** Opens an office behind its door and reads its file once, as the app does when it starts. */
export async function openBench(dataDir: string, clock = (): string => UNTIL): Promise<BenchOffice> {
  const file = openOffice(dataDir, 'existing', isoOf(Date.now()));
  const warming = warm(file.path);
  await warming.done;
  const anchors = new Anchors(file.rawReader, dataDir);
  const door = new Door({
    file,
    handlers,
    host: new NodeHost(dataDir),
    prove: proveSecret,
    clock,
    station: () => DEFAULT_SETTINGS.station.name,
    log: (error) => {
      throw error;
    },
    onCommit: (head, at) => anchors.committed(head, at),
  });
  anchors.opened();
  const person = file.rawReader
    .prepare(`SELECT * FROM staff WHERE roles = '["receptionist"]' AND active = 1 ORDER BY staffNo LIMIT 1`)
    .get() as { id: string; staffNo: string; name: string; roles: string; capacities: string };
  const { id, roles, capacities, staffNo, name } = person;
  const actor = {
    staffId: id,
    staffNo,
    name,
    roles: JSON.parse(roles) as Role[],
    capacities: JSON.parse(capacities) as Capacity[],
  };
  const caller: Caller = { actor, locked: false };
  const client = new Proxy({} as Client, {
    get: (_, namespace: string) =>
      new Proxy(
        {},
        { get: (__, key: string) => (input: unknown) => door.call(`${namespace}.${key}`, input, caller) },
      ),
  });
  const close = (): void => {
    anchors.closed();
    file.close();
    warming.close();
  };
  return { file, door, caller, client, close };
}

/** The data of a result that must be ok. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw new Error(`expected ok, got ${JSON.stringify(result.error)}`);
}
