import { addDays, dayOf, dayTimeOf } from '../../../shared/dates';
import { MAIL_ITEM_COLUMNS } from '../../../shared/registers/mail-items.columns';
import { MAIL_WAITING, type MailItemLine } from '../../../shared/registers/mail-items.row';
import type { MailItemsTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, paragraph, remark, signatures, table } from '../../papers/slip-sections';
import { monthOf } from '../../papers/stretches';
import { mailLinesById, toMailLines } from './lines';

/** The papers of S16: F22 the month's register, F23 the notice, the receipt of many items with one signature, the shelf label. */

const NS = 'mail:';
const month = monthOf('mailItems', 'mail_items', (desk: Desk, rows: MailItemsTable[]) =>
  toMailLines(desk.db, rows, desk.now, desk.settings),
);
const WAITS = [...MAIL_WAITING, 'toSend'];
/** Cells that the addressee's coming fills. */
const STILL_TO_COME = ['notifiedAt', 'signature', 'closedAt', 'relation', 'remark'];
const CODES: Readonly<Record<string, string>> = { kind: 'kind' };

export const F22 = bookPaper<'F22', MailItemLine>({
  form: 'F22',
  permit: 'mailItems.print',
  needs: 'month',
  columns: MAIL_ITEM_COLUMNS,
  lines: month,
  foot: `${NS}foot.F22`,
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) => WAITS.includes(line.state) && STILL_TO_COME.includes(column.key),
  said: (field, value, { wording }) => (CODES[field] ? wording.t(`${NS}${CODES[field]}.${value}`) : null),
});

/** An item with what belongs on the same sheet: what waits with it, or what was signed for with it. */
type Together = MailItemLine & { together: MailItemLine[] };

const place = (line: MailItemLine | null): string => line?.unitCode ?? line?.department ?? '';

async function waitingTogether({ db, now, settings }: Desk, ids: readonly string[]): Promise<Together[]> {
  const lines = await mailLinesById(db, ids, now, settings);
  const units = lines.flatMap((line) => line.unitId ?? []);
  const rows =
    units.length === 0
      ? []
      : await db
          .selectFrom('mail_items')
          .selectAll()
          .where('unitId', 'in', units)
          .where('state', 'in', [...MAIL_WAITING])
          .orderBy('receivedAt')
          .execute();
  const waiting = await toMailLines(db, rows, now, settings);
  return lines.map((line) => {
    const mates = waiting.filter((one) => one.unitId === line.unitId);
    return { ...line, together: mates.some((one) => one.id === line.id) ? mates : [line] };
  });
}

/** F23 领件通知: what waits for a unit, where, until when. One slip for all of it. */
export const F23 = slipPaper<'F23', Together>({
  form: 'F23',
  permit: 'mailItems.print',
  size: 'a6',
  linesOf: waitingTogether,
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`${NS}slip.${key}`);
    const field = fieldsOf(line, desk);
    const items = line?.together ?? [];
    const sum = items.reduce((pieces, one) => pieces + one.pieces, 0);
    const shelves = [...new Set(items.map((one) => one.shelf).filter(Boolean))].join(' ');
    // Of what is over already a few days are left; nobody is told a day that has gone by.
    const today = dayOf(desk.now);
    const [until = addDays(today, LAST_DAYS)] = items
      .map((one) => one.holdUntilOn)
      .filter((on) => on >= today)
      .sort();
    return {
      parts: [''],
      sections: [
        fields([
          field(word('addressee'), line?.addresseeName, { of: ['addresseeName'] }),
          field(word('place'), place(line)),
          field(word('pieces'), line ? String(sum) : null),
          field(word('shelf'), shelves),
        ]),
        table(
          [
            { label: word('no'), mm: 30 },
            { label: word('kind'), mm: 22 },
            { label: word('tracking') },
            { label: word('received'), mm: 22 },
          ],
          items
            .slice(0, NOTICE_ROWS)
            .map((one) => [
              one.serialNo,
              t(`${NS}kind.${one.kind}`),
              [one.carrier, tailOf(one.trackingNo)].filter(Boolean).join(' '),
              dayOf(one.receivedAt),
            ]),
          { lines: 1, hand: line === null },
        ),
        paragraph(line ? t(`${NS}slip.until`, { on: until }) : word('untilBlank')),
        remark(word('bring'), word('kind')),
        fields([
          field(word('clerk'), line ? (line.notifiedByName ?? line.sortedByName) : null, { hand: true }),
          field(word('noticedAt'), line?.notifiedAt ? dayTimeOf(line.notifiedAt) : null, { hand: true }),
        ]),
      ],
    };
  },
});
/** Days that are left to collect what was kept long enough. */
const LAST_DAYS = 3;
/** Items named on a notice; the number of pieces says the rest. */
const NOTICE_ROWS = 4;
/** A notice may lie in a letter box: of a number its end is enough. */
const tailOf = (trackingNo: string | null): string => (trackingNo ? `…${trackingNo.slice(-6)}` : '');

