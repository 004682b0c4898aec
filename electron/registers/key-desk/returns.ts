import { dayOf } from '../../../shared/dates';
import type { KeyIncidentKind } from '../../../shared/registers/key-incidents.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { KeyLoansTable, KeysTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import { assertUndoable } from '../../entries/loans';
import type { HandlersFor } from '../handlers';
import { keyOf, moveKey } from '../keys/moves';
import { openIncident } from './incident-open';
import { loanMoved, loanOf } from './load';
import { openLoanOf } from './prepare';
import { indexLoan } from './words';

/** Keys come back (S05): in one scan, whole or in parts, in good order or not; and a scan made by mistake is taken back. */

type Ops = HandlersFor<'keyLoans'>;

/**
 * Takes a key back. Errors: `keyLoans.notOut` {no} when it is not out; `.courseMissing` for damage or shortage without a
 * word; InvalidField `pieces`, `at`; `conflict` for a form filled against another version.
 */
export const returnKey: Ops['returnKey'] = async (input, ctx) => {
  const row = await outLoan(ctx.db, input.loanId, input.keyId, input.version ?? undefined);
  const { condition, course } = input;
  const at = input.at ?? ctx.now;
  // The whole line is told afterwards; a line of its time is closed when it is closed.
  if (input.at) assertTime('at', input.at, row.issuedAt, row.recordedAt);
  if (condition !== 'good' && course === null) throw new Refusal('keyLoans.courseMissing');
  const left = row.pieces - row.piecesReturned;
  const pieces = input.pieces ?? (condition === 'short' ? left - 1 : left);
  if (pieces > left) throw new InvalidField('pieces', 'count.high');
  if (condition !== 'short' && pieces === 0) throw new InvalidField('pieces', 'count.low');
  if (condition === 'short' && pieces === left) throw new Refusal('keyLoans.notShort');
  const returnedByName = input.returnedByName ?? row.borrowerName;
  const key = await keyOf(ctx.db, row.keyId);
  if (condition !== 'short' && pieces < left)
    return { ...(await takePart(ctx, row, key, pieces, returnedByName)), whole: false, incidentId: null };
  const next = ctx.journal.change(
    'keyLoans',
    row,
    {
      state: loanMoved(row, 'returned'),
      piecesReturned: row.piecesReturned + pieces,
      returnedAt: at,
      returnedOn: dayOf(at),
      returnedByName,
      returnCondition: condition,
      receiverId: ctx.actor.staffId,
      receiverName: ctx.actor.name,
    },
    { kind: 'CHANGE' },
  );
  indexLoan(ctx, next);
  await moveKey(
    ctx,
    key,
    condition === 'good' ? 'inStock' : 'damaged',
    { piecesOut: 0 },
    {
      kind: 'CHANGE',
      facts: { loan: row.serialNo },
    },
  );
  const kind: KeyIncidentKind | null =
    condition === 'damaged' ? 'damage' : condition === 'short' ? 'short' : null;
  const incident = kind
    ? await openIncident(ctx, key, next, {
        kind,
        foundOutAt: at,
        place: null,
        course: course ?? '',
        reporterName: returnedByName,
        reporterPhone: null,
        note: null,
      })
    : null;
  return { ...backOf(next), whole: true, incidentId: incident?.id ?? null };
};

/** What a return answers of its loan. */
const backOf = (row: KeyLoansTable) => ({
  ...done(row),
  keyNo: row.keyNo,
  keyId: row.keyId,
  borrowerName: row.borrowerName,
});

/** Some pieces of a set are back: the loan stays out until it is whole. */
async function takePart(
  ctx: CommandContext,
  row: KeyLoansTable,
  key: KeysTable,
  pieces: number,
  returnedByName: string | null,
) {
  const next = ctx.journal.change(
    'keyLoans',
    row,
    { piecesReturned: row.piecesReturned + pieces, returnedByName },
    { kind: 'CHANGE', facts: { pieces } },
  );
  await moveKey(
    ctx,
    key,
    'out',
    { piecesOut: key.piecesOut - pieces },
    {
      kind: 'CHANGE',
      facts: { loan: row.serialNo },
    },
  );
  return backOf(next);
}

/**
 * A scan made by mistake: the key is out again. Errors: `keyLoans.undoNotYours`, `.undoTooLate` after a minute or when
 * anything else has happened to the loan or the key.
 */
export const undoReturn: Ops['undoReturn'] = async ({ loanId }, ctx) => {
  const row = await loanOf(ctx.db, loanId);
  if (row.state !== 'returned') throw new Refusal('keyLoans.wrongState', { state: row.state });
  const key = await keyOf(ctx.db, row.keyId);
  await assertUndoable(ctx, 'keyLoans.returnKey', row, [
    ['keyLoans', row.id],
    ['keys', key.id],
  ]);
  if (row.returnCondition !== 'good') throw new Refusal('keyLoans.undoTooLate');
  const back = key.piecesOut;
  const out = await piecesBefore(ctx.db, row);
  const next = ctx.journal.change(
    'keyLoans',
    row,
    {
      state: loanMoved(row, 'out'),
      piecesReturned: row.pieces - out,
      returnedAt: null,
      returnedOn: null,
      returnedByName: null,
      returnCondition: null,
      receiverId: null,
      receiverName: null,
    },
    { kind: 'CHANGE' },
  );
  await moveKey(
    ctx,
    key,
    'out',
    { piecesOut: back + out },
    { kind: 'CHANGE', facts: { loan: row.serialNo } },
  );
  indexLoan(ctx, next);
  return done(next);
};

/** Pieces that were still out before the return: what its own line says it replaced. */
async function piecesBefore(db: ReadDb, row: KeyLoansTable): Promise<number> {
  const line = await db
    .selectFrom('journal')
    .select('change')
    .where('register', '=', 'keyLoans')
    .where('entryId', '=', row.id)
    .where('entryVersion', '=', row.version)
    .executeTakeFirstOrThrow();
  const { was } = JSON.parse(line.change) as { was: { piecesReturned?: number } };
  return row.pieces - (was.piecesReturned ?? row.piecesReturned);
}

async function outLoan(
  db: ReadDb,
  loanId: string | null,
  keyId: string | null,
  version?: number,
): Promise<KeyLoansTable> {
  if (loanId === null && keyId === null) throw new InvalidField('keyId', 'id.unknown');
  const id = loanId ?? (await openLoanOf(db, keyId!));
  if (id === null) {
    const key = await keyOf(db, keyId!);
    throw new Refusal('keyLoans.notOut', { no: key.keyNo });
  }
  const row = await loanOf(db, id, version);
  if (row.state !== 'out') throw new Refusal('keyLoans.wrongState', { state: row.state });
  return row;
}
