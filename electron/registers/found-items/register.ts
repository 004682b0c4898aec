import { monthOf } from '../../../shared/dates';
import { cashTotalCents } from '../../../shared/money';
import type { FoundItem } from '../../../shared/registers/found-items.row';
import type { Settings } from '../../../shared/registers/office';
import { shiftAt } from '../../../shared/registers/shifts';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds, type Role } from '../../../shared/roles';
import type { CommandContext, ProvenSecond, ReadDb } from '../../db/context';
import { assertTime, done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertAlive, assertOpen, categoryOf, itemOf } from './load';
import { indexItem } from './words';

type Ops = HandlersFor<'foundItems'>;
const MAX_PHOTOS = 6;

/**
 * Registers an item (S01). Errors: `foundItems.*` refusals of category, cash, bag, photos and confirmers; InvalidField
 * for a found time in the future.
 */
export const register: Ops['register'] = async (input, ctx) => {
  const { db, now, actor, journal, numbers, newId } = ctx;
  const settings = await settingsOf(db);
  const category = categoryOf(settings.categories, input.category);
  assertTime('foundAt', input.foundAt, null, now);
  if (category.valuable && input.bagNo === null) throw new Refusal('foundItems.bagMissing');
  const cash = Object.keys(input.cash ?? {}).length > 0 ? input.cash : null;
  if (category.cash && !cash) throw new Refusal('foundItems.cashMissing');
  if (!category.cash && cash) throw new Refusal('foundItems.cashNotAllowed');
  await assertPhotos(db, category.photo, input.photos);
  const confirmed = confirmation(ctx, settings, input.finderName);
  const countersigned = category.valuable && (await mayCountersign(db, ctx.second));
  const { serialNo, scanCode } = numbers.next('foundItems', monthOf(now));
  const row = journal.create('foundItems', {
    ...NOTHING_YET,
    id: newId(),
    serialNo,
    scanCode,
    state: 'registered',
    category: category.code,
    name: input.name,
    quantity: cash ? pieces(cash) : input.quantity,
    publicFeatures: input.publicFeatures,
    verifyFeatures: input.verifyFeatures,
    cash: cash ? cashText(cash) : null,
    valuable: category.valuable ? 1 : 0,
    bagNo: input.bagNo,
    foundPlace: input.foundPlace,
    foundAt: input.foundAt,
    finderName: input.finderName,
    finderDepartment: input.finderDepartment,
    finderPhone: input.finderPhone,
    receivedById: actor.staffId,
    receivedByName: actor.name,
    receivedAt: now,
    ...confirmed,
    ...(countersigned ? countersignature(ctx) : {}),
    storagePlace: input.storagePlace,
    photos: input.photos.length > 0 ? JSON.stringify([...new Set(input.photos)]) : null,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexItem(ctx, row);
  return { ...done(row), scanCode };
};

/** The second confirmation that was missing (待补签). The two present people are told apart by their PINs; the one who already stands as ① does not count twice. */
export const confirmQuantity: Ops['confirmQuantity'] = async ({ id, version }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertAlive(row);
  if (row.confirmer2How !== 'pending') throw new Refusal('foundItems.alreadyConfirmed');
  const second = proven(ctx.second);
  const other =
    second.staffId === row.confirmer1Id ? { staffId: ctx.actor.staffId, name: ctx.actor.name } : second;
  if (other.staffId === row.confirmer1Id) throw new Refusal('foundItems.sameConfirmer');
  const { limits } = await settingsOf(ctx.db);
  if (!limits.finderMayConfirm && other.name === row.finderName)
    throw new Refusal('foundItems.finderConfirms');
  const next = ctx.journal.change(
    'foundItems',
    row,
    { confirmer2Id: other.staffId, confirmer2Name: other.name, confirmer2How: 'pin', confirmedAt: ctx.now },
    { kind: 'CO_CONFIRM' },
  );
  return done(next);
};

/** A supervisor has seen the valuable item and its sealed bag (domain.md §4.3). */
export const countersign: Ops['countersign'] = async ({ id, version }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertOpen(row);
  if (row.valuable === 0) throw new Refusal('foundItems.notValuable');
  if (row.countersignedAt !== null) throw new Refusal('foundItems.alreadyCountersigned');
  return done(ctx.journal.change('foundItems', row, countersignature(ctx), { kind: 'CO_CONFIRM' }));
};

/** Photos taken after registering. Errors: `foundItems.photoForbidden`, `foundItems.photoLimit`, unknown photos. */
export const addPhotos: Ops['addPhotos'] = async ({ id, version, photos }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertAlive(row);
  const { categories } = await settingsOf(ctx.db);
  await assertPhotos(ctx.db, categoryOf(categories, row.category).photo, photos);
  const had = JSON.parse(row.photos ?? '[]') as string[];
  const all = [...new Set([...had, ...photos])];
  if (all.length > MAX_PHOTOS) throw new Refusal('foundItems.photoLimit', { max: MAX_PHOTOS });
  if (all.length === had.length) throw new Refusal('foundItems.unchanged');
  return done(ctx.journal.change('foundItems', row, { photos: JSON.stringify(all) }, { kind: 'CHANGE' }));
};

/** Notes and coins in a count: the quantity of a cash line. */
export const pieces = (cash: Partial<Record<string, number>>): number =>
  Object.values(cash).reduce<number>((sum, n) => sum + (n ?? 0), 0);

/** A count as it is kept: JSON text without empty denominations. Errors: InvalidField when nothing was counted. */
export function cashText(cash: Partial<Record<string, number>>): string {
  const counted = Object.fromEntries(
    Object.entries(cash).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0),
  );
  if (cashTotalCents(counted) <= 0) throw new InvalidField('cash', 'count.low');
  return JSON.stringify(counted);
}

/** L05: two different people; the second by PIN, as a named witness on paper, or later when alone on night duty. */
function confirmation({ actor, now, second }: CommandContext, settings: Settings, finderName: string) {
  if (!second) throw new Refusal('second.missing');
  if (second.how === 'pending' && !shiftAt(settings.shifts, now)?.shift.alone)
    throw new Refusal('foundItems.notAlone');
  const names = [actor.name, second.how === 'pending' ? null : second.name];
  if (!settings.limits.finderMayConfirm && names.includes(finderName))
    throw new Refusal('foundItems.finderConfirms');
  return {
    confirmer1Id: actor.staffId,
    confirmer1Name: actor.name,
    confirmer2Id: second.how === 'pin' ? second.staffId : null,
    confirmer2Name: second.how === 'pending' ? null : second.name,
    confirmer2How: second.how,
    confirmedAt: second.how === 'pending' ? null : now,
  };
}

const countersignature = (ctx: CommandContext) => {
  const second = proven(ctx.second);
  return { countersignedById: second.staffId, countersignedByName: second.name, countersignedAt: ctx.now };
};

/** The second confirmer of a valuable item countersigns in the same breath when it is a supervisor. */
async function mayCountersign(db: ReadDb, second: ProvenSecond | null): Promise<boolean> {
  if (second?.how !== 'pin') return false;
  const row = await db
    .selectFrom('staff')
    .select('roles')
    .where('id', '=', second.staffId)
    .executeTakeFirst();
  return row !== undefined && holds(JSON.parse(row.roles) as Role[], 'foundItems.countersign');
}

async function assertPhotos(db: ReadDb, allowed: boolean, photos: readonly string[]): Promise<void> {
  if (photos.length === 0) return;
  if (!allowed) throw new Refusal('foundItems.photoForbidden');
  const wanted = [...new Set(photos)];
  const stored = await db.selectFrom('attachments').select('sha256').where('sha256', 'in', wanted).execute();
  if (stored.length < wanted.length) throw new InvalidField('photos', 'id.unknown');
}

/** Everything a fresh line leaves empty; spelt out so that a new column of the row must be thought about here. */
const NOTHING_YET = {
  countersignedById: null,
  countersignedByName: null,
  countersignedAt: null,
  partyAContact: null,
  partyANotifiedAt: null,
  partyANotifiedHow: null,
  noticePostedAt: null,
  noticeHow: null,
  outcome: null,
  closedAt: null,
  closedById: null,
  closedByName: null,
  collectorName: null,
  collectorDocument: null,
  claimantName: null,
  claimantPhone: null,
  claimantDocument: null,
  claimantDocumentKind: null,
  claimantUnit: null,
  claimStatement: null,
  claimLostWhere: null,
  claimMatch: null,
  claimWitness: null,
  claimFeeCents: null,
  policeStation: null,
  policeOfficer: null,
  policeBadgeNo: null,
  policeReceiptNo: null,
  disposalManner: null,
  disposalReason: null,
  approvedById: null,
  approvedByName: null,
  archivedAt: null,
  archivedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
  lostReportId: null,
} as const satisfies Partial<FoundItem>;
