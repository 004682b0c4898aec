import { createHash } from 'node:crypto';
import { type OfficeFile, openOffice } from '../../electron/db/office-file';
import { type Caller, Door } from '../../electron/door';
import type { Host } from '../../electron/host';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { DEFAULT_SETTINGS } from '../../electron/registers/office/defaults';
import { proveSecret } from '../../electron/registers/session/prove';
import { hashSecret } from '../../electron/registers/session/secrets';
import type { Client } from '../../shared/api';
import { isoOf, msOf } from '../../shared/dates';
import { newId } from '../../shared/ids';
import type { SettingKey } from '../../shared/registers/office';
import type { Actor } from '../../shared/registers/session';
import type { Result } from '../../shared/result';
import { type Capacity, ROLES, type Role } from '../../shared/roles';

/** PIN of every person in a test office; the administrator's passphrase. */
export const PIN = '482915';
export const PASSPHRASE = 'correct horse battery staple';

export type { Client };

/** `office.as('receptionist').foundItems.register({…})`: the real door on a real migrated database, with a fixed clock. */
export interface TestOffice {
  file: OfficeFile;
  door: Door;
  host: Host;
  /** Acts as the person with this role (one person per role; `other` picks a second person of the role). */
  as(role: Role, other?: boolean): Client;
  actor(role: Role, other?: boolean): Actor;
  /** Acts as anybody: null is signed out. */
  caller(caller: Caller): Client;
  /** `{ how: 'pin', … }` of the person with this role. */
  pin(role: Role, other?: boolean): { how: 'pin'; staffId: string; pin: string };
  now(): string;
  setNow(iso: string): void;
  /** Moves the clock by minutes. */
  pass(minutes: number): void;
  close(): void;
}

/** Counter-mode bytes from a seed: ids and salts repeat from run to run. */
export function seededBytes(seed: string): (bytes: Uint8Array) => void {
  let counter = 0;
  return (bytes) => {
    for (let offset = 0; offset < bytes.length; offset += 32) {
      const block = createHash('sha256').update(`${seed}:${counter}`).digest();
      counter += 1;
      bytes.set(block.subarray(0, Math.min(32, bytes.length - offset)), offset);
    }
  };
}

const NAMES: Record<Role, [string, string]> = {
  deptManager: ['周建国', '钱敏'],
  csSupervisor: ['王丽华', '韩冬'],
  csAssistant: ['李娜', '许静'],
  csSteward: ['陈强', '沈洁'],
  receptionist: ['张伟', '刘芳'],
  businessClerk: ['吴婷', '邓丽'],
  buildingInspector: ['赵刚', '冯超'],
  projectAccountant: ['孙梅', '蒋雪'],
  cashier: ['郑玲', '谢红'],
  gateGuard: ['马军', '罗勇'],
  cleaningLead: ['朱凤', '何香'],
  announcer: ['林音', '宋词'],
  engineeringDesk: ['高工', '唐修'],
  centerManager: ['徐总', '曹总'],
  sysAdmin: ['管理员', '副管理员'],
};

export interface OfficeOptions {
  /** A folder for a database on disk; in memory when left out. */
  dataDir?: string;
  now?: string;
  settings?: Partial<Record<SettingKey, unknown>>;
  capacities?: Partial<Record<Role, Capacity[]>>;
}

let shared: { hash: string; salt: string; params: string } | undefined;

/** A new office: default settings, two people of every role, everybody's PIN is PIN. */
export async function newOffice(options: OfficeOptions = {}): Promise<TestOffice> {
  let ms = msOf(options.now ?? '2026-11-21T02:00:00.000Z');
  const random = seededBytes('office');
  const dataDir = options.dataDir ?? ':memory:';
  const file = openOffice(dataDir, 'create', isoOf(ms));
  const host = new NodeHost(dataDir);
  const door = new Door({
    file,
    handlers,
    host,
    prove: proveSecret,
    clock: () => isoOf(ms),
    station: () => '前台一',
    monotonicMs: () => ms,
    random,
    log: (error) => {
      throw error;
    },
    checkOutput: true,
  });
  // Hashing is slow on purpose: one hash serves every test person.
  shared ??= await hashSecret(PIN, seededBytes('salt'));
  const credential = shared;
  const actors = new Map<string, Actor>();
  await door.write('office.setUp', { id: 'system', name: '系统' }, ({ journal }) => {
    for (const key of Object.keys(DEFAULT_SETTINGS) as SettingKey[]) {
      journal.create('settings', {
        key,
        value: JSON.stringify(options.settings?.[key] ?? DEFAULT_SETTINGS[key]),
      });
    }
    let n = 0;
    for (const role of ROLES) {
      for (const [index, name] of NAMES[role].entries()) {
        n += 1;
        const id = newId(ms, random);
        const capacities = options.capacities?.[role] ?? [];
        const staffNo = `S${String(n).padStart(3, '0')}`;
        journal.create('staff', {
          id,
          staffNo,
          name,
          pinyin: '',
          initials: '',
          roles: JSON.stringify([role]),
          capacities: JSON.stringify(capacities),
          active: 1,
          note: null,
        });
        journal.create('credentials', {
          id: newId(ms, random),
          staffId: id,
          kind: 'pin',
          ...credential,
          mustChange: 0,
          setAt: isoOf(ms),
        });
        actors.set(`${role}${index}`, { staffId: id, staffNo, name, roles: [role], capacities });
      }
    }
  });

  const client = (caller: () => Caller): Client =>
    new Proxy({} as Client, {
      get: (_, namespace: string) =>
        new Proxy(
          {},
          { get: (__, key: string) => (input: unknown) => door.call(`${namespace}.${key}`, input, caller()) },
        ),
    });
  const actorOf = (role: Role, other = false): Actor => actors.get(`${role}${other ? 1 : 0}`)!;

  return {
    file,
    door,
    host,
    actor: actorOf,
    as: (role, other) => client(() => ({ actor: actorOf(role, other), locked: false })),
    caller: (caller) => client(() => caller),
    pin: (role, other) => ({ how: 'pin', staffId: actorOf(role, other).staffId, pin: PIN }),
    now: () => isoOf(ms),
    setNow: (iso) => {
      ms = msOf(iso);
    },
    pass: (minutes) => {
      ms += minutes * 60_000;
    },
    close: () => file.close(),
  };
}

/** The data of a result that must be ok; shows the error otherwise. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected ok, got ${JSON.stringify(result.error)}`);
  return result.data;
}

/** The refusal reason (or `invalid:field`) of a result that must not be ok. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error('expected a refusal, got ok');
  const { error } = result;
  if (error.kind === 'refused') return error.reason;
  if (error.kind === 'invalid') return `invalid:${Object.keys(error.fields).join(',')}`;
  return `broken:${error.ref}`;
}
