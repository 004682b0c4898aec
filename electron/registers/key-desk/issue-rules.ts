import { dayOf, msOf } from '../../../shared/dates';
import type { ASKED_HOWS } from '../../../shared/registers/key-loans.row';
import {
  type BorrowerClass,
  type KeyFacts,
  mustAskOwner,
  type Requirement,
  rulesFor,
} from '../../../shared/registers/key-loans.rules';
import type { KeyRisk, KeyState } from '../../../shared/registers/keys.row';
import { Refusal } from '../../../shared/result';
import type { Capacity, Role } from '../../../shared/roles';

/**
 * Whether an issue may happen (S05; desk-practice.md §2.2 conflict rules), pure: facts in, a refusal or the people who stand
 * for it out. What each class must show is shared with the form (shared/registers/key-loans.rules.ts).
 */

export interface Person {
  staffId: string;
  name: string;
  roles: readonly Role[];
  capacities: readonly Capacity[];
}

/** How the owner's mandate of a key stands today; `none`: the key needs none. */
export type MandateStanding = 'none' | 'valid' | 'missing' | 'expired' | 'withdrawn';

export interface IssuedKey extends KeyFacts {
  keyId: string;
  keyNo: string;
  state: KeyState;
  risk: KeyRisk;
  /** Who has it, when it is out. */
  holder: { name: string; org: string; time: string } | null;
  /** Number of the other key of an exclusive pair, when that one is out or leaves in the same act. */
  exclusiveWith: string | null;
  /** Number of the key that locks this one out while it is out. */
  lockedOutBy: string | null;
  mandate: MandateStanding;
  /** Whom the owner's mandate lets use it, in the owner's words; null: nobody in particular. */
  allowed: string | null;
}

export interface Shown {
  ownerAskedName: string | null;
  ownerAskedAt: string | null;
  ownerAskedHow: (typeof ASKED_HOWS)[number] | null;
  escortName: string | null;
  repairSlipNo: string | null;
  permitNo: string | null;
  identityHow: string | null;
}

export interface IssueAsk extends Shown {
  borrowerClass: BorrowerClass;
  borrowerName: string;
  /** Where they come from, and what their post is called: the mandate may name these. */
  borrowerOrg: string | null;
  titles: readonly string[];
  /** Condition and label were looked at together. */
  checked: boolean;
  keys: readonly IssuedKey[];
  /** Keys this person has out already. */
  held: number;
  maxKeys: number;
  now: string;
  dueAt: string;
  actor: Person;
  second: Person | null;
  /** Recorded without a PIN: who confirmed the owner, who of the custodians stood by. */
  confirmer: Person | null;
  custodian: Person | null;
}

/** The people who stand for an issue; what was not needed is null. */
export interface Standing {
  confirmer: Person | null;
  custodian: Person | null;
  overnightBy: Person | null;
}

/** Who may confirm that somebody is the owner. */
export const CONFIRMERS: readonly Role[] = ['csSteward', 'csSupervisor'];
const SUPERVISORS: readonly Role[] = ['csSupervisor', 'deptManager'];

const hasRole = (person: Person, roles: readonly Role[]): boolean =>
  person.roles.some((role) => roles.includes(role));
const isCustodian = (person: Person): boolean => person.capacities.includes('keyCustodian');

/** First refusal of S05 that applies, or the people who stand for the issue. Errors: Refusal `keyLoans.*`. */
export function assertIssue(ask: IssueAsk): Standing {
  for (const key of ask.keys) assertAtHand(key);
  const rule = rulesFor(ask.borrowerClass, ask.keys);
  if (rule.bar) throw new Refusal(`keyLoans.${rule.bar}`);
  for (const key of ask.keys) assertFree(key);
  const held = ask.held + ask.keys.length;
  if (held > ask.maxKeys) throw new Refusal('keyLoans.tooMany', { max: ask.maxKeys, held: ask.held });
  if (!ask.checked) throw new Refusal('keyLoans.notChecked');
  const confirmer = rule.requirements.includes('confirmer') ? confirmerOf(ask) : null;
  const custodian = rule.requirements.includes('custodian') ? custodianOf(ask) : null;
  for (const key of ask.keys) assertAllowed(key, ask);
  for (const requirement of rule.requirements) assertShown(requirement, ask);
  if (ask.keys.some((key) => key.risk === 'master') && !ask.second) throw new Refusal('keyLoans.masterAlone');
  if (ask.keys.some((key) => key.state === 'sealed') && !ask.second)
    throw new Refusal('keyLoans.sealedAlone');
  if (msOf(ask.dueAt) <= msOf(ask.now)) throw new Refusal('keyLoans.dueInPast');
  return { confirmer, custodian, overnightBy: overnightBy(ask) };
}

/** One key leaves once. Errors: `keyLoans.alreadyOut` {no, name, org, time}, `keyLoans.notAtHand` {no, state}. */
function assertAtHand({ keyNo: no, state, holder }: IssuedKey): void {
  if (state === 'out' && holder) throw new Refusal('keyLoans.alreadyOut', { no, ...holder });
  if (state !== 'inStock' && state !== 'sealed') throw new Refusal('keyLoans.notAtHand', { no, state });
}

