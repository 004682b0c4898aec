import type { z } from 'zod';
import { contactLogs, registerContact } from '../../../shared/registers/contact-logs';
import type { ContactLogCorrectable } from '../../../shared/registers/contact-logs.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { ContactLogsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertUnit, contactFor, contactOf, index, moved } from './load';

/** Corrections, voids and looks of contacts (trust.md C5). */

type Ops = HandlersFor<'contactLogs'>;
type Patch = Partial<Pick<ContactLogsTable, ContactLogCorrectable>>;
const form = registerContact.shape;

/**
 * One field corrected. Errors: `contactLogs.wrongState` (void), `.unitUnknown`, `entry.unchanged`, `.notYetWritten`,
 * `.notRecorder`, `.reasonMissing`; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await contactFor(ctx.db, id, ctx.actor, version);
  if (row.state === 'voided') throw new Refusal('contactLogs.wrongState', { state: row.state });
  const patch = await patchOf(ctx, row, field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'contactLogs', row, field, reason, limits);
  const changed = ctx.journal.change('contactLogs', row, patch, correction);
  await index(ctx, changed);
  return { ...done(changed), warnings: await correctionWarnings(ctx.db, 'contactLogs', changed, limits) };
};

async function patchOf(
  ctx: CommandContext,
  row: ContactLogsTable,
  field: ContactLogCorrectable,
  value: string,
): Promise<Patch> {
  switch (field) {
    case 'unitId': {
      const unitId = value === '' ? null : value;
      await assertUnit(ctx.db, unitId);
      return { unitId };
    }
    case 'happenedAt': {
      const happenedAt = asTyped(form.happenedAt, value);
      assertTime('value', happenedAt, null, ctx.now);
      if (row.closedAt !== null && happenedAt > row.closedAt) throw new InvalidField('value', 'time.late');
      return { happenedAt };
    }
    case 'result':
    case 'passedTo': {
      // Written by an act; before it there is nothing to correct.
      if (row[field] === null) throw new Refusal('entry.notYetWritten');
      const schema: z.ZodType<string> =
        field === 'result' ? contactLogs.close.input.shape.result : contactLogs.pass.input.shape.passedTo;
      return { [field]: asTyped(schema, value) };
    }
    default: {
      const schema: z.ZodType = form[field];
      return { [field]: asTyped(schema, value) };
    }
  }
}

/** Number and line stay, printed 作废; what is closed only by the manager. */
export const voidContact: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await contactOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.state === 'closed' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('contactLogs', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await contactFor(ctx.db, id, ctx.actor);
  await seen(ctx, 'contactLogs', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
