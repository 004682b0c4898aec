import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { VisitorPassesTable, VisitsTable } from '../../db/tables';
import { movedPass, passOf } from './load';

/** A visitor pass goes out with a visit and comes back with it; at most one visit has it at a time. */

/**
 * The pass of a number, ready to go out. Errors: InvalidField `passNo` when the stock has none of that number; Refusal
 * `visits.passOut` with the visit that has it, `visitorPasses.wrongState` for lost and retired ones.
 */
export async function freePass(ctx: CommandContext, passNo: string): Promise<VisitorPassesTable> {
  const row = await ctx.db
    .selectFrom('visitor_passes')
    .selectAll()
    .where('passNo', '=', passNo.trim().toUpperCase())
    .executeTakeFirst();
  if (!row) throw new InvalidField('passNo', 'pass.unknown');
  if (row.state === 'out' && row.visitId) {
    const holder = await ctx.db
      .selectFrom('visits')
      .select('serialNo')
      .where('id', '=', row.visitId)
      .executeTakeFirst();
    throw new Refusal('visits.passOut', { no: row.passNo, visit: holder?.serialNo ?? '' });
  }
  movedPass(row.state, 'out');
  return row;
}

/** Gives it out. The visit must stand in its table already. */
export const givePass = (
  ctx: CommandContext,
  pass: VisitorPassesTable,
  visitId: string,
  at: string,
): void => {
  ctx.journal.change(
    'visitorPasses',
    pass,
    { state: movedPass(pass.state, 'out'), visitId, since: at, reason: null },
    { kind: 'CHANGE' },
  );
};

/** Takes the pass of a visit back into the stock. False when that visit has none out (lost meanwhile, or never had one). */
export async function takePass(ctx: CommandContext, visit: VisitsTable, at: string): Promise<boolean> {
  if (visit.passId === null || visit.passBackAt !== null) return false;
  const pass = await passOf(ctx.db, visit.passId);
  if (pass.state !== 'out' || pass.visitId !== visit.id) return false;
  ctx.journal.change(
    'visitorPasses',
    pass,
    { state: movedPass(pass.state, 'inStock'), visitId: null, since: at },
    { kind: 'CHANGE' },
  );
  return true;
}