/** What of a key itself forbids it. Errors: `keyLoans.mandate…` {no}, `.exclusive` and `.lockedOut` {no, other}. */
function assertFree({ keyNo: no, mandate, exclusiveWith, lockedOutBy }: IssuedKey): void {
  if (mandate === 'missing') throw new Refusal('keyLoans.mandateMissing', { no });
  if (mandate === 'expired') throw new Refusal('keyLoans.mandateExpired', { no });
  if (mandate === 'withdrawn') throw new Refusal('keyLoans.mandateWithdrawn', { no });
  if (exclusiveWith) throw new Refusal('keyLoans.exclusive', { no, other: exclusiveWith });
  if (lockedOutBy) throw new Refusal('keyLoans.lockedOut', { no, other: lockedOutBy });
}

/** 业主本人: a steward or supervisor knows them, at the desk by PIN or recorded by name. Errors: `keyLoans.confirmer…`. */
function confirmerOf({ confirmer, second, actor }: IssueAsk): Person {
  if (confirmer) {
    if (!hasRole(confirmer, CONFIRMERS))
      throw new Refusal('keyLoans.confirmerRole', { name: confirmer.name });
    return confirmer;
  }
  const known = [second, actor].find((person) => person && hasRole(person, CONFIRMERS));
  if (!known) throw new Refusal('keyLoans.confirmerMissing');
  return known;
}

/** 外来人员: the key custodian confirms. Errors: `keyLoans.custodian…`. */
function custodianOf({ custodian, second, actor }: IssueAsk): Person {
  if (custodian) {
    if (!isCustodian(custodian)) throw new Refusal('keyLoans.custodianRole', { name: custodian.name });
    return custodian;
  }
  const known = [second, actor].find((person) => person && isCustodian(person));
  if (!known) throw new Refusal('keyLoans.custodianMissing');
  return known;
}

/** S04: whom the owner did not name gets the key after the owner was asked. Errors: `keyLoans.notAllowed` {no, name, allowed}. */
function assertAllowed({ keyNo: no, allowed }: IssuedKey, ask: IssueAsk): void {
  const { borrowerName: name, borrowerOrg: org, titles } = ask;
  if (!mustAskOwner(ask.borrowerClass, allowed, { name, org, titles })) return;
  if (!ask.ownerAskedName || !ask.ownerAskedAt || !ask.ownerAskedHow)
    throw new Refusal('keyLoans.notAllowed', { no, name, allowed: allowed ?? '' });
  assertShown('ownerAsked', ask);
}

function assertShown(requirement: Requirement, ask: IssueAsk): void {
  switch (requirement) {
    case 'ownerAsked':
      if (!ask.ownerAskedName || !ask.ownerAskedAt || !ask.ownerAskedHow)
        throw new Refusal('keyLoans.ownerNotAsked');
      if (msOf(ask.ownerAskedAt) > msOf(ask.now)) throw new Refusal('keyLoans.ownerAskedLater');
      if (ask.ownerAskedName === ask.borrowerName) throw new Refusal('keyLoans.ownerAskedSelf');
      return;
    case 'escort':
      if (!ask.escortName) throw new Refusal('keyLoans.escortMissing');
      if (ask.escortName === ask.borrowerName) throw new Refusal('keyLoans.escortSelf');
      return;
    case 'repairSlip':
      if (!ask.repairSlipNo) throw new Refusal('keyLoans.repairSlipMissing');
      return;
    case 'permit':
      if (!ask.permitNo) throw new Refusal('keyLoans.permitMissing');
      return;
    case 'identity':
      if (!ask.identityHow) throw new Refusal('keyLoans.identityMissing');
      return;
    case 'confirmer':
    case 'custodian':
      return;
  }
}

/** L01: the same day. A key that stays out over midnight needs a supervisor. Errors: `keyLoans.overnight`. */
function overnightBy({ now, dueAt, second, actor }: IssueAsk): Person | null {
  if (dayOf(dueAt) === dayOf(now)) return null;
  const supervisor = [second, actor].find((person) => person && hasRole(person, SUPERVISORS));
  if (!supervisor) throw new Refusal('keyLoans.overnight');
  return supervisor;
}

/** Minutes a storeroom key may be out before it is overdue: it comes back at once (S06). */
const STOREROOM_MINUTES = 30;

/**
 * When keys are due that nobody named a time for: closing time of the same day, after closing the end of the day;
 * storeroom keys within half an hour, and never later than closing.
 */
export function defaultDue(
  now: string,
  keys: readonly Pick<KeyFacts, 'category'>[],
  clock: { closing: string; dayEnd: string },
): string {
  const due = now < clock.closing ? clock.closing : clock.dayEnd;
  if (!keys.some((key) => key.category === 'storeroom')) return due;
  const soon = new Date(msOf(now) + STOREROOM_MINUTES * 60_000).toISOString();
  return soon < due ? soon : due;
}
