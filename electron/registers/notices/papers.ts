import { dayOf } from '../../../shared/dates';
import { NOTICE_COLUMNS } from '../../../shared/registers/notices.columns';
import type { NoticeLine, NoticeReceiptLine } from '../../../shared/registers/notices.row';
import type { NoticesTable } from '../../db/tables';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, paragraph, signatures, table } from '../../papers/slip-sections';
import { monthOf } from '../../papers/stretches';
import { noticeLinesById, receiptsOf, toNoticeLines } from './lines';

/** The papers of S25: F34 the month's register, F33 the distribution list, the notice itself in the office's name. */

const NS = 'notices:';
const WORDED: Readonly<Record<string, string>> = { kind: 'kind' };
/** Cells that are filled by hand until the act is entered. */
const LATER: Readonly<Record<string, (line: NoticeLine) => boolean>> = {
  approved: (line) => line.approvedAt === null,
  posted: (line) => line.postedAt === null,
  removed: (line) => line.removedAt === null,
};
const OPEN = ['draft', 'submitted', 'approved', 'posted'];

export const F34 = bookPaper<'F34', NoticeLine>({
  form: 'F34',
  permit: 'notices.print',
  needs: 'month',
  columns: NOTICE_COLUMNS,
  lines: monthOf('notices', 'notices', (desk: Desk, rows: NoticesTable[]) =>
    toNoticeLines(desk.db, rows, desk.now),
  ),
  foot: `${NS}foot.F34`,
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) => OPEN.includes(line.state) && (LATER[column.key]?.(line) ?? false),
  said: (field, value, { wording }) => (WORDED[field] ? wording.t(`${NS}${WORDED[field]}.${value}`) : null),
});

type Distributed = NoticeLine & { receipts: NoticeReceiptLine[] };
/** Lines of an empty distribution list; with the head they fill the sheet. */
const RECEIPT_ROWS = 18;

/** F33 通知签收表: who took how many, line for line; the rest of the sheet waits for signatures. */
export const F33 = slipPaper<'F33', Distributed>({
  form: 'F33',
  permit: 'notices.print',
  size: 'a4',
  async linesOf({ db, now }, ids) {
    const lines = await noticeLinesById(db, ids, now);
    return Promise.all(lines.map(async (line) => ({ ...line, receipts: await receiptsOf(db, line.id) })));
  },
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`${NS}slip.${key}`);
    const field = fieldsOf(line, desk);
    const given = (line?.receipts ?? []).filter((one) => one.struckReason === null);
    return {
      parts: [''],
      sections: [
        fields([
          field(word('title'), line?.title, { wide: true }),
          field(word('kind'), line && t(`${NS}kind.${line.kind}`), { of: ['kind'] }),
          field(word('term'), line && `${line.fromOn} – ${line.toOn}`),
        ]),
        table(
          [
            { label: word('no'), mm: 12, align: 'center' },
            { label: word('unit'), mm: 30 },
            { label: word('copies'), mm: 18, align: 'center' },
            { label: word('receiver') },
            { label: word('date'), mm: 28 },
            { label: word('deliveredBy'), mm: 28 },
          ],
          given.map((one, n) => [
            String(n + 1),
            one.unitCode ?? '',
            String(one.copies),
            one.receiverName ?? '',
            dayOf(one.deliveredAt),
            one.deliveredByName,
          ]),
          { lines: Math.max(RECEIPT_ROWS, given.length), hand: true, minMm: 9 },
        ),
        signatures([[word('signRecorder')], [word('signChecker')]]),
      ],
    };
  },
});

/** The notice as it hangs on the board: title, text, office and day. Only what was approved is printed as valid. */
export const noticeSheet = slipPaper<'noticeSheet', NoticeLine>({
  form: 'noticeSheet',
  permit: 'notices.print',
  size: 'poster',
  public: true,
  linesOf: ({ db, now }, ids) => noticeLinesById(db, ids, now),
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`${NS}slip.${key}`);
    const approved = line !== null && line.approvedAt !== null;
    return {
      // What hangs on a board was approved; a print of anything else says so.
      parts: [approved || line === null ? '' : word('draftPart')],
      sections: [
        paragraph(line?.title ?? ''),
        paragraph(line?.body ?? ''),
        paragraph(
          line ? t(`${NS}slip.seenUntil`, { from: line.fromOn, to: line.toOn }) : word('seenUntilBlank'),
        ),
        paragraph(
          [desk.settings.office.name, line?.approvedAt ? dayOf(line.approvedAt) : '']
            .filter(Boolean)
            .join('  '),
        ),
        signatures([[word('stamp')]]),
      ],
    };
  },
});
