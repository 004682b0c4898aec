import { dayOf, dayTimeOf, monthOf as monthIn } from '../../../shared/dates';
import {
  conditionText,
  NS,
  papersOf,
  purposeText,
  slipNos,
  verification,
} from '../../../shared/registers/key-loans.cells';
import { KEY_LOAN_COLUMNS, KEY_OVERDUE_COLUMNS } from '../../../shared/registers/key-loans.columns';
import type { KeyLoanLine } from '../../../shared/registers/key-loans.row';
import type { ReadDb } from '../../db/context';
import { rowsOf } from '../../entries/months';
import { bookPaper, type Tally } from '../../papers/book';
import { type Desk, SLICE } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, paragraph, remark, signatures, table } from '../../papers/slip-sections';
import { monthOf, stretches } from '../../papers/stretches';
import { DEFAULT_SETTINGS } from '../office/defaults';
import { overdueRows } from './chase';
import { toKeyLoanLines } from './lines';

/** The papers of the key log (domain.md §3.2): the month book F09, the slip F10, the overdue list F12. */

const at = (instant: string | null | undefined): string => (instant ? dayTimeOf(instant) : '');

/** F09 钥匙领用(借用)登记表: 18 columns, 14 rows, the day's figures at the foot. */
export const F09 = bookPaper({
  form: 'F09',
  permit: 'keyLoans.print',
  needs: 'month',
  columns: KEY_LOAN_COLUMNS,
  lines: monthOf('keyLoans', 'key_loans', ({ db, now, settings }, rows) =>
    toKeyLoanLines(db, rows, now, settings),
  ),
  signers: [`${NS}signer.keeper`, `${NS}signer.weeklyCheck`],
  tallyTitle: `${NS}tally.title`,
  tally: dayFigures,
  awaitsHand: (column, line) =>
    line.state === 'out' && ['returnedAt', 'returner', 'condition', 'receiver'].includes(column.key),
  said: (field, value, { wording }) =>
    field === 'returnCondition' ? wording.t(`${NS}value.keyLoans.returnCondition.${value}`) : null,
});

/**
 * 当日应还 __ 把,未还 __ 把: of the day of printing, or of the last day of a month that is over; what is late from earlier days
 * is not returned either.
 */
function dayFigures(desk: Desk): Tally<KeyLoanLine> {
  const { now, wording, request } = desk;
  const today = dayOf(now);
  const due = new Map<string, number>();
  let open = 0;
  return {
    add(line) {
      if (line.state === 'voided') return;
      due.set(line.dueOn, (due.get(line.dueOn) ?? 0) + line.pieces);
      if (line.state !== 'returned' && line.dueOn <= today) open += line.pieces - line.piecesReturned;
    },
    shown() {
      const past = [...due.keys()].filter((day) => day <= today).sort();
      const day = request.month === monthIn(now) ? today : (past.at(-1) ?? today);
      const label = request.blank ? wording.t(`${NS}tally.dueBlank`) : wording.t(`${NS}tally.due`, { day });
      return [
        { label, value: String(due.get(day) ?? 0) },
        { label: wording.t(`${NS}tally.open`), value: String(open) },
      ];
    },
  };
}

/** F12 未归还钥匙催还单(明细): as of now, longest overdue first. */
export const F12 = bookPaper({
  form: 'F12',
  permit: 'keyLoans.print',
  needs: 'now',
  columns: KEY_OVERDUE_COLUMNS,
  lines: ({ db, now, settings }) =>
    stretches<KeyLoanLine>(async (after) =>
      toKeyLoanLines(db, await overdueRows(db, now, after, SLICE), now, settings),
    ),
  signers: [`${NS}signer.handler`, `${NS}signer.keeper`],
  awaitsHand: (column) => ['contact', 'contacted', 'answer', 'promised', 'handler'].includes(column.key),
});

/** A loan with everything that left in the same act: one slip for all of it. */
type SlipLoan = KeyLoanLine & { together: KeyLoanLine[] };

async function slipLoans({ db, now, settings }: Desk, ids: readonly string[]): Promise<SlipLoan[]> {
  const lines = await toKeyLoanLines(db, await rowsOf(db, 'key_loans', ids), now, settings);
  const acts = [...new Set(lines.map((line) => line.batchId))];
  const rows = await actRows(db, acts);
  const all = await toKeyLoanLines(db, rows, now, settings);
  return lines.map((line) => ({ ...line, together: all.filter((one) => one.batchId === line.batchId) }));
}
const actRows = (db: ReadDb, batchIds: readonly string[]) =>
  db.selectFrom('key_loans').selectAll().where('batchId', 'in', batchIds).orderBy('serialNo').execute();

/** What the office has its borrowers promise; its first wording is known in both languages. */
const promiseOf = ({ settings: { keys }, wording }: Desk): string =>
  wording.lang === 'en' && keys.slipPromise === DEFAULT_SETTINGS.keys.slipPromise
    ? wording.t(`${NS}slip.promiseWhole`)
    : keys.slipPromise;

/** F10 钥匙领用单: A5 in two parts, with what the borrower promises. */
export const F10 = slipPaper<'F10', SlipLoan>({
  form: 'F10',
  permit: 'keyLoans.print',
  size: 'a5',
  linesOf: slipLoans,
  slipOf(line, desk) {
    const t = (key: string) => desk.wording.t(`${NS}slip.${key}`);
    const field = fieldsOf(line, desk);
    const { wording } = desk;
    return {
      parts: [t('partBorrower'), t('partStub')],
      sections: [
        fields([
          field(t('borrower'), line?.borrowerName, { of: ['borrowerName'] }),
          field(t('cls'), line ? wording.t(`${NS}borrowerClass.${line.borrowerClass}`) : null),
          field(t('org'), line?.borrowerOrg, { of: ['borrowerOrg'] }),
          field(t('papers'), line ? papersOf(line, wording) : null, {
            of: ['borrowerDocument', 'staffNo', 'borrowerPhone'],
          }),
          field(t('purpose'), line ? purposeText(line) : null, { of: ['purpose'] }),
          field(t('slips'), line ? slipNos(line) : null, { of: ['repairSlipNo', 'permitNo'] }),
          field(t('verified'), line ? verification(line, wording) : null, { wide: true }),
          field(t('issuedAt'), at(line?.issuedAt), { of: ['issuedAt'] }),
          field(t('due'), at(line?.dueAt)),
        ]),
        table(
          [
            { label: t('no'), mm: 10, align: 'center' },
            { label: t('keyNo'), mm: 22 },
            { label: t('keyName') },
            { label: t('pieces'), mm: 18, align: 'center' },
            { label: t('condition'), mm: 20, align: 'center' },
            { label: t('returned'), mm: 50 },
          ],
          (line?.together ?? []).map((loan, n) => [
            String(n + 1),
            loan.keyNo,
            [loan.keyName, loan.parts].filter(Boolean).join(' '),
            String(loan.pieces),
            loan.returnCondition ? conditionText(loan, wording) : { text: '' },
            loan.returnedAt ? `${at(loan.returnedAt)} ${loan.receiverName ?? ''}` : { text: '' },
          ]),
          { lines: Math.max(3, line?.together.length ?? 0), hand: line === null },
        ),
        paragraph(t('promise')),
        signatures([
          [t('signBorrower'), line?.borrowerName],
          [t('signIssuer'), line?.issuerName],
        ]),
        remark(promiseOf(desk), t('note')),
        ...(line?.note ? [remark(line.note, t('note'))] : []),
      ],
    };
  },
});
