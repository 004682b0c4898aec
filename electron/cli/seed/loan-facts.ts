import { addDays, dayOf, instantOf, isoOf, MINUTE_MS, timeOf } from '../../../shared/dates';
import {
  type BorrowerClass,
  inHours,
  mustAskOwner,
  rulesFor,
} from '../../../shared/registers/key-loans.rules';
import type { BookRow } from '../../db/bulk/book';
import { defaultDue } from '../../registers/key-desk/issue-rules';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import { Weighted } from './chance';
import type { Person } from './people';
import * as words from './words/loan-words';
import { mobileNumber } from './words/names';
import type { SeedKey, World } from './world';

/** Who comes for a key and what S05 asks of them, filled in as the desk would have: nothing the issue rules would refuse. */

type Loan = BookRow<'keyLoans'>;
export const HOURS = DEFAULT_SETTINGS.keys.officeHours;
/** How long before an issue the owner was called. */
const CALL_MINUTES = 8;
/** Keys one person may have out; one less than the office allows. */
const HELD_MOST = DEFAULT_SETTINGS.keys.maxKeysPerPerson - 1;

const classes = new Map(
  Object.entries(words.CLASS_MIX).map(([category, mix]) => [category, new Weighted(mix)] as const),
);

/** Borrowers of the own house: engineers, cleaners, guards; everybody has a staff number. */
export interface Colleague {
  name: string;
  staffNo: string;
  org: string;
}

