import { dayOf, isoOf } from '../../../shared/dates';
import type { CardKind, CardRelation } from '../../../shared/registers/access-cards.row';
import type { BookRow } from '../../db/bulk/book';
import { Weighted } from './chance';

/** What cards of the demo office cost, who holds them, and what is said of them. */

/** What is handed out, the likelier more often. */
export const KINDS = new Weighted<CardKind>([
  ['doorCard', 46],
  ['ownerCard', 20],
  ['pass', 22],
  ['vehiclePass', 12],
]);
/** Deposit and fee in fen. */
export const PRICES: Record<CardKind, readonly [deposit: number, fee: number]> = {
  ownerCard: [0, 2000],
  doorCard: [5000, 0],
  pass: [3000, 500],
  vehiclePass: [10000, 0],
};
export const RESIDENTS = new Weighted<CardRelation>([
  ['owner', 40],
  ['family', 26],
  ['tenant', 26],
  ['merchant', 8],
]);
export const LESS = ['卡片折断', '卡面损坏无法使用', '卡套遗失'];
export const NOTES = ['备用卡', '家中老人使用', '随合同办理', '代领，已核对身份'];
export const VOIDED = ['卡号写错，重新登记', '重复登记'];

/** The card in place of a lost one: the deposit moved along, a new fee with a receipt of its own. */
export function again(card: BookRow<'accessCards'>, at: number, digits: string) {
  const {
    kind,
    unitId,
    partyId,
    holderName,
    holderPhone,
    relation,
    plate: no,
    validToOn,
    depositCents,
  } = card;
  const day = dayOf(isoOf(at));
  return {
    ...{ kind, unitId, partyId, holderName, holderPhone, relation, validToOn, depositCents },
    plate: no,
    validFromOn: validToOn !== null && validToOn < day ? card.validFromOn : day,
    feeCents: 2000,
    receiptNo: `SJ${day.slice(2, 4)}${digits}`,
    note: null,
  };
}
