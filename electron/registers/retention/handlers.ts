import { sql } from 'kysely';
import { RETAINED } from '../../../shared/registers/retention.setting';
import { keptFrom } from '../../../shared/registers/visits.rules';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { approver, type Due, dueMonths, eraseDue } from '../../entries/erasing';
import type { Retained } from '../../entries/retained';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { RETAINING } from '../retaining';

/** Retention of handovers, mail and contacts (domain.md §6.3; trust.md C8): proposed here, approved by the manager. */
export const retentionHandlers: HandlersFor<'retention'> = {
  async preview({ periods: typed }, { db, now }) {
    const periods = typed ?? (await settingsOf(db)).retention;
    const months = [];
    for (const { register, table, at, due } of RETAINING) {
      const until = keptFrom(periods[register], now);
      for (const { month, n } of await dueMonths(db, table, at, sql.raw(due), until))
        months.push({ register, month, entries: n });
    }
    return { periods, months, entries: months.reduce((sum, { entries }) => sum + entries, 0) };
  },

  async setPeriods({ periods, version }, { db, journal, second }) {
    const { retention } = await settingsOf(db);
    const shorter = RETAINED.some((register) => periods[register] < retention[register]);
    if (shorter && second?.how !== 'pin') throw new Refusal('second.missing');
    const row = await db.selectFrom('settings').selectAll().where('key', '=', 'retention').executeTakeFirst();
    if ((row?.version ?? 0) !== version) throw new Refusal('conflict');
    const value = JSON.stringify(periods);
    const facts = second?.how === 'pin' ? { approvedBy: second.name } : {};
    const next = row
      ? journal.change('settings', row, { value }, { kind: 'CHANGE', facts })
      : journal.create('settings', { key: 'retention', value }, { kind: 'CREATE', facts });
    return { version: next.version };
  },

  async erase({ second, job }, { actor, door, host, now }) {
    if (!actor) throw new Refusal('signedOut');
    const manager = await approver(door, actor, second, 'retention.erase');
    const { retention } = await settingsOf(door.read);
    const all: Due[] = [];
    for (const room of RETAINING) {
      const ids = await idsOf(door.read, room, keptFrom(retention[room.register], now));
      const reason = `retention; approved by ${manager.name}`;
      all.push({ ids, erase: (ctx, part) => room.erase(ctx, door.deps.file.raw, part, reason) });
    }
    if (all.every(({ ids }) => ids.length === 0)) throw new Refusal('retention.nothingDue');
    return eraseDue({ door, host, job, op: 'retention.erase', actor }, all);
  },
};

async function idsOf(db: ReadDb, { table, at, due }: Retained, until: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where ${sql.raw(due)} and ${sql.ref(at)} < ${until} order by ${sql.ref(at)}, id`.execute(db);
  return rows.map((row) => row.id);
}
