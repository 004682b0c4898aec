import type { z } from 'zod';
import type { staff } from '../../../shared/registers/staff';
import { InvalidField, Refusal } from '../../../shared/result';
import { type Capacity, holds, PERMITS, type Permit, type Role } from '../../../shared/roles';
import type { CommandContext } from '../../db/context';
import type { StaffTable } from '../../db/tables';
import type { HandlersFor } from '../handlers';
import { storeSecret } from '../session/credentials';
import { kindFor } from '../session/prove';
import { passphraseProblem, pinProblem } from '../session/weak-pins';
import { pinyinOf } from './names';

/** The people of the office (domain.md §4.1). Deactivated, never deleted; the last administrator stays. */
export const staffHandlers: HandlersFor<'staff'> = {
  async list(_, { db }) {
    const rows = await db
      .selectFrom('staff')
      .leftJoin('credentials', (join) =>
        join
          .onRef('credentials.staffId', '=', 'staff.id')
          .on('credentials.kind', 'in', ['pin', 'passphrase']),
      )
      .leftJoin('sign_in_tries', 'sign_in_tries.staffId', 'staff.id')
      .selectAll('staff')
      .select(['credentials.id as credentialId', 'waitUntil', 'total'])
      .orderBy('staffNo')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      staffNo: row.staffNo,
      name: row.name,
      pinyin: row.pinyin,
      initials: row.initials,
      roles: JSON.parse(row.roles) as Role[],
      capacities: JSON.parse(row.capacities) as Capacity[],
      active: row.active === 1,
      hasSecret: row.credentialId !== null,
      lockedUntil: row.waitUntil,
      note: row.note,
      version: row.version,
    }));
  },

  async seconds({ permit }, { db, actor }) {
    if (!(PERMITS as readonly string[]).includes(permit)) throw new InvalidField('permit', 'id.unknown');
    const rows = await db
      .selectFrom('staff')
      .selectAll()
      .where('active', '=', 1)
      .orderBy('staffNo')
      .execute();
    return rows
      .filter((row) => row.id !== actor?.staffId && holds(JSON.parse(row.roles) as Role[], permit as Permit))
      .map((row) => ({ staffId: row.id, staffNo: row.staffNo, name: row.name, initials: row.initials }));
  },

  async add(input, context) {
    await assertFreeNumber(context, input.staffNo, null);
    const row = context.journal.create('staff', { id: context.newId(), active: 1, ...columns(input) });
    return { id: row.id, version: row.version };
  },

  async amend({ id, version, ...input }, context) {
    const old = await staffRow(context, id, version);
    await assertFreeNumber(context, input.staffNo, id);
    if (!input.roles.includes('sysAdmin')) await assertAnotherAdmin(context, old);
    const row = context.journal.change('staff', old, columns(input), { kind: 'CHANGE' });
    return { id, version: row.version };
  },

  async setActive({ id, version, active }, context) {
    const old = await staffRow(context, id, version);
    if (!active) {
      if (id === context.actor.staffId) throw new Refusal('staff.self');
      await assertAnotherAdmin(context, old);
    }
    const row = context.journal.change('staff', old, { active: active ? 1 : 0 }, { kind: 'CHANGE' });
    return { id, version: row.version };
  },

  async setSecret({ id, secret }, { door, actor }) {
    if (!actor) throw new Refusal('signedOut');
    const row = await door.read.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new Refusal('notFound');
    const kind = kindFor(JSON.parse(row.roles) as Role[]);
    const problem = kind === 'passphrase' ? passphraseProblem(secret) : pinProblem(secret, row.staffNo);
    if (problem) throw new InvalidField('secret', problem);
    await storeSecret(door, 'staff.setSecret', actor, id, kind, secret, true);
    return {};
  },

  async unlock({ id }, { db, journal }) {
    const tries = await db
      .selectFrom('sign_in_tries')
      .select('staffId')
      .where('staffId', '=', id)
      .executeTakeFirst();
    if (!tries) throw new Refusal('staff.notLocked');
    await db
      .updateTable('sign_in_tries')
      .set({ failures: 0, total: 0, waitMs: 0, waitUntil: null })
      .where('staffId', '=', id)
      .execute();
    journal.note('session', id, { kind: 'SYSTEM', facts: { what: 'unlocked' } });
    return {};
  },
};

type Profile = z.output<typeof staff.add.input>;

const columns = (input: Profile) => {
  const computed = pinyinOf(input.name);
  return {
    staffNo: input.staffNo,
    name: input.name,
    pinyin: computed.pinyin,
    initials: (input.initials ?? computed.initials).toLowerCase(),
    roles: JSON.stringify([...new Set(input.roles)]),
    capacities: JSON.stringify([...new Set(input.capacities)]),
    note: input.note,
  };
};

async function staffRow({ db }: CommandContext, id: string, version: number): Promise<StaffTable> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('notFound');
  if (row.version !== version) throw new Refusal('conflict');
  return row;
}

async function assertFreeNumber({ db }: CommandContext, staffNo: string, self: string | null): Promise<void> {
  const taken = await db.selectFrom('staff').select('id').where('staffNo', '=', staffNo).executeTakeFirst();
  if (taken && taken.id !== self) throw new InvalidField('staffNo', 'staffNo.taken');
}

/** The office must keep one active administrator, or nobody could ever set a PIN again. */
async function assertAnotherAdmin({ db }: CommandContext, leaving: StaffTable): Promise<void> {
  if (!leaving.roles.includes('"sysAdmin"')) return;
  const rows = await db.selectFrom('staff').select(['id', 'roles']).where('active', '=', 1).execute();
  if (!rows.some((row) => row.id !== leaving.id && row.roles.includes('"sysAdmin"')))
    throw new Refusal('staff.lastAdmin');
}