/** Who has how many keys out: nobody gets more than the office allows. */
export class Holders {
  readonly #held = new Map<string, number>();
  mayTake(name: string, keys: number): boolean {
    return (this.#held.get(name) ?? 0) + keys <= HELD_MOST;
  }
  take(name: string): void {
    this.#held.set(name, (this.#held.get(name) ?? 0) + 1);
  }
  back(name: string): void {
    const left = (this.#held.get(name) ?? 1) - 1;
    if (left > 0) this.#held.set(name, left);
    else this.#held.delete(name);
  }
}

/** Everything of a loan that depends on who comes for which keys. */
export type Asked = Pick<
  Loan,
  | 'borrowerClass'
  | 'borrowerName'
  | 'borrowerPhone'
  | 'borrowerDocument'
  | 'borrowerOrg'
  | 'staffNo'
  | 'purpose'
  | 'confirmerId'
  | 'confirmerName'
  | 'ownerAskedName'
  | 'ownerAskedPhone'
  | 'ownerAskedAt'
  | 'ownerAskedHow'
  | 'escortName'
  | 'repairSlipNo'
  | 'permitNo'
  | 'identityHow'
  | 'custodianId'
  | 'custodianName'
  | 'secondId'
  | 'secondName'
  | 'overnightById'
  | 'overnightByName'
  | 'dueAt'
  | 'dueOn'
>;

export const isOpenAt = (at: number): boolean => inHours(timeOf(isoOf(at)), HOURS);

/** Somebody of the house who may still take `keys` keys. */
function colleague(world: World, staff: readonly Colleague[], holders: Holders, keys: number): Colleague {
  for (let tries = 0; tries < 30; tries += 1) {
    const one = world.chance.favour(staff);
    if (holders.mayTake(one.name, keys)) return one;
  }
  return { name: world.people.name(world.chance), staffNo: `3${world.chance.digits(3)}`, org: '工程部' };
}

/** What is asked and shown for some keys leaving together at `at` (ms). Several keys go to the own house only. */
export function asked(
  world: World,
  keys: readonly SeedKey[],
  issuer: Person,
  at: number,
  { staff, holders, overnight }: { staff: readonly Colleague[]; holders: Holders; overnight: boolean },
): Asked {
  const { chance, crew, people } = world;
  const now = isoOf(at);
  const facts = keys.map(({ told, unit }) => ({
    category: told.row.category,
    occupied: unit?.occupied ?? false,
    inOfficeHours: isOpenAt(at),
  }));
  const [key] = keys;
  const owner = key!.unit?.owner ?? null;
  const drawn: BorrowerClass = keys.length > 1 ? 'staff' : classes.get(key!.told.row.category)!.draw(chance);
  const nobody = owner === null && (drawn === 'owner' || drawn === 'agent' || drawn === 'helper');
  const borrowerClass = nobody || rulesFor(drawn, facts).bar ? 'staff' : drawn;
  const { requirements } = rulesFor(borrowerClass, facts);
  const own = borrowerClass === 'staff' ? colleague(world, staff, holders, keys.length) : null;
  let borrowerName = own?.name ?? (borrowerClass === 'owner' && owner ? owner.person : people.name(chance));
  while (
    !own &&
    (!holders.mayTake(borrowerName, keys.length) ||
      (borrowerClass !== 'owner' && borrowerName === owner?.person))
  )
    borrowerName = people.name(chance);
  const comer = { name: borrowerName, org: own?.org ?? null, titles: [] };
  // Whom a mandate does not name waits until the desk has called its owner.
  const stranger = keys.find(({ mandate }) =>
    mustAskOwner(borrowerClass, mandate?.row.allowedPersons ?? null, comer),
  )?.mandate?.row;
  const asks = (what: (typeof requirements)[number]): boolean => requirements.includes(what);
  const custodian = crew.whoever((person) => person.capacities.includes('keyCustodian'))[0]!;
  const steward = chance.pick(crew.whoever((person) => person.roles.includes('csSteward')));
  // Over midnight a supervisor stands for it; master keys and bags go out before two.
  const guarded = keys.some(({ told }) => told.row.risk === 'master' || told.row.state === 'sealed');
  const supervisors = crew.whoever((person) => person.roles.includes('csSupervisor') && person !== issuer);
  const second = overnight || guarded ? chance.pick(supervisors) : null;
  const due = overnight
    ? instantOf(addDays(dayOf(now), chance.between(1, 3)), '17:30')
    : defaultDue(now, facts, {
        closing: instantOf(dayOf(now), HOURS.to),
        dayEnd: instantOf(dayOf(now), '23:59'),
      });
  const askedAt = asks('ownerAsked') ? isoOf(at - chance.between(2, 25) * MINUTE_MS) : null;
  const called = stranger && !askedAt ? stranger : null;
  return {
    borrowerClass,
    borrowerName,
    borrowerPhone:
      borrowerClass === 'owner' && owner
        ? owner.phone
        : own && chance.happens(0.7)
          ? null
          : mobileNumber(chance),
    borrowerDocument: own || chance.happens(0.6) ? null : chance.digits(4),
    borrowerOrg:
      own?.org ??
      (Object.hasOwn(words.ORGS, borrowerClass)
        ? chance.favour(words.ORGS[borrowerClass as 'worker'])
        : borrowerClass === 'owner' && owner && owner.name !== owner.person
          ? owner.name
          : null),
    staffNo: own?.staffNo ?? null,
    purpose: chance.favour(words.PURPOSES[borrowerClass]),
    confirmerId: asks('confirmer') ? steward.id : null,
    confirmerName: asks('confirmer') ? steward.name : null,
    ownerAskedName: askedAt
      ? (owner?.person ?? `${people.name(chance)}（业主）`)
      : (called?.ownerName ?? null),
    ownerAskedPhone: askedAt ? (owner?.phone ?? mobileNumber(chance)) : (called?.ownerPhone ?? null),
    ownerAskedAt: askedAt ?? (called ? isoOf(at - CALL_MINUTES * MINUTE_MS) : null),
    ownerAskedHow: askedAt
      ? chance.favour(['phone', 'written', 'inPerson'] as const)
      : called
        ? 'phone'
        : null,
    escortName: asks('escort') ? chance.pick(words.ENGINEERS) : null,
    repairSlipNo: asks('repairSlip') ? `WX${now.slice(2, 4)}${chance.digits(5)}` : null,
    permitNo: asks('permit') ? `SG${now.slice(2, 4)}${chance.digits(5)}` : null,
    identityHow: asks('identity') ? chance.favour(words.IDENTITY) : null,
    custodianId: asks('custodian') ? custodian.id : null,
    custodianName: asks('custodian') ? custodian.name : null,
    secondId: second?.id ?? null,
    secondName: second?.name ?? null,
    overnightById: overnight ? second!.id : null,
    overnightByName: overnight ? second!.name : null,
    dueAt: due,
    dueOn: dayOf(due),
  };
}

/** The key may be issued at `at` (ms): on its hook, spoken for by nobody, its mandate in force, no rival out. */
export function isFree(key: SeedKey, at: number): boolean {
  const { state, category } = key.told.row;
  if (key.busy || (state !== 'inStock' && state !== 'sealed')) return false;
  if (category === 'storeroom' && !isOpenAt(at)) return false;
  if (key.rivals.some(({ told }) => told.row.state === 'out')) return false;
  if (category !== 'entrusted') return true;
  const today = dayOf(isoOf(at));
  const mandate = key.mandate?.row;
  if (!mandate || mandate.fromOn > today || mandate.toOn < today) return false;
  return mandate.state === 'active' || mandate.state === 'renewed';
}

/** A free key by chance; null when every key is out. */
export function freeKey(
  world: World,
  at: number,
  fits: (key: SeedKey) => boolean = () => true,
): SeedKey | null {
  const keys = world.keyRing?.keys ?? [];
  if (keys.length === 0) return null;
  for (let tries = 0; tries < 40; tries += 1) {
    const key = keys[world.chance.below(keys.length)]!;
    if (isFree(key, at) && fits(key)) return key;
  }
  return keys.find((key) => isFree(key, at) && fits(key)) ?? null;
}

/** When a key comes back that is not late: within hours, before it is due. */
export function backBy(world: World, at: number, dueAt: number): number {
  const latest = Math.min(dueAt, at + (isOpenAt(at) ? 5 * 60 : 75) * MINUTE_MS);
  return Math.round(at + (latest - at) * (0.12 + 0.8 * world.chance.part()));
}
export const nextMorning = (world: World, at: number): number =>
  Date.parse(instantOf(addDays(dayOf(isoOf(at)), 1), '08:35')) + world.chance.below(2 * 60) * MINUTE_MS;
