import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import { issueKeys } from '../../../shared/registers/key-loans';
import type { KeyLoanCorrectable } from '../../../shared/registers/key-loans.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { instant } from '../../../shared/text';
import type { CommandContext } from '../../db/context';
import type { KeyLoansTable } from '../../db/tables';
import { asTyped, correctionOf } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { keyOf, moveKey } from '../keys/moves';
import { settingsOf } from '../office/settings';
import { loanMoved, loanOf } from './load';
import { indexLoan } from './words';

/** Corrections and voids of loans (trust.md C5): what was shown for a key may be written right, never away. */

type Ops = HandlersFor<'keyLoans'>;
type Plain = Exclude<KeyLoanCorrectable, 'issuedAt' | 'returnedByName'>;

const form = issueKeys.shape;
/** The plain fields and the schema that took them the first time. */
const AS_FIRST_TYPED: Record<Plain, z.ZodType<string | null>> = {
  borrowerName: form.borrowerName,
  borrowerPhone: form.borrowerPhone,
  borrowerDocument: form.borrowerDocument,
  borrowerOrg: form.borrowerOrg,
  staffNo: form.staffNo,
  purpose: form.purpose,
  repairSlipNo: form.repairSlipNo,
  permitNo: form.permitNo,
  note: form.note,
};
/** What S05 asked for: a correction may change the number, not take it away. */
const KEPT: readonly KeyLoanCorrectable[] = ['repairSlipNo', 'permitNo'];

/** One field corrected. Errors: `keyLoans.wrongState`, `.proofKept`; `entry.*`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await loanOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('keyLoans.wrongState', { state: row.state });
  const { limits } = await settingsOf(ctx.db);
  const patch = patchOf(field, value, row, ctx);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (KEPT.includes(field) && row[field] !== null && patch[field] === null)
    throw new Refusal('keyLoans.proofKept');
  const correction = await correctionOf(ctx, 'keyLoans', row, field, reason, limits);
  const next = ctx.journal.change('keyLoans', row, patch, correction);
  indexLoan(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keyLoans', next, limits) };
};

function patchOf(
  field: KeyLoanCorrectable,
  value: string,
  row: KeyLoansTable,
  ctx: CommandContext,
): Partial<Pick<KeyLoansTable, KeyLoanCorrectable>> {
  switch (field) {
    case 'issuedAt': {
      const issuedAt = asTyped(instant, value);
      assertTime('value', issuedAt, null, row.returnedAt ?? ctx.now);
      // The day stays: number, due day and the office hours it was judged by belong to it.
      if (dayOf(issuedAt) !== dayOf(row.issuedAt))
        throw new InvalidField('value', issuedAt < row.issuedAt ? 'time.early' : 'time.late');
      return { issuedAt };
    }
    case 'returnedByName': {
      if (row.returnedByName === null) throw new Refusal('entry.notYetWritten');
      return { returnedByName: asTyped(form.borrowerName, value) };
    }
    default:
      return { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  }
}

/** Number and line stay; a key that is out hangs on its hook again. Errors: `entry.managerOnly` once it is back or lost. */
export const voidLoan: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await loanOf(ctx.db, id, version);
  const state = loanMoved(row, 'voided');
  if (row.state !== 'out' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const next = ctx.journal.change(
    'keyLoans',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  if (row.state === 'out') {
    const key = await keyOf(ctx.db, row.keyId);
    if (key.state === 'out')
      await moveKey(ctx, key, 'inStock', { piecesOut: 0 }, { kind: 'CHANGE', facts: { loan: row.serialNo } });
  }
  return done(next);
};
