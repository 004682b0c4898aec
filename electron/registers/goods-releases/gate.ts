import { addMonths, dayTimeOf, monthOf } from '../../../shared/dates';
import { readScanCode, readSerialNo, serialNoOf } from '../../../shared/ids';
import type { GoodsLine } from '../../../shared/registers/release-requests.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { GoodsReleasesTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import { serialNosOf } from '../../entries/months';
import type { HandlersFor } from '../handlers';
import { releaseLines } from './lines';
import { goodsOf, movedRelease, releaseOf, requestOf } from './load';
import { indexRelease } from './words';

/**
 * The gate (S19; domain.md §4.4 rule 10): a slip goes out once, on its day, as it was written, past somebody who did not
 * approve it. A slip that may not says why, since when, and what to do.
 */

type Ops = HandlersFor<'goodsReleases'>;
type Patch = Partial<Omit<GoodsReleasesTable, 'version' | 'sealed'>>;
interface Guard {
  staffId: string | null;
  name: string;
}

/** The slip of a scan code, a whole number or a running number (this month's, else last month's). Errors: `goodsReleases.noSuchSlip`. */
export const check: Ops['check'] = async ({ typed }, { db, actor, now }) => {
  const [row] = await numbered(db, typed, now);
  if (!row) throw new Refusal('goodsReleases.noSuchSlip', { typed });
  const [entry] = await releaseLines(db, [row], now);
  const guard = actor ? { staffId: actor.staffId, name: actor.name } : null;
  const stop = await gateStop(db, row, now, guard);
  return { entry: entry!, stop: stop && { reason: stop.reason, params: stop.params } };
};

/** Shown at the gate; the mover waits while the goods are compared. Errors: see `gateStop`. */
export const arrive: Ops['arrive'] = async ({ id, version }, ctx) => {
  const row = await releaseOf(ctx.db, id, version);
  await assertMayLeave(ctx.db, row, ctx.now, ctx.actor);
  const { staffId: guardId, name: guardName } = ctx.actor;
  const patch: Patch = { state: movedRelease(row, 'atGate'), gateAt: ctx.now, guardId, guardName };
  return done(ctx.journal.change('goodsReleases', row, patch, { kind: 'CHANGE' }));
};

/** The goods leave, as on the slip. Errors: see `gateStop`; `goodsReleases.notAtGate` when nobody began the check. */
export const release: Ops['release'] = async ({ id, version, ...result }, ctx) => {
  const row = await atGate(ctx, id, version);
  return out(ctx, row, { staffId: ctx.actor.staffId, name: ctx.actor.name }, ctx.now, 'screen', result);
};

/** The goods stay: the desk issues a new slip. Errors: see `gateStop`; InvalidField when no difference is named. */
export const mismatch: Ops['mismatch'] = async ({ id, version, ...result }, ctx) => {
  const row = await atGate(ctx, id, version);
  const guard = { staffId: ctx.actor.staffId, name: ctx.actor.name };
  return stays(ctx, row, guard, ctx.now, 'screen', result);
};

/**
 * 补录: what the guard signed on paper. The same rules at the time on the paper: within the slip's hours, by another than
 * the approver. Errors: see `gateStop`; InvalidField `at` in the future, `guardId` unknown.
 */
export const recordGate: Ops['recordGate'] = async (input, ctx) => {
  const { id, version, at, result, guardId, guardName, ...rest } = input;
  const row = await releaseOf(ctx.db, id, version);
  assertTime('at', at, null, ctx.now);
  const guard = await guardOf(ctx.db, guardId ?? null, guardName);
  await assertMayLeave(ctx.db, row, at, guard);
  return result === 'released'
    ? out(ctx, row, guard, at, 'paper', rest)
    : stays(ctx, row, guard, at, 'paper', rest);
};

async function atGate(ctx: CommandContext, id: string, version: number): Promise<GoodsReleasesTable> {
  const row = await releaseOf(ctx.db, id, version);
  await assertMayLeave(ctx.db, row, ctx.now, ctx.actor);
  if (row.state !== 'atGate') throw new Refusal('goodsReleases.notAtGate', { no: row.serialNo });
  return row;
}

async function assertMayLeave(db: ReadDb, row: GoodsReleasesTable, at: string, guard: Guard): Promise<void> {
  const stop = await gateStop(db, row, at, guard);
  if (stop) throw stop;
}

/**
 * Why a slip may not go out at an instant past this guard; null when it may. Refusals `goodsReleases.gate…`: Released,
 * Mismatch, Reissued, Voided, Early, Expired, Approver.
 */
