import { dayOf } from '../../../shared/dates';
import { KEY_LOAN_NEEDS, type KeyLoanNeed } from '../../../shared/registers/key-loans';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import { seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { countBranches } from '../../entries/listing';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { loanBranches } from './filter';
import { toKeyLoanLines } from './lines';
import { loanOf } from './load';
import { actsOnLoan } from './next';
import { loanPage } from './pages';

/** Reading the key log; and the look behind the masks, which is a journal event (trust.md C6). */

type Ops = HandlersFor<'keyLoans'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  loanPage(db, door.rawReader, filter, after, limit, now);

/** How many keys are out, due today, overdue. Only what is out is in the index, so these cost nothing. */
export async function loanCounts(db: ReadDb, now: string): Promise<Record<KeyLoanNeed, number>> {
  const counts = {} as Record<KeyLoanNeed, number>;
  for (const need of KEY_LOAN_NEEDS)
    counts[need] = await countBranches(db, 'key_loans', loanBranches({ need }, now));
  return counts;
}
export const counts: Ops['counts'] = (_, { db, now }) => loanCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await loanOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toKeyLoanLines(db, [row], now, settings);
  const together = await db
    .selectFrom('key_loans')
    .select(['id', 'serialNo', 'keyNo'])
    .where('batchId', '=', row.batchId)
    .where('id', '!=', id)
    .orderBy('serialNo')
    .execute();
  const { overdue, chases } = line!;
  const told = [
    ...(overdue ? ['overdue'] : line!.dueToday ? ['dueToday'] : []),
    ...(overdue && chases.length === 0 ? ['notChased'] : []),
    ...(overdue && line!.overdueDays > 1 && !chases.some((call) => call.escalatedTo) ? ['notEscalated'] : []),
    ...(row.state === 'out' && row.piecesReturned > 0 ? ['partOut'] : []),
    ...(chases.some((call) => call.promisedAt !== null && dayOf(call.promisedAt) < dayOf(now)) &&
    row.state === 'out'
      ? ['promiseBroken']
      : []),
  ];
  return {
    entry: line!,
    story: await storyOf(db, 'keyLoans', id),
    next: actsOnLoan(row, actor),
    freeUntil: await freeUntil(db, 'keyLoans', row, actor?.staffId, settings.limits, now),
    warnings: [...told, ...(await correctionWarnings(db, 'keyLoans', row, settings.limits))],
    together,
  };
};

export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'keyLoans', await loanOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

const MASKED = ['borrowerPhone', 'borrowerDocument', 'ownerAskedPhone'] as const;

/** Phones and the document in full, with the reason in the journal. */
export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await loanOf(db, id);
  const fields = MASKED.filter((field) => row[field] !== null);
  journal.note('keyLoans', id, { kind: 'UNMASK', facts: { reason, fields } }, row.serialNo);
  return {
    borrowerPhone: row.borrowerPhone,
    borrowerDocument: row.borrowerDocument,
    ownerAskedPhone: row.ownerAskedPhone,
  };
};
