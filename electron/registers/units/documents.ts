import { dayOf } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import { asFilled } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertOwnUnit, assertUnit, unitOf } from './load';

/** One unit, one file (K2): which documents of the office's list lie in it. */

type Ops = HandlersFor<'units'>;

export const fileDocument: Ops['fileDocument'] = async (input, ctx) => {
  const { db, journal, newId, actor } = ctx;
  const unit = await unitOf(db, input.unitId);
  assertUnit(unit);
  await assertOwnUnit(db, actor, unit);
  const { units } = await settingsOf(db);
  if (!units.documents.some((document) => document.code === input.document))
    throw new Refusal('units.unknownDocument');
  if (input.filedOn > dayOf(ctx.now)) throw new InvalidField('filedOn', 'time.future');
  const old = await db
    .selectFrom('unit_documents')
    .selectAll()
    .where('unitId', '=', unit.id)
    .where('document', '=', input.document)
    .executeTakeFirst();
  const filed = {
    state: 'onFile' as const,
    copies: input.copies,
    filedOn: input.filedOn,
    filedByName: actor.name,
    note: input.note,
  };
  if (!old)
    return journal.create('unitDocuments', {
      id: newId(),
      unitId: unit.id,
      document: input.document,
      ...filed,
    });
  if (old.state === 'onFile') throw new Refusal('units.alreadyFiled', { on: old.filedOn });
  return journal.change('unitDocuments', old, filed, { kind: 'CHANGE' });
};

export const withdrawDocument: Ops['withdrawDocument'] = async ({ id, version, reason }, ctx) => {
  const found = await ctx.db.selectFrom('unit_documents').selectAll().where('id', '=', id).executeTakeFirst();
  const row = asFilled(found, version);
  await assertOwnUnit(ctx.db, ctx.actor, await unitOf(ctx.db, row.unitId));
  if (row.state !== 'onFile') throw new Refusal('units.notOnFile');
  const next = ctx.journal.change(
    'unitDocuments',
    row,
    { state: 'withdrawn' },
    { kind: 'CHANGE', facts: { reason } },
  );
  return { id, version: next.version };
};
