import { dayTimeOf } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { OFFICE_JOB_COLUMNS } from '../../../shared/registers/office-jobs.columns';
import type { OfficeJobLine } from '../../../shared/registers/office-jobs.row';
import { hoursOf } from '../../../shared/registers/room-bookings.columns';
import { LAYOUTS, PREPARATIONS, type RoomBookingLine } from '../../../shared/registers/room-bookings.row';
import type { OfficeJobsTable, RoomBookingsTable } from '../../db/tables';
import { bookPaper, type Tally } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, heading, signatures, tick, ticks } from '../../papers/slip-sections';
import { monthOf } from '../../papers/stretches';
import { bookingLinesById, toBookingLines } from './bookings';
import { toJobLines } from './jobs';

/** The papers of the business centre: F28 the month's job log, F29 the application for a room. F30 stands in board-paper.ts. */

const NS = 'business:';

/** No column has a document's title, so no reader of the paper needs the permit for it. */
const jobs = monthOf('officeJobs', 'office_jobs', (desk: Desk, rows: OfficeJobsTable[]) =>
  toJobLines(desk.db, rows, false, desk.settings),
);

/** Amounts in all, paid and on account. */
function money({ wording: { t } }: Desk): Tally<OfficeJobLine> {
  const sum = { all: 0, paid: 0, charged: 0 };
  return {
    add({ state, amountCents }) {
      if (state === 'voided') return;
      sum.all += amountCents;
      if (state === 'paid') sum.paid += amountCents;
      if (state === 'charged') sum.charged += amountCents;
    },
    shown: () =>
      (['all', 'paid', 'charged'] as const).map((key) => ({
        label: t(`${NS}tally.${key}`),
        value: yuan(sum[key]),
      })),
  };
}

export const F28 = bookPaper<'F28', OfficeJobLine>({
  form: 'F28',
  permit: 'officeJobs.print',
  needs: 'month',
  columns: OFFICE_JOB_COLUMNS,
  lines: jobs,
  foot: `${NS}foot.F28`,
  tallyTitle: `${NS}tally.title`,
  tally: money,
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) => column.key === 'settled' && line.state === 'taken',
});

const bookings = monthOf('roomBookings', 'room_bookings', (desk: Desk, rows: RoomBookingsTable[]) =>
  toBookingLines(desk.db, rows, desk.now),
);

export const F29 = slipPaper<'F29', RoomBookingLine>({
  form: 'F29',
  permit: 'roomBookings.print',
  size: 'a4',
  linesOf: ({ db, now }, ids) => bookingLinesById(db, ids, now),
  month: bookings,
  said: (field, value, { wording }) => (field === 'layout' ? wording.t(`${NS}layout.${value}`) : null),
  slipOf(line, desk) {
    const t = (key: string): string => desk.wording.t(`${NS}slip.${key}`);
    const word = (group: string, code: string): string => desk.wording.t(`${NS}${group}.${code}`);
    const field = fieldsOf(line, desk);
    const ready = line?.prepared?.split(',') ?? [];
    const damage = line?.damaged ?? null;
    const settled = line?.settlement ? word('settlement', line.settlement) : '';
    return {
      parts: [''],
      sections: [
        heading(t('asked')),
        fields([
          field(t('customer'), line?.customerName, { of: ['customerName'] }),
          field(t('contact'), [line?.contactName, line?.contactPhone].filter(Boolean).join(' '), {
            of: ['contactName'],
          }),
          field(t('subject'), line?.subject, { of: ['subject'] }),
          field(t('people'), line ? String(line.people) : '', { of: ['people'] }),
          field(t('room'), line?.roomName),
          field(t('hours'), line ? hoursOf(line) : ''),
          field(
            t('layout'),
            ticks(
              line?.layout ?? null,
              LAYOUTS.map((one) => [one, word('layout', one)]),
            ),
            { wide: true, fixed: true },
          ),
          field(t('equipment'), line?.equipment, { of: ['equipment'], wide: true }),
          field(t('fee'), line ? yuan(line.feeCents) : ''),
          field(
            t('deposit'),
            line && line.depositCents > 0
              ? [yuan(line.depositCents), line.depositReceiptNo].filter(Boolean).join(' ')
              : '',
          ),
        ]),
        heading(t('prepared')),
        fields(
          [
            field(
              t('checklist'),
              PREPARATIONS.map((one) => tick(ready.includes(one), word('preparation', one))).join('  '),
              { wide: true, fixed: true },
            ),
            field(
              t('preparedBy'),
              line?.preparedAt ? `${line.preparedByName ?? ''} ${dayTimeOf(line.preparedAt)}` : '',
              { hand: true },
            ),
          ],
          1,
        ),
        heading(t('checked')),
        fields([
          field(
            t('damaged'),
            ticks(damage === null ? null : damage === 1 ? 'yes' : 'no', [
              ['yes', t('damageYes')],
              ['no', t('damageNo')],
            ]),
            { wide: true, fixed: true },
          ),
          field(t('damageList'), line?.damageList, { hand: true, wide: true, minMm: 18 }),
          field(t('ended'), line?.endedAt ? dayTimeOf(line.endedAt) : '', { hand: true }),
          field(t('overtime'), (line?.overtimeCents ?? null) === null ? '' : yuan(line?.overtimeCents ?? 0), {
            hand: true,
          }),
          field(t('settled'), [settled, line?.receiptNo].filter(Boolean).join(' '), { hand: true }),
          field(t('note'), line?.note, { of: ['note'] }),
        ]),
        signatures([[t('customerSigns')], [t('officeSigns'), line?.checkedByName]]),
      ],
    };
  },
});
