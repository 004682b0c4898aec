import { dayTimeOf } from '../../../shared/dates';
import { CUSTODY_COLUMNS } from '../../../shared/registers/custody-items.columns';
import { CUSTODY_OPEN, type CustodyItemLine } from '../../../shared/registers/custody-items.row';
import { MOVE_COLUMNS } from '../../../shared/registers/move-notices.columns';
import type { MoveNoticeLine } from '../../../shared/registers/move-notices.row';
import { TOOL_LOAN_COLUMNS } from '../../../shared/registers/tool-loans.columns';
import type { ToolLoanLine } from '../../../shared/registers/tool-loans.row';
import type { ToolLine } from '../../../shared/registers/tools.row';
import type { CustodyItemsTable, MoveNoticesTable, ToolLoansTable } from '../../db/tables';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { slipPaper } from '../../papers/slip';
import { cutLine, fields, fieldsOf, paragraph, signatures } from '../../papers/slip-sections';
import { monthOf } from '../../papers/stretches';
import { itemLinesById, toItemLines } from './items';
import { toMoveLines } from './moves';
import { toolLinesById, toToolLoanLines } from './tools';

/** The papers of custody, tools and moves: F24, the tag in two halves, F25, the tool's label, the move list. */

const NS = 'custody:';
const SIGNERS = ['print:signer.recorder', 'print:signer.checker'];

const items = monthOf('custodyItems', 'custody_items', (desk: Desk, rows: CustodyItemsTable[]) =>
  toItemLines(desk.db, rows, desk.now, desk.settings),
);
const TAKEN = ['takenOn', 'signatureOut', 'document'];

export const F24 = bookPaper<'F24', CustodyItemLine>({
  form: 'F24',
  permit: 'custodyItems.print',
  needs: 'month',
  columns: CUSTODY_COLUMNS,
  lines: items,
  foot: `${NS}foot.F24`,
  signers: SIGNERS,
  // 取件 stays open until it is fetched.
  awaitsHand: (column, line) => TAKEN.includes(column.key) && CUSTODY_OPEN.includes(line.state),
});

/** 储物牌: one half on the thing, never with a name; the other is the depositor's. */
export const custodyTag = slipPaper<'custodyTag', CustodyItemLine>({
  form: 'custodyTag',
  permit: 'custodyItems.print',
  size: 'pass',
  linesOf: ({ db, now, settings }, ids) => itemLinesById(db, ids, now, settings),
  slipOf(line, desk) {
    const t = (key: string): string => desk.wording.t(`${NS}tag.${key}`);
    const field = fieldsOf(line, desk);
    const what = line ? `${line.itemName} × ${line.quantity}` : '';
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(t('tagNo'), line?.tagNo ?? line?.serialNo, { of: ['tagNo'] }),
            field(t('what'), what, { of: ['itemName', 'quantity'] }),
            field(t('place'), line?.storagePlace, { of: ['storagePlace'] }),
            field(t('dueOn'), line?.dueOn, { of: ['dueOn'] }),
          ],
          1,
        ),
        cutLine(desk),
        fields(
          [
            field(t('tagNo'), line?.tagNo ?? line?.serialNo, { of: ['tagNo'] }),
            field(t('what'), what),
            field(t('keptAt'), line ? dayTimeOf(line.keptAt) : '', { of: ['keptAt'] }),
            field(t('dueOn'), line?.dueOn, { of: ['dueOn'] }),
          ],
          1,
        ),
        signatures([[t('keeper'), line?.recorderName]]),
        paragraph(t('promise')),
      ],
    };
  },
});

const loans = monthOf('toolLoans', 'tool_loans', (desk: Desk, rows: ToolLoansTable[]) =>
  toToolLoanLines(desk.db, rows, desk.now, desk.settings),
);
const BACK = ['returnedAt', 'conditionIn', 'signatureIn'];

export const F25 = bookPaper<'F25', ToolLoanLine>({
  form: 'F25',
  permit: 'tools.print',
  needs: 'month',
  columns: TOOL_LOAN_COLUMNS,
  lines: loans,
  foot: `${NS}foot.F25`,
  signers: SIGNERS,
  awaitsHand: (column, line) => BACK.includes(column.key) && line.state === 'out',
});

/** On the tool itself: its number and name, and the code whose scan brings it back. */
export const toolLabel = labelPaper<'toolLabel', ToolLine>({
  form: 'toolLabel',
  permit: 'tools.print',
  size: 'tag',
  linesOf: ({ db, now }, ids) => toolLinesById(db, ids, now),
  labelOf: (line) => ({ title: line?.toolNo ?? '', lines: line ? [line.name] : [] }),
});

const moves = monthOf('moveNotices', 'move_notices', (desk: Desk, rows: MoveNoticesTable[]) =>
  toMoveLines(desk.db, rows, desk.now, desk.settings),
);

export const moveList = bookPaper<'moveList', MoveNoticeLine>({
  form: 'moveList',
  permit: 'moveNotices.print',
  needs: 'month',
  columns: MOVE_COLUMNS,
  lines: moves,
  foot: `${NS}foot.moveList`,
  signers: SIGNERS,
});
