import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertOpen, itemOf, movedReport, reportOf } from './load';

/** Found item ↔ lost report: both rows name each other, both stories tell it (S02). */

type Ops = HandlersFor<'foundItems'>;

/** Errors: `foundItems.alreadyLinked`, `foundItems.reportNotOpen`, `foundItems.reportOfPerson` (that is an incident, S67). */
export const link: Ops['link'] = async ({ id, version, lostReportId }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertOpen(row);
  if (row.lostReportId !== null) throw new Refusal('foundItems.alreadyLinked');
  const report = await reportOf(ctx.db, lostReportId);
  if (report.subject === 'person') throw new Refusal('foundItems.reportOfPerson');
  if (report.state !== 'open') throw new Refusal('foundItems.reportNotOpen');
  const next = ctx.journal.change(
    'foundItems',
    row,
    { lostReportId },
    { kind: 'LINK', facts: { to: report.serialNo } },
  );
  ctx.journal.change(
    'lostReports',
    report,
    { state: movedReport(report, 'matched'), foundItemId: id },
    { kind: 'LINK', facts: { to: row.serialNo } },
  );
  return done(next);
};

/** Takes a wrong link away; the report looks for its thing again. Errors: `foundItems.notLinked`. */
export const unlink: Ops['unlink'] = async ({ id, version }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertOpen(row);
  if (row.lostReportId === null) throw new Refusal('foundItems.notLinked');
  const next = ctx.journal.change('foundItems', row, { lostReportId: null }, { kind: 'LINK' });
  await unlinkReport(ctx, row.lostReportId);
  return done(next);
};

/** The report's side of a link taken away; a report closed meanwhile keeps what it says. */
export async function unlinkReport(ctx: CommandContext, reportId: string): Promise<void> {
  const report = await reportOf(ctx.db, reportId);
  if (report.state !== 'matched') return;
  ctx.journal.change(
    'lostReports',
    report,
    { state: movedReport(report, 'open'), foundItemId: null },
    { kind: 'LINK' },
  );
}
