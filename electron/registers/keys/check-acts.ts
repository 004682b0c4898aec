import { dayOf, isoWeekOf, monthOf } from '../../../shared/dates';
import { CHECK_NEXT, type Expected, type KeyCheckKey } from '../../../shared/registers/key-checks.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { KeyChecksTable, KeysTable } from '../../db/tables';
import { assertTime, done, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { checkKeys, checkOf, differs, isOpen } from './check-lines';
import { cabinetOf, keyOf } from './moves';
import { indexCheck } from './words';

/** S09: begun with what the book expects, counted key by key, closed with every difference explained and reported. */

type Ops = HandlersFor<'keyChecks'>;

/** Cabinets in use with at least one key that no check of this week covers. */
export async function cabinetsDue(
  db: ReadDb,
  week: string,
): Promise<{ id: string; code: string; name: string; keys: number }[]> {
  const covered = await coveredIn(db, week);
  const rows = await db
    .selectFrom('cabinets')
    .innerJoin('keys', 'keys.cabinetId', 'cabinets.id')
    .select(({ fn }) => ['cabinets.id', 'cabinets.code', 'cabinets.name', fn.countAll<number>().as('keys')])
    .where('cabinets.active', '=', 1)
    .where('keys.state', 'not in', ['retired', 'voided'])
    .groupBy('cabinets.id')
    .orderBy('cabinets.code')
    .execute();
  return rows.filter((row) => !covered.has(row.id));
}

async function coveredIn(db: ReadDb, week: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('key_checks')
    .select('cabinetIds')
    .where('week', '=', week)
    .where('state', 'in', ['open', 'closed'])
    .execute();
  return new Set(rows.flatMap((row) => JSON.parse(row.cabinetIds) as string[]));
}

/** Errors: `keyChecks.coveredAlready`, `keyChecks.noKeys`, `notFound`. */
export const start: Ops['start'] = async ({ cabinetIds, note }, ctx) => {
  const { db, actor, now } = ctx;
  const week = isoWeekOf(dayOf(now));
  const ids = [...new Set(cabinetIds)];
  const covered = await coveredIn(db, week);
  for (const id of ids) {
    const { code } = await cabinetOf(db, id);
    if (covered.has(id)) throw new Refusal('keyChecks.coveredAlready', { code, week });
  }
  const keys = await db
    .selectFrom('keys')
    .selectAll()
    .where('cabinetId', 'in', ids)
    .where('state', 'not in', ['retired', 'voided'])
    .orderBy('cabinetId')
    .orderBy('hookNo')
    .execute();
  if (keys.length === 0) throw new Refusal('keyChecks.noKeys');
  const { serialNo, scanCode } = ctx.numbers.next('keyChecks', monthOf(now));
  const row = ctx.journal.create('keyChecks', {
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    week,
    cabinetIds: JSON.stringify(ids),
    startedAt: now,
    findings: null,
    measures: null,
    reportedTo: null,
    reportedAt: null,
    closedAt: null,
    closedById: null,
    closedByName: null,
    signedById: null,
    signedByName: null,
    signedAt: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  const loans = await loanNosOf(db, keys);
  for (const key of keys) addLine(ctx, row, key, key.state as Expected, loans.get(key.id) ?? null);
  indexCheck(ctx, row);
  return { ...done(row), scanCode };
};

/** Numbers of the open loans, so that the sheet says where a key is that is not there. */
async function loanNosOf(db: ReadDb, keys: readonly KeysTable[]): Promise<Map<string, string>> {
  const out = keys.filter((key) => key.piecesOut > 0).map((key) => key.id);
  if (out.length === 0) return new Map();
  const rows = await db
    .selectFrom('key_loans')
    .select(['keyId', 'serialNo'])
    .where('keyId', 'in', out)
    .where('state', '=', 'out')
    .execute();
  return new Map(rows.map((row) => [row.keyId, row.serialNo]));
}

const addLine = (
  ctx: CommandContext,
  check: Pick<KeyChecksTable, 'id'>,
  key: KeysTable,
  expected: Expected,
  loanSerialNo: string | null,
): KeyCheckKey =>
  ctx.journal.create('keyCheckLines', {
    id: ctx.newId(),
    checkId: check.id,
    keyId: key.id,
    keyNo: key.keyNo,
    cabinetId: key.cabinetId,
    hookNo: key.hookNo,
    expected,
    expectedSealNo: expected === 'sealed' ? key.sealBagNo : null,
    loanSerialNo,
    counted: null,
    sealIntact: null,
    labelRight: null,
    countedAt: null,
    countedByName: null,
    explanation: null,
    measure: null,
  });

/** Errors: `keyChecks.wrongState`, `keyChecks.sealNeeded` (a bag counted without looking at its seal), `keyChecks.notExtra`. */
export const count: Ops['count'] = async (input, ctx) => {
  const check = await openCheck(ctx, input.id);
  const key = await keyOf(ctx.db, input.keyId);
  const known = await ctx.db
    .selectFrom('key_check_lines')
    .selectAll()
    .where('checkId', '=', check.id)
    .where('keyId', '=', key.id)
    .executeTakeFirst();
  if (!known && input.counted !== 'extra') throw new Refusal('keyChecks.notHere', { keyNo: key.keyNo });
  if (known && known.expected !== 'elsewhere' && input.counted === 'extra')
    throw new Refusal('keyChecks.notExtra', { keyNo: key.keyNo });
  const line = known ?? addLine(ctx, check, key, 'elsewhere', null);
  const there = input.counted !== 'missing';
  if (line.expected === 'sealed' && there && input.sealIntact == null)
    throw new Refusal('keyChecks.sealNeeded', { keyNo: key.keyNo });
  const next = ctx.journal.change(
    'keyCheckLines',
    line,
    {
      counted: input.counted,
      sealIntact: there && line.expected === 'sealed' ? flag(input.sealIntact) : null,
      labelRight: there ? flag(input.labelRight) : null,
      countedAt: ctx.now,
      countedByName: ctx.actor.name,
      explanation: input.explanation,
      measure: input.measure,
    },
    { kind: 'CHANGE' },
  );
  const left = (await checkKeys(ctx.db, check.id)).filter(isOpen).length;
  return { keyNo: key.keyNo, counted: input.counted, differs: differs(next), left };
};

const flag = (value: boolean | null | undefined): number | null => (value == null ? null : value ? 1 : 0);

/**
 * Errors: `keyChecks.wrongState`, `keyChecks.notCounted`, `keyChecks.unexplained`, `keyChecks.reportMissing` (differences are
 * reported upwards at once, S09), `keyChecks.signatureMissing` (nobody but the CS supervisor signs).
 */
export const close: Ops['close'] = async (input, ctx) => {
  const { actor, now } = ctx;
  const check = await checkOf(ctx.db, input.id, input.version);
  const state = movedTo(CHECK_NEXT, check.state, 'closed', 'keyChecks');
  const keys = await checkKeys(ctx.db, check.id);
  const open = keys.filter(isOpen);
  if (open.length > 0) throw new Refusal('keyChecks.notCounted', { count: open.length, keyNos: some(open) });
  const different = keys.filter((key) => key.differs);
  const silent = different.filter((key) => key.explanation === null);
  if (silent.length > 0)
    throw new Refusal('keyChecks.unexplained', { count: silent.length, keyNos: some(silent) });
  if (different.length > 0 && (!input.reportedTo || !input.reportedAt))
    throw new Refusal('keyChecks.reportMissing');
  if (input.reportedAt) assertTime('reportedAt', input.reportedAt, check.startedAt, now);
  const signer = signerOf(ctx);
  const next = ctx.journal.change(
    'keyChecks',
    check,
    {
      state,
      findings: input.findings,
      measures: input.measures,
      reportedTo: input.reportedTo,
      reportedAt: input.reportedTo ? (input.reportedAt ?? null) : null,
      closedAt: now,
      closedById: actor.staffId,
      closedByName: actor.name,
      signedById: signer.staffId,
      signedByName: signer.name,
      signedAt: now,
    },
    { kind: 'CHANGE', facts: { differences: different.length } },
  );
  return done(next);
};

/** Five numbers name what is meant. */
const some = (keys: readonly { keyNo: string }[]): string =>
  `${keys
    .slice(0, 5)
    .map((key) => key.keyNo)
    .join('、')}${keys.length > 5 ? ' …' : ''}`;

function signerOf({ actor, second }: CommandContext): { staffId: string; name: string } {
  if (actor.roles.includes('csSupervisor')) return { staffId: actor.staffId, name: actor.name };
  if (second?.how !== 'pin') throw new Refusal('keyChecks.signatureMissing');
  return second;
}

async function openCheck({ db }: CommandContext, id: string): Promise<KeyChecksTable> {
  const check = await checkOf(db, id);
  if (check.state !== 'open') throw new Refusal('keyChecks.wrongState', { state: check.state });
  return check;
}

/** Errors: `keyChecks.wrongState`: a closed check stays as it was signed. */
export const voidCheck: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const check = await checkOf(ctx.db, id, version);
  const state = movedTo(CHECK_NEXT, check.state, 'voided', 'keyChecks');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('keyChecks', check, patch, { kind: 'VOID' }));
};
