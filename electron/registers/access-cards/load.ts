import {
  ACCESS_CARD_NEXT,
  type AccessCard,
  type CardState,
  DATED_KINDS,
  OUTSIDE_RELATIONS,
  UNIT_KINDS,
} from '../../../shared/registers/access-cards.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { AccessCardsTable } from '../../db/tables';
import { realDay } from '../../entries/listing';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the card book checks before it writes. */

/** The card as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function cardOf(db: ReadDb, id: string, version?: number): Promise<AccessCardsTable> {
  const row = await db.selectFrom('access_cards').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `accessCards.wrongState`. */
export const moved = (row: AccessCardsTable, to: CardState): CardState =>
  movedTo(ACCESS_CARD_NEXT, row.state, to, 'accessCards');

type Written = Pick<
  AccessCard,
  | 'kind'
  | 'unitId'
  | 'relation'
  | 'plate'
  | 'validFromOn'
  | 'validToOn'
  | 'feeCents'
  | 'depositCents'
  | 'receiptNo'
>;

/**
 * What S32 asks of a card as written down. Errors: `accessCards.unitMissing`, `.plateMissing`, `.validityMissing`,
 * `.receiptMissing`; InvalidField of `field(name)` for days that do not exist or end before they begin.
 */
export function assertComplete(card: Written, field: (name: string) => string = (name) => name): void {
  const needsUnit = UNIT_KINDS.includes(card.kind) || !OUTSIDE_RELATIONS.includes(card.relation);
  if (needsUnit && card.unitId === null) throw new Refusal('accessCards.unitMissing');
  if (card.kind === 'vehiclePass' && card.plate === null) throw new Refusal('accessCards.plateMissing');
  if (DATED_KINDS.includes(card.kind) && card.validToOn === null)
    throw new Refusal('accessCards.validityMissing');
  if (card.feeCents + card.depositCents > 0 && card.receiptNo === null)
    throw new Refusal('accessCards.receiptMissing');
  realDay('validFromOn', card.validFromOn);
  if (card.validToOn === null) return;
  realDay('validToOn', card.validToOn);
  if (card.validToOn < card.validFromOn) throw new InvalidField(field('validToOn'), 'day.early');
}

/** No other card that is out has this number. Errors: Refusal `accessCards.cardNoTaken` with the number of its line. */
export async function assertCardNoFree(db: ReadDb, cardNo: string, ownId: string | null): Promise<void> {
  const other = await db
    .selectFrom('access_cards')
    .select(['id', 'serialNo'])
    .where('cardNo', '=', cardNo)
    .where('state', 'in', ['issued', 'lost'])
    .executeTakeFirst();
  if (other && other.id !== ownId)
    throw new Refusal('accessCards.cardNoTaken', { cardNo, serialNo: other.serialNo });
}

/** Unit and party exist. Errors: Refusal `notFound`. */
export async function assertPlace(
  db: ReadDb,
  { unitId, partyId }: Pick<AccessCard, 'unitId' | 'partyId'>,
): Promise<void> {
  if (unitId && !(await exists(db, 'units', unitId))) throw new Refusal('accessCards.unitUnknown');
  if (partyId && !(await exists(db, 'parties', partyId))) throw new Refusal('accessCards.partyUnknown');
}

const exists = async (db: ReadDb, table: 'units' | 'parties', id: string): Promise<boolean> =>
  (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** What of the deposit the office still holds, in fen. */
export const heldCents = (row: Pick<AccessCard, 'depositCents' | 'depositOutcome'>): number =>
  row.depositOutcome === null ? row.depositCents : 0;
