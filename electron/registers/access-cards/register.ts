import { monthOf } from '../../../shared/dates';
import type { AccessCard } from '../../../shared/registers/access-cards.row';
import type { CommandContext } from '../../db/context';
import type { AccessCardsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { unitCodes } from '../units/briefs';
import { assertCardNoFree, assertComplete, assertPlace } from './load';
import { indexCard } from './words';

type Ops = HandlersFor<'accessCards'>;

/** What a new card says; everything that happens later is empty. */
export type NewCard = Pick<
  AccessCard,
  | 'kind'
  | 'cardNo'
  | 'unitId'
  | 'partyId'
  | 'holderName'
  | 'holderPhone'
  | 'relation'
  | 'plate'
  | 'issuedAt'
  | 'validFromOn'
  | 'validToOn'
  | 'feeCents'
  | 'depositCents'
  | 'receiptNo'
  | 'note'
>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  depositOutcome: null,
  depositBackCents: null,
  depositReason: null,
  refundReceiptNo: null,
  returnedAt: null,
  returnerName: null,
  returnCondition: null,
  takenBackByName: null,
  lostAt: null,
  lossReporterName: null,
  blockedAt: null,
  blockedByName: null,
  recoveredAt: null,
  replacedById: null,
  archivedAt: null,
  archivedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** Writes a new line with its number. */
export async function issueCard(
  ctx: CommandContext,
  card: NewCard,
  replacesId: string | null,
): Promise<AccessCardsTable> {
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('accessCards', monthOf(now));
  const row = journal.create('accessCards', {
    ...UNTOUCHED,
    ...card,
    id: newId(),
    serialNo,
    scanCode,
    state: 'issued',
    replacesId,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return row;
}

/** Writes a card's words, its unit's code among them. */
export async function index(ctx: CommandContext, row: AccessCardsTable): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexCard(ctx, row, codes.get(row.unitId ?? '') ?? null);
}

/** See `accessCards.register`. */
export const register: Ops['register'] = async (input, ctx) => {
  assertTime('issuedAt', input.issuedAt, null, ctx.now);
  assertComplete(input);
  await assertPlace(ctx.db, input);
  await assertCardNoFree(ctx.db, input.cardNo, null);
  const row = await issueCard(ctx, input, null);
  return { ...done(row), scanCode: row.scanCode };
};
