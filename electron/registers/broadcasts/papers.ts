import { dayTimeOf, timeOf } from '../../../shared/dates';
import { BROADCAST_COLUMNS } from '../../../shared/registers/broadcasts.columns';
import type { BroadcastLine } from '../../../shared/registers/broadcasts.row';
import { BROADCAST_KINDS } from '../../../shared/registers/broadcasts.row';
import type { BroadcastsTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { bookPaper } from '../../papers/book';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, signatures, ticks } from '../../papers/slip-sections';
import { monthOf } from '../../papers/stretches';
import { toBroadcastLines } from './lines';

/** The papers of S28: F36 the month's record, F37 the slip by which a temporary broadcast is asked for and approved. */

const NS = 'broadcasts:';
const WORDED: Readonly<Record<string, string>> = { purpose: 'purpose' };

export const F36 = bookPaper<'F36', BroadcastLine>({
  form: 'F36',
  permit: 'broadcasts.print',
  needs: 'month',
  columns: BROADCAST_COLUMNS,
  lines: monthOf('broadcasts', 'broadcasts', ({ db, now }, rows: BroadcastsTable[]) =>
    toBroadcastLines(db, rows, now),
  ),
  foot: `${NS}foot.F36`,
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) => line.state === 'requested' && column.key === 'approved',
  said: (field, value, { wording }) => (WORDED[field] ? wording.t(`${NS}${WORDED[field]}.${value}`) : null),
});

/** F37 临时播音申请单: A5, the script in full, the hand of whoever approves. */
export const F37 = slipPaper<'F37', BroadcastLine>({
  form: 'F37',
  permit: 'broadcasts.print',
  size: 'a5',
  linesOf: async ({ db, now }, ids) => toBroadcastLines(db, await rowsOf(db, 'broadcasts', ids), now),
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`${NS}field.broadcasts.${key}`);
    const field = fieldsOf(line, desk);
    const term = line && `${dayTimeOf(line.fromAt)} – ${timeOf(line.toAt)}`;
    return {
      parts: [''],
      sections: [
        fields([
          field(
            word('kind'),
            ticks(
              line?.kind ?? null,
              BROADCAST_KINDS.map((kind) => [kind, t(`${NS}kind.${kind}`)] as const),
            ),
            { wide: true, fixed: true },
          ),
          field(word('department'), line?.department, { of: ['department'] }),
          field(word('requester'), line?.requester, { of: ['requester'] }),
          field(t(`${NS}slip.term`), term),
          field(word('repetitions'), line && String(line.repetitions)),
          field(word('summary'), line?.summary, { wide: true }),
          field(word('script'), line?.script, { wide: true, minMm: 28 }),
          field(word('managerOrder'), line?.managerOrder, { hand: line?.kind === 'emergency' }),
          field(word('generalOrder'), line?.generalOrder, { hand: line?.kind === 'emergency' }),
        ]),
        signatures([
          [word('requester'), line?.requester],
          [word('approvedByName'), line?.approvedByName],
          [t(`${NS}column.announcer`), line?.announcers[0]],
        ]),
      ],
    };
  },
});
