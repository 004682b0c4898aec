import { monthOf } from '../../../shared/dates';
import type { MailItem } from '../../../shared/registers/mail-items.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { MailItemsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { assertComplete, assertNumberFree, assertUnit } from './load';
import { shelfFor } from './shelf';
import { indexMailItem } from './words';

type Ops = HandlersFor<'mailItems'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  notices: 0,
  notifiedAt: null,
  notifiedHow: null,
  notifiedByName: null,
  reachedName: null,
  closedAt: null,
  closedByName: null,
  closure: null,
  takerName: null,
  takerRelation: null,
  takerIdTail: null,
  returnReason: null,
  closeNote: null,
  batchId: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

type NewItem = Omit<
  MailItem,
  keyof typeof UNTOUCHED | 'id' | 'serialNo' | 'scanCode' | 'version' | `record${string}`
>;

/** Writes a new line with its number. */
async function enter(ctx: CommandContext, item: NewItem): Promise<MailItemsTable> {
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('mailItems', monthOf(now));
  const row = journal.create('mailItems', {
    ...UNTOUCHED,
    ...item,
    id: newId(),
    serialNo,
    scanCode,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return row;
}

/** Writes an item's words, its unit's code among them; answers that code. */
export async function index(
  ctx: Pick<CommandContext, 'db' | 'search'>,
  row: MailItemsTable,
): Promise<string | null> {
  const code = (await unitCodes(ctx.db, [row.unitId])).get(row.unitId ?? '') ?? null;
  indexMailItem(ctx, row, code);
  return code;
}

/** See `mailItems.register`. */
export const register: Ops['register'] = async (input, ctx) => {
  assertTime('receivedAt', input.receivedAt, null, ctx.now);
  assertComplete({ direction: 'in', ...input });
  await assertUnit(ctx.db, input.unitId);
  await assertNumberFree(ctx.db, input.trackingNo, null);
  const { mail } = await settingsOf(ctx.db);
  const shelved = input.atGate === 0 && (input.unitId !== null || input.department !== null);
  const shelf = shelved ? (input.shelf ?? (await shelfFor(ctx.db, mail, input))) : input.shelf;
  const row = await enter(ctx, {
    ...input,
    direction: 'in',
    state: shelved ? 'shelved' : 'arrived',
    destination: null,
    shelf,
    sortedAt: shelved ? ctx.now : null,
    sortedByName: shelved ? ctx.actor.name : null,
  });
  const unitCode = (await unitCodes(ctx.db, [row.unitId])).get(row.unitId ?? '') ?? null;
  return { ...done(row), scanCode: row.scanCode, shelf, unitCode };
};

/** See `mailItems.send`. */
export const send: Ops['send'] = async (input, ctx) => {
  assertTime('receivedAt', input.receivedAt, null, ctx.now);
  if (input.unitId === null && input.department === null) throw new Refusal('mailItems.senderMissing');
  await assertUnit(ctx.db, input.unitId);
  const row = await enter(ctx, {
    ...input,
    direction: 'out',
    state: 'toSend',
    damage: null,
    courierName: null,
    perishable: 0,
    cod: 0,
    atGate: 0,
    shelf: null,
    sortedAt: null,
    sortedByName: null,
  });
  return { ...done(row), scanCode: row.scanCode };
};
