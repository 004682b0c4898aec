import { sql } from 'kysely';
import { NUMBERED, type NumberedRegister } from '../../../shared/ids';
import type { BindingSeen } from '../../../shared/registers/month-bindings';
import { boundPage } from '../../../shared/registers/month-bindings.row';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { tableOf } from '../../db/seal';

/** A bound month with its lists: pages, what was voided and corrected before it was bound, what was added since. */
export async function bindingById(db: ReadDb, id: string): Promise<BindingSeen> {
  const row = await db.selectFrom('month_bindings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('notFound');
  const register = row.register as NumberedRegister;
  const stem = `${NUMBERED[register].prefix}${row.month.replace('-', '')}-`;
  const marked = (kind: 'VOID' | 'CORRECT') =>
    db
      .selectFrom('journal')
      .select(['serialNo', 'at', 'actorName as by', 'change'])
      .where('register', '=', register)
      .where('kind', '=', kind)
      .where('seq', '<=', row.rootSeq)
      .where(
        'entryId',
        'in',
        sql<string>`(select ${sql.ref('id')} from ${sql.table(tableOf(register)!)}
          where ${sql.ref('serialNo')} > ${stem} and ${sql.ref('serialNo')} < ${`${stem.slice(0, -1)}.`})`,
      )
      .orderBy('seq')
      .execute();
  const [voided, corrected] = [await marked('VOID'), await marked('CORRECT')];
  const supplements = await db
    .selectFrom('binding_supplements')
    .selectAll()
    .where('bindingId', '=', id)
    .orderBy('id')
    .execute();
  return {
    ...row,
    pages: boundPage.array().parse(JSON.parse(row.pages)),
    voided: voided.map(({ serialNo, at, by, change }) => ({
      serialNo: serialNo ?? '',
      at,
      by,
      what: reasonOf(change),
    })),
    corrected: corrected.map(({ serialNo, at, by, change }) => ({
      serialNo: serialNo ?? '',
      at,
      by,
      what: fieldsOf(change),
    })),
    supplements,
  };
}

/** Why a line was voided, as its journal line says. */
function reasonOf(change: string): string {
  const { set, reason } = JSON.parse(change) as { set?: { voidReason?: unknown }; reason?: unknown };
  const said = set?.voidReason ?? reason;
  return typeof said === 'string' ? said : '';
}
/** Which fields a correction touched: their names only, their values may be personal. */
function fieldsOf(change: string): string {
  const { was, set } = JSON.parse(change) as { was?: object; set?: object };
  return Object.keys({ ...was, ...set }).join(', ');
}

/** The bindings of a register, newest month first. */
export const bindingsOf = (db: ReadDb, register: string) =>
  db
    .selectFrom('month_bindings')
    .selectAll()
    .where('register', '=', register)
    .orderBy('month', 'desc')
    .execute();