export async function gateStop(
  db: ReadDb,
  row: GoodsReleasesTable,
  at: string,
  guard: Guard | null,
): Promise<Refusal | null> {
  const no = row.serialNo;
  switch (row.state) {
    case 'released':
    case 'slipReturned':
    case 'reconciled':
      return new Refusal('goodsReleases.gateReleased', {
        no,
        at: dayTimeOf(row.releasedAt ?? row.recordedAt),
        post: row.gatePost ?? '',
        by: row.guardName ?? '',
      });
    case 'mismatch':
      return new Refusal('goodsReleases.gateMismatch', {
        no,
        at: dayTimeOf(row.mismatchAt ?? row.recordedAt),
      });
    case 'reissued': {
      const numbers = await serialNosOf(db, 'goods_releases', [row.replacedById]);
      return new Refusal('goodsReleases.gateReissued', { no, to: numbers.get(row.replacedById ?? '') ?? '' });
    }
    case 'voided':
      return new Refusal('goodsReleases.gateVoided', {
        no,
        at: dayTimeOf(row.voidedAt ?? row.recordedAt),
        by: row.voidedByName ?? '',
      });
    case 'issued':
    case 'atGate':
      if (at > row.validTo)
        return new Refusal('goodsReleases.gateExpired', { no, at: dayTimeOf(row.validTo) });
      if (at < row.validFrom)
        return new Refusal('goodsReleases.gateEarly', { no, at: dayTimeOf(row.validFrom) });
      if (guard && (guard.staffId === row.approverId || guard.name === row.approverName))
        return new Refusal('goodsReleases.gateApprover', { no, name: row.approverName });
      return null;
  }
}

type Mover = { gatePost: string; moverName: string; moverDocument: string | null };

async function out(
  ctx: CommandContext,
  row: GoodsReleasesTable,
  guard: Guard,
  at: string,
  how: 'screen' | 'paper',
  { gatePost, moverName, moverDocument }: Mover,
) {
  const patch: Patch = {
    ...checked(ctx, row, guard, at, how),
    state: movedRelease(row, 'released'),
    releasedAt: at,
    gatePost,
    moverName,
    moverDocument,
  };
  const next = ctx.journal.change('goodsReleases', row, patch, { kind: 'CHANGE' });
  await reindex(ctx, next);
  return done(next);
}

interface Difference {
  lineId: string;
  counted: number;
  remark: string | null;
}

async function stays(
  ctx: CommandContext,
  row: GoodsReleasesTable,
  guard: Guard,
  at: string,
  how: 'screen' | 'paper',
  result: Mover & { differences: readonly Difference[]; extra: string | null },
) {
  const { gatePost, moverName, moverDocument, differences, extra } = result;
  const goods = (await goodsOf(ctx.db, [row.requestId])).get(row.requestId) ?? [];
  const found = differences.map(({ lineId, ...difference }) => {
    const line = goods.find(({ id }) => id === lineId);
    if (!line) throw new InvalidField('differences', 'id.unknown');
    return { ...difference, line };
  });
  const told = found.filter(({ line, counted, remark }) => counted !== line.quantity || remark !== null);
  if (told.length === 0 && extra === null) throw new InvalidField('differences', 'count.low');
  for (const { line, counted, remark } of told)
    ctx.journal.change('goodsLines', line, { counted, gateRemark: remark }, { kind: 'CHANGE' });
  const patch: Patch = {
    ...checked(ctx, row, guard, at, how),
    state: movedRelease(row, 'mismatch'),
    mismatchAt: at,
    gatePost,
    moverName,
    moverDocument,
    differences: [...told.map(inWords), ...(extra === null ? [] : [`+ ${extra}`])].join('; '),
  };
  const next = ctx.journal.change('goodsReleases', row, patch, { kind: 'CHANGE' });
  await reindex(ctx, next);
  return done(next);
}

/** `沙发 2→3 张 (多一张)`: read in both languages. */
const inWords = ({
  line,
  counted,
  remark,
}: {
  line: GoodsLine;
  counted: number;
  remark: string | null;
}): string => `${line.name} ${line.quantity}→${counted} ${line.unit}${remark ? ` (${remark})` : ''}`;

const checked = (
  { now }: CommandContext,
  row: GoodsReleasesTable,
  guard: Guard,
  at: string,
  gateHow: 'screen' | 'paper',
): Patch => ({
  gateAt: row.gateAt ?? at,
  guardId: guard.staffId,
  guardName: guard.name,
  gateHow,
  gateRecordedAt: now,
});

/** The mover can be searched for from now on. */
async function reindex(ctx: CommandContext, slip: GoodsReleasesTable): Promise<void> {
  const request = await requestOf(ctx.db, slip.requestId);
  indexRelease(ctx, slip, request, (await goodsOf(ctx.db, [request.id])).get(request.id) ?? []);
}

async function guardOf(db: ReadDb, staffId: string | null, name: string): Promise<Guard> {
  if (staffId === null) return { staffId, name };
  const row = await db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst();
  if (!row) throw new InvalidField('guardId', 'id.unknown');
  return { staffId, name: row.name };
}

async function numbered(db: ReadDb, typed: string, now: string): Promise<GoodsReleasesTable[]> {
  const code = readScanCode(typed);
  const serial = code ?? readSerialNo(typed);
  const month = monthOf(now);
  const digits = /^\d{1,5}$/.test(typed) ? Number(typed) : null;
  const numbers = serial
    ? serial.register === 'goodsReleases'
      ? [serialNoOf('goodsReleases', serial.month, serial.n)]
      : []
    : digits === null
      ? []
      : [month, addMonths(month, -1)].map((m) => serialNoOf('goodsReleases', m, digits));
  for (const serialNo of numbers) {
    const row = await db
      .selectFrom('goods_releases')
      .selectAll()
      .where('serialNo', '=', serialNo)
      .executeTakeFirst();
    if (row) return [row];
  }
  return [];
}
