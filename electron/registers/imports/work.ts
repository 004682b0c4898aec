import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { msOf } from '../../../shared/dates';
import type { ImportMapping, ImportPreview } from '../../../shared/registers/imports';
import { proposeMapping } from '../../../shared/registers/imports.fields';
import { Refusal } from '../../../shared/result';
import { type Hand, Journal } from '../../db/journal';
import { openRaw } from '../../db/open';
import { pooledRandom } from '../../db/pooled-random';
import { Problems } from './cells';
import type { ImportAnswer, ImportOrder } from './order';
import { emptyPlan, type Plan } from './plan';
import { planPeople } from './plan-people';
import { planUnits } from './plan-units';
import { readTable, type Table } from './read';
import { risingIds } from './rising';
import { writePlan } from './write';

/**
 * One import from file to rows, off the main thread. A preview reads a snapshot; a run plans and writes in one IMMEDIATE
 * transaction on its own connection while the door keeps the desk's writer waiting (door.ts `beside`).
 */

const SAMPLE_ROWS = 12;
/** Pages of one long transaction kept in memory; what does not fit is written twice. */
const CACHE_KB = 200_000;
/** Share of the bar that reading and planning take. */
const READ_SHARE = 0.3;

type OnProgress = (done: number, total: number) => void;

/** Errors: Refusal `imports.*`. Nothing is written unless all is. */
export async function workImport(
  order: ImportOrder,
  onProgress: OnProgress,
  cancelled: () => boolean,
): Promise<ImportAnswer> {
  const table = await readTable(order.path, order.kind, order.encoding, cancelled);
  if (order.write && table.sha256 !== order.write.sha256) throw new Refusal('imports.changed');
  const rows = Math.max(1, table.rows.length);
  const say: OnProgress = (done, total) => onProgress(Math.round((rows * done) / total), rows);
  say(READ_SHARE / 2, 1);
  const db = openRaw(order.databasePath, order.write ? 'beside' : 'readonly');
  try {
    return order.write
      ? { did: 'run', ...run(db, order, order.write, table, say, cancelled) }
      : { did: 'preview', preview: preview(db, order, table) };
  } finally {
    db.close();
  }
}

const random = pooledRandom();

function planOf(db: Database.Database, order: ImportOrder, table: Table, hand: Hand) {
  const mapping = order.mapping ?? proposeMapping(order.kind, table.heads);
  const problems = new Problems();
  const plan = emptyPlan();
  const by = { hand, newId: risingIds(msOf(order.now), random) };
  const make = order.kind === 'units' ? planUnits : planPeople;
  make(db, table.rows, new Map(Object.entries(mapping)), by, plan, problems);
  return { mapping, problems, plan };
}

function preview(db: Database.Database, order: ImportOrder, table: Table): ImportPreview {
  db.exec('BEGIN');
  const { mapping, problems, plan } = planOf(db, order, table, handOf(order, '', ''));
  const mapped = { [order.kind]: mapping } as ImportMapping;
  return {
    file: '',
    name: basename(order.path),
    sha256: table.sha256,
    encoding: table.encoding,
    format: table.format,
    heads: table.heads,
    mapping: mapped,
    rows: table.rows.length,
    sample: table.rows.slice(0, SAMPLE_ROWS).map((row) => row.cells),
    counts: plan.counts,
    problems: problems.first,
    problemTotal: problems.total,
  };
}

function run(
  db: Database.Database,
  order: ImportOrder,
  who: NonNullable<ImportOrder['write']>,
  table: Table,
  onProgress: OnProgress,
  cancelled: () => boolean,
): { counts: Plan['counts']; touched: string[] } {
  const hand = handOf(order, who.actorId, who.actorName, who.station);
  db.pragma(`cache_size = -${CACHE_KB}`);
  db.exec('BEGIN IMMEDIATE');
  try {
    const { problems, plan } = planOf(db, order, table, hand);
    if (problems.total > 0) throw new Refusal('imports.problems', { count: problems.total });
    onProgress(READ_SHARE, 1);
    const touched = writePlan(db, hand, random, plan, {
      each(done, total) {
        if (cancelled()) throw new Refusal('imports.cancelled');
        onProgress(READ_SHARE + ((1 - READ_SHARE) * done) / Math.max(1, total), 1);
      },
    });
    // Names, phones and the file's own name stay out: the journal keeps which file it was, and how much came of it.
    new Journal(db, hand, random).note(order.kind === 'units' ? 'units' : 'parties', 'import', {
      kind: 'SYSTEM',
      facts: { what: 'import', sha256: table.sha256, rows: table.rows.length, ...plan.counts },
    });
    if (cancelled()) throw new Refusal('imports.cancelled');
    db.exec('COMMIT');
    return { counts: plan.counts, touched: [...touched] };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const handOf = (order: ImportOrder, actorId: string, actorName: string, station = ''): Hand => ({
  at: order.now,
  station,
  actorId,
  actorName,
  op: 'imports.run',
});