async function signedTogether({ db, now, settings }: Desk, ids: readonly string[]): Promise<Together[]> {
  const lines = await toMailLines(db, await rowsOf(db, 'mail_items', ids), now, settings);
  const batches = lines.flatMap((line) => line.batchId ?? []);
  const rows =
    batches.length === 0
      ? []
      : await db
          .selectFrom('mail_items')
          .selectAll()
          .where('batchId', 'in', batches)
          .orderBy('serialNo')
          .execute();
  const all = await toMailLines(db, rows, now, settings);
  return lines.map((line) => ({
    ...line,
    together: line.batchId === null ? [line] : all.filter((one) => one.batchId === line.batchId),
  }));
}

/** 领件签收单: everything of one collection under one signature. */
export const mailReceipt = slipPaper<'mailReceipt', Together>({
  form: 'mailReceipt',
  permit: 'mailItems.print',
  size: 'a5',
  linesOf: signedTogether,
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`${NS}slip.${key}`);
    const field = fieldsOf(line, desk);
    const items = line?.together ?? [];
    return {
      parts: [''],
      sections: [
        fields([
          field(word('place'), place(line)),
          field(word('collectedAt'), line?.closedAt ? dayTimeOf(line.closedAt) : null, { hand: true }),
          field(word('collector'), line?.takerName, { of: ['takerName'], hand: true }),
          field(
            word('relation'),
            line?.takerRelation
              ? [t(`${NS}relation.${line.takerRelation}`), line.takerIdTail && `*${line.takerIdTail}`]
                  .filter(Boolean)
                  .join(' ')
              : null,
            { hand: true },
          ),
        ]),
        table(
          [
            { label: word('no'), mm: 34 },
            { label: word('kind'), mm: 24 },
            { label: word('carrier'), mm: 26 },
            { label: word('tracking') },
            { label: word('addressee'), mm: 28 },
            { label: word('pieces'), mm: 16, align: 'center' },
          ],
          items.map((one) => [
            one.serialNo,
            t(`${NS}kind.${one.kind}`),
            one.carrier ?? '',
            one.trackingNo ?? '',
            one.addresseeName ?? '',
            String(one.pieces),
          ]),
          { lines: Math.max(4, items.length), hand: line === null },
        ),
        paragraph(word('received1')),
        signatures([
          [word('signCollector'), line?.takerName],
          [word('signClerk'), line?.closedByName],
        ]),
      ],
    };
  },
});

/** The label on the parcel: shelf large, place, day. Never a name (desk-practice.md §3.13). */
export const shelfLabel = labelPaper<'shelfLabel', MailItemLine>({
  form: 'shelfLabel',
  permit: 'mailItems.print',
  size: 'bag',
  linesOf: ({ db, now, settings }, ids) => mailLinesById(db, ids, now, settings),
  month,
  inMonth: (line) => MAIL_WAITING.includes(line.state),
  labelOf: (line, { wording: { t } }) => ({
    big: line ? [line.shelf, place(line)].filter(Boolean).join(' · ') : '',
    lines: line
      ? [
          [t(`${NS}kind.${line.kind}`), t(`${NS}label.pieces`, { n: line.pieces })].join(' · '),
          t(`${NS}label.until`, { from: dayOf(line.receivedAt), to: line.holdUntilOn }),
        ]
      : [],
  }),
});
