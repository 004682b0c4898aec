import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { foundItem } from '../../../shared/registers/found-items.row';
import { holds } from '../../../shared/roles';
import type { BookRow } from '../../db/bulk/book';
import { cashText, pieces } from '../../registers/found-items/register';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import { shiftAt } from './calendar';
import { type Chance, Weighted } from './chance';
import type { Traits } from './found-plan';
import type { Person } from './people';
import { DEPARTMENTS, mobileNumber } from './words/names';
import { place, STORAGE_PLACES } from './words/places';
import * as say from './words/sayings';
import { CATEGORY_WEIGHTS, THINGS } from './words/things';
import type { World } from './world';

type Item = BookRow<'foundItems'>;

const categories = new Weighted(CATEGORY_WEIGHTS);
const POLICY = new Map(DEFAULT_SETTINGS.categories.map((category) => [category.code, category]));
/** A category as often as it is found. */
export const drawCategory = (chance: Chance): string => categories.draw(chance);

/** What the clerk types when an item is brought to the desk at `at` (ms), `n`th of its month and `turn`th of the seed, and what that means for its life. */
export function intake(
  world: World,
  recorder: Person,
  { at, n, turn }: { at: number; n: number; turn: number },
): { item: Omit<Item, keyof typeof BLANK_ITEM | 'id' | 'serialNo' | 'scanCode'>; traits: Traits } {
  const { chance, crew } = world;
  const code = drawCategory(chance);
  const policy = POLICY.get(code)!;
  const night = shiftAt(at) === 'night';
  const now = isoOf(at);
  const how = night && chance.happens(0.6) ? 'pending' : chance.happens(0.1) ? 'witness' : 'pin';
  // For valuables a supervisor is fetched when one is on; the second signature is then the countersign as well.
  const fetched = policy.valuable && how === 'pin' && chance.happens(0.7);
  const second =
    how !== 'pin'
      ? null
      : fetched
        ? chance.pick(crew.allowed('foundItems.countersign').filter((person) => person !== recorder))
        : crew.colleague(recorder, chance);
  const countersigned = policy.valuable && second !== null && holds(second.roles, 'foundItems.countersign');
  const byColleague = chance.happens(0.62);
  const cash = policy.cash ? someCash(chance) : null;
  const { name, publicFeatures, verifyFeatures } = THINGS[code]!(chance);
  const item = {
    state: 'registered' as const,
    category: code,
    name,
    quantity: cash ? pieces(cash) : chance.happens(0.06) ? chance.between(2, 4) : 1,
    publicFeatures,
    verifyFeatures,
    cash: cash ? cashText(cash) : null,
    valuable: policy.valuable ? 1 : 0,
    bagNo: policy.valuable ? `FD${now.slice(2, 4)}${now.slice(5, 7)}${String(n).padStart(4, '0')}` : null,
    foundPlace: place(chance),
    foundAt: isoOf(foundBefore(at, chance)),
    finderName: world.people.name(chance),
    finderDepartment: byColleague ? chance.favour(DEPARTMENTS) : null,
    finderPhone: chance.happens(byColleague ? 0.25 : 0.5) ? mobileNumber(chance) : null,
    receivedById: recorder.id,
    receivedByName: recorder.name,
    receivedAt: now,
    confirmer1Id: recorder.id,
    confirmer1Name: recorder.name,
    confirmer2Id: second?.id ?? null,
    confirmer2Name: second?.name ?? (how === 'witness' ? world.people.name(chance) : null),
    confirmer2How: how as 'pin' | 'witness' | 'pending',
    confirmedAt: how === 'pending' ? null : now,
    countersignedById: countersigned ? second.id : null,
    countersignedByName: countersigned ? second.name : null,
    countersignedAt: countersigned ? now : null,
    storagePlace: policy.valuable
      ? '保险柜'
      : code.endsWith('Food')
        ? '冷藏柜'
        : chance.favour(STORAGE_PLACES.slice(0, 6)),
    note: chance.happens(0.08) ? chance.pick(say.NOTES) : null,
    recordedAt: now,
    recorderId: recorder.id,
    recorderName: recorder.name,
  };
  const traits: Traits = {
    turn,
    valuable: policy.valuable,
    perishable: code.endsWith('Food'),
    pending: how === 'pending',
    countersigned,
    retentionDays: policy.retentionDays,
  };
  return { item, traits };
}

/** Most things are brought within the half hour; the rest are late entries (补录). */
function foundBefore(at: number, chance: Chance): number {
  const minutes = chance.happens(0.93) ? chance.between(2, 28) : chance.between(35, 900);
  return at - minutes * MINUTE_MS - chance.below(MINUTE_MS);
}

/** A few notes and coins: pieces by denomination in fen. */
function someCash(chance: Chance): Record<string, number> {
  const cash: Record<string, number> = {};
  if (chance.happens(0.55)) cash['10000'] = chance.between(1, 12);
  if (chance.happens(0.3)) cash['5000'] = chance.between(1, 3);
  if (chance.happens(0.35)) cash['2000'] = chance.between(1, 5);
  if (chance.happens(0.4)) cash['1000'] = chance.between(1, 6);
  if (chance.happens(0.25)) cash['100'] = chance.between(1, 8);
  if (Object.keys(cash).length === 0) cash['500'] = chance.between(1, 4);
  return cash;
}

/** Columns a fresh line leaves empty; a new column of the row must be thought about here. */
export const BLANK_ITEM = {
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
  photos: null,
  lostReportId: null,
} as const satisfies Partial<Item>;

/** Columns of the row, sorted, with `version` and without `sealed`. */
export const FOUND_COLUMNS: readonly string[] = foundItem.keyof().options.toSorted();
