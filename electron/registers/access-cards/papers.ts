import { ACCESS_CARD_COLUMNS } from '../../../shared/registers/access-cards.columns';
import type { AccessCardLine } from '../../../shared/registers/access-cards.row';
import type { AccessCardsTable } from '../../db/tables';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { monthOf } from '../../papers/stretches';
import { cardLinesById, toCardLines } from './lines';

/** The papers of S32: F40 the month's register of cards handed out, and the face of a card or pass. */

const month = monthOf('accessCards', 'access_cards', (desk: Desk, rows: AccessCardsTable[]) =>
  toCardLines(desk.db, rows, desk.now, desk.settings),
);

const WORDED: Readonly<Record<string, string>> = { relation: 'relation' };

export const F40 = bookPaper<'F40', AccessCardLine>({
  form: 'F40',
  permit: 'accessCards.print',
  needs: 'month',
  columns: ACCESS_CARD_COLUMNS,
  lines: month,
  foot: 'access-cards:foot.F40',
  signers: ['print:signer.recorder', 'print:signer.checker'],
  // 领取签名 always; 退还 until the card is back.
  awaitsHand: (column, line) =>
    column.key === 'signature' || (column.key === 'returned' && line.returnedAt === null),
  said: (field, value, { wording }) =>
    WORDED[field] ? wording.t(`access-cards:${WORDED[field]}.${value}`) : null,
});

/** The card itself: kind, number, last day. Never its holder, never the room. */
export const cardLabel = labelPaper<'cardLabel', AccessCardLine>({
  form: 'cardLabel',
  permit: 'accessCards.print',
  size: 'card',
  linesOf: ({ db, now, settings }, ids) => cardLinesById(db, ids, now, settings),
  month,
  inMonth: (line) => line.state === 'issued',
  labelOf: (line, { wording: { t } }) => ({
    title: line ? t(`access-cards:kind.${line.kind}`) : '',
    big: line?.cardNo ?? '',
    lines: line
      ? [
          line.validToOn
            ? t('access-cards:card.validTo', { on: line.validToOn })
            : t('access-cards:card.noEnd'),
          t('access-cards:card.found'),
        ]
      : [],
    signers: [],
  }),
});
