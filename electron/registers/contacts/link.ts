import { sql } from 'kysely';
import { NUMBERED } from '../../../shared/ids';
import { Refusal } from '../../../shared/result';
import { tableOf } from '../../db/seal';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { unitCodes } from '../units/briefs';
import { contactOf, index, takenOverBy } from './load';

/** A contact becomes an entry of another book (S11): its data go into that book's form, and the two name each other. */

type Ops = HandlersFor<'contactLogs'>;

export const convert: Ops['convert'] = async ({ id, to }, { db, journal }) => {
  const row = await contactOf(db, id);
  if (row.state === 'voided') throw new Refusal('contactLogs.wrongState', { state: row.state });
  if (row.linkedId !== null) throw new Refusal('contactLogs.linked', { no: row.linkedNo ?? '' });
  const { callerName, callerPhone, unitId, callerPlace, content, serialNo } = row;
  const fields = callerPhone === null ? [] : ['callerPhone'];
  journal.note('contactLogs', id, { kind: 'UNMASK', facts: { to, fields } }, serialNo);
  const unitCode = (await unitCodes(db, [unitId])).get(unitId ?? '') ?? null;
  return { callerName, callerPhone, unitId, callerPlace, content, unitCode, serialNo };
};

export const link: Ops['link'] = async ({ id, register, entryId }, ctx) => {
  const row = await contactOf(ctx.db, id);
  if (row.state === 'voided') throw new Refusal('contactLogs.wrongState', { state: row.state });
  if (row.linkedId !== null) throw new Refusal('contactLogs.linked', { no: row.linkedNo ?? '' });
  const numbered = register in NUMBERED;
  const number = numbered ? sql.ref('serialNo') : sql`null`;
  const { rows } = await sql<{ serialNo: string | null }>`select ${number} as serialNo
    from ${sql.table(tableOf(register)!)} where ${sql.ref('id')} = ${entryId}`.execute(ctx.db);
  const [entry] = rows;
  if (!entry) throw new Refusal('notFound');
  const patch = { linkedRegister: register, linkedId: entryId, linkedNo: entry.serialNo };
  const next = ctx.journal.change(
    'contactLogs',
    row,
    { ...patch, ...takenOverBy(row, ctx) },
    { kind: 'LINK' },
  );
  // The other book's story says where its entry came from.
  const from = { kind: 'LINK', facts: { reason: row.serialNo, contactId: row.id } } as const;
  ctx.journal.note(register, entryId, from, entry.serialNo);
  await index(ctx, next);
  return { ...done(next), linkedNo: entry.serialNo };
};
