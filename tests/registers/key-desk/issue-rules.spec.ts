import { describe, expect, it } from 'vitest';
import {
  assertIssue,
  defaultDue,
  type IssueAsk,
  type IssuedKey,
  type Person,
} from '../../../electron/registers/key-desk/issue-rules';
import { BORROWER_CLASSES, ruleFor } from '../../../shared/registers/key-loans.rules';
import { KEY_CATEGORIES, type KeyCategory } from '../../../shared/registers/keys.row';
import { Refusal } from '../../../shared/result';
import type { Capacity, Role } from '../../../shared/roles';
import { CLOSING, TEN, wall } from './support';

/** S05 sentence by sentence (domain.md §2 S05, S06; desk-practice.md §2.2): one test each. */
const person = (name: string, roles: Role[], capacities: Capacity[] = []): Person => ({
  staffId: name,
  name,
  roles,
  capacities,
});
const DESK = person('张伟', ['receptionist']);
const STEWARD = person('陈强', ['csSteward']);
const SUPERVISOR = person('王丽华', ['csSupervisor']);
const CUSTODIAN = person('李娜', ['csAssistant'], ['keyCustodian']);
const GUARD = person('马军', ['gateGuard']);

const aKey = (category: KeyCategory, over: Partial<IssuedKey> = {}): IssuedKey => ({
  keyId: category,
  keyNo: 'K-017',
  category,
  state: 'inStock',
  risk: 'normal',
  occupied: false,
  inOfficeHours: true,
  holder: null,
  exclusiveWith: null,
  lockedOutBy: null,
  mandate: category === 'entrusted' ? 'valid' : 'none',
  allowed: null,
  ...over,
});
const ask = (keys: IssuedKey | IssuedKey[], over: Partial<IssueAsk> = {}): IssueAsk => ({
  borrowerClass: 'staff',
  borrowerName: '高师傅',
  borrowerOrg: null,
  titles: [],
  checked: true,
  keys: Array.isArray(keys) ? keys : [keys],
  held: 0,
  maxKeys: 5,
  now: TEN,
  dueAt: CLOSING,
  actor: DESK,
  second: null,
  confirmer: null,
  custodian: null,
  ownerAskedName: null,
  ownerAskedAt: null,
  ownerAskedHow: null,
  escortName: null,
  repairSlipNo: null,
  permitNo: null,
  identityHow: null,
  ...over,
});
const why = (asked: IssueAsk): string => {
  try {
    assertIssue(asked);
    return 'issued';
  } catch (error) {
    if (error instanceof Refusal) return error.reason.replace('keyLoans.', '');
    throw error;
  }
};
const asked = { ownerAskedName: '陈业主', ownerAskedAt: wall('09:50'), ownerAskedHow: 'phone' } as const;
const escorted = { escortName: '唐修', repairSlipNo: 'BX-12', permitNo: 'XK-7' };

describe('业主本人', () => {
  const owner = { borrowerClass: 'owner' } as const;
  it('needs a steward or supervisor who confirms the identity', () => {
    expect(why(ask(aKey('entrusted'), owner))).toBe('confirmerMissing');
    expect(why(ask(aKey('entrusted'), { ...owner, second: GUARD }))).toBe('confirmerMissing');
  });
  it('is confirmed by a steward or supervisor: recorded, by PIN, or as the one who issues', () => {
    for (const over of [{ confirmer: STEWARD }, { second: SUPERVISOR }, { actor: STEWARD }])
      expect(why(ask(aKey('entrusted'), { ...owner, ...over }))).toBe('issued');
  });
  it('is not confirmed by anybody else, even when recorded', () => {
    expect(why(ask(aKey('entrusted'), { ...owner, confirmer: GUARD }))).toBe('confirmerRole');
  });
  it('gets keys of units only', () => {
    expect(why(ask(aKey('plant'), { ...owner, confirmer: STEWARD }))).toBe('ownKeysOnly');
  });
});

describe('代理人、帮工、施工单位', () => {
  it('are verified with the owner first: who was asked, when and how', () => {
    for (const borrowerClass of ['agent', 'helper', 'contractor'] as const) {
      expect(why(ask(aKey('entrusted'), { borrowerClass }))).toBe('ownerNotAsked');
      for (const part of ['ownerAskedName', 'ownerAskedAt', 'ownerAskedHow'] as const)
        expect(why(ask(aKey('entrusted'), { borrowerClass, ...asked, [part]: null }))).toBe('ownerNotAsked');
      expect(why(ask(aKey('entrusted'), { borrowerClass, ...asked }))).toBe('issued');
    }
  });
  it('are not verified with themselves, nor after the key has left', () => {
    const agent = { borrowerClass: 'agent', borrowerName: '陈业主', ...asked } as const;
    expect(why(ask(aKey('entrusted'), agent))).toBe('ownerAskedSelf');
    const later = { borrowerClass: 'agent', ...asked, ownerAskedAt: wall('10:01') } as const;
    expect(why(ask(aKey('entrusted'), later))).toBe('ownerAskedLater');
  });
  it('get no keys but those of units (agents and helpers)', () => {
    expect(why(ask(aKey('plant'), { borrowerClass: 'agent', ...asked }))).toBe('unitKeysOnly');
    expect(why(ask(aKey('office'), { borrowerClass: 'helper', ...asked }))).toBe('unitKeysOnly');
  });
});

describe('入户施工、维修人员', () => {
  const worker = { borrowerClass: 'worker', borrowerName: '赵师傅' } as const;
  it('enter an occupied unit only with a named engineering escort, repair slip and permit', () => {
    for (const key of [aKey('entrusted'), aKey('vacant', { occupied: true })]) {
      expect(why(ask(key, worker))).toBe('escortMissing');
      expect(why(ask(key, { ...worker, ...escorted, repairSlipNo: null }))).toBe('repairSlipMissing');
      expect(why(ask(key, { ...worker, ...escorted, permitNo: null }))).toBe('permitMissing');
      expect(why(ask(key, { ...worker, ...escorted }))).toBe('issued');
    }
  });
  it('do not escort themselves', () => {
    expect(why(ask(aKey('entrusted'), { ...worker, ...escorted, escortName: '赵师傅' }))).toBe('escortSelf');
  });
  it('need the custodian and a checked identity for every other key', () => {
    for (const key of [aKey('plant'), aKey('vacant')]) {
      expect(why(ask(key, worker))).toBe('custodianMissing');
      expect(why(ask(key, { ...worker, custodian: CUSTODIAN }))).toBe('identityMissing');
      expect(why(ask(key, { ...worker, custodian: CUSTODIAN, identityHow: '工作证' }))).toBe('issued');
    }
  });
});

describe('保洁', () => {
  const cleaner = { borrowerClass: 'cleaner', borrowerName: '何香', identityHow: '工牌' } as const;
  it('gets office-area keys only', () => {
    for (const category of KEY_CATEGORIES.filter((c) => c !== 'office'))
      expect(why(ask(aKey(category), cleaner))).toBe('cleanerOfficeOnly');
    expect(why(ask(aKey('office'), cleaner))).toBe('issued');
  });
  it('in office hours only', () => {
    expect(why(ask(aKey('office', { inOfficeHours: false }), cleaner))).toBe('cleanerOutOfHours');
  });
  it('with the identity checked, and how', () => {
    expect(why(ask(aKey('office'), { ...cleaner, identityHow: null }))).toBe('identityMissing');
  });
});

describe('外来人员', () => {
  const outsider = { borrowerClass: 'outsider', borrowerName: '客人', identityHow: '身份证' } as const;
  it('needs the key custodian for an office-area key', () => {
    expect(why(ask(aKey('office'), outsider))).toBe('custodianMissing');
    expect(why(ask(aKey('office'), { ...outsider, custodian: GUARD }))).toBe('custodianRole');
    for (const over of [{ custodian: CUSTODIAN }, { second: CUSTODIAN }, { actor: CUSTODIAN }])
      expect(why(ask(aKey('office'), { ...outsider, ...over }))).toBe('issued');
  });
  it('gets no key of a unit at all', () => {
    expect(why(ask(aKey('entrusted'), { ...outsider, custodian: CUSTODIAN }))).toBe('outsiderUnitKey');
  });
});

describe('库房钥匙', () => {
  it('is issued in office hours and never outside them, whoever asks (S06)', () => {
    expect(why(ask(aKey('storeroom')))).toBe('issued');
    for (const borrowerClass of BORROWER_CLASSES)
      expect(why(ask(aKey('storeroom', { inOfficeHours: false }), { borrowerClass }))).toBe(
        'storeroomOutOfHours',
      );
  });
  it('is due back at once', () => {
    const clock = { closing: CLOSING, dayEnd: wall('23:59') };
    expect(defaultDue(TEN, [aKey('storeroom')], clock)).toBe(wall('10:30'));
    expect(defaultDue(wall('17:50'), [aKey('storeroom')], clock)).toBe(CLOSING);
  });
});

describe('当日归还 (L01)', () => {
  const clock = { closing: CLOSING, dayEnd: wall('23:59') };
  it('means closing time; after closing the end of the day', () => {
    expect(defaultDue(TEN, [aKey('plant')], clock)).toBe(CLOSING);
    expect(defaultDue(wall('19:00'), [aKey('plant')], clock)).toBe(wall('23:59'));
  });
  it('lets a key stay out over midnight only with a supervisor', () => {
    const over = { dueAt: wall('09:00', '2026-11-22') };
    expect(why(ask(aKey('plant'), over))).toBe('overnight');
    expect(why(ask(aKey('plant'), { ...over, second: STEWARD }))).toBe('overnight');
    expect(assertIssue(ask(aKey('plant'), { ...over, second: SUPERVISOR })).overnightBy).toBe(SUPERVISOR);
  });
  it('is never in the past', () => {
    expect(why(ask(aKey('plant'), { dueAt: TEN }))).toBe('dueInPast');
  });
});

describe('冲突', () => {
  it('a key that is out names who has it', () => {
    const out = aKey('plant', { state: 'out', holder: { name: '王师傅', org: '工程部', time: '09:12' } });
    expect(why(ask(out))).toBe('alreadyOut');
  });
  it('a lost, damaged or retired key does not leave', () => {
    for (const state of ['lost', 'damaged', 'retired', 'voided'] as const)
      expect(why(ask(aKey('plant', { state })))).toBe('notAtHand');
  });
  it('an exclusive pair is never out together', () => {
    expect(why(ask(aKey('plant', { exclusiveWith: 'K-018' })))).toBe('exclusive');
  });
  it('a locked-out key stays while the other one is out', () => {
    expect(why(ask(aKey('plant', { lockedOutBy: 'K-019' })))).toBe('lockedOut');
  });
  it('a master key needs a second person', () => {
    expect(why(ask(aKey('spare', { risk: 'master' })))).toBe('masterAlone');
    expect(why(ask(aKey('spare', { risk: 'master' }), { second: GUARD }))).toBe('issued');
  });
  it('a sealed bag is opened by two', () => {
    expect(why(ask(aKey('spare', { state: 'sealed' })))).toBe('sealedAlone');
    expect(why(ask(aKey('spare', { state: 'sealed' }), { second: GUARD }))).toBe('issued');
  });
  it('an entrusted key leaves only on a mandate in force (S04)', () => {
    expect(why(ask(aKey('entrusted', { mandate: 'missing' })))).toBe('mandateMissing');
    expect(why(ask(aKey('entrusted', { mandate: 'expired' })))).toBe('mandateExpired');
    expect(why(ask(aKey('entrusted', { mandate: 'withdrawn' })))).toBe('mandateWithdrawn');
  });
  it('staff open an owner’s door only when a steward or supervisor confirms it (§4.3)', () => {
    const steward: Person = { ...DESK, staffId: 'T', name: '陈强', roles: ['csSteward'] };
    expect(why(ask(aKey('entrusted')))).toBe('confirmerMissing');
    expect(why(ask(aKey('entrusted'), { confirmer: steward }))).toBe('issued');
    expect(why(ask(aKey('vacant')))).toBe('issued');
  });
  it('nobody has more keys than the office allows', () => {
    expect(why(ask(aKey('plant'), { held: 4 }))).toBe('issued');
    expect(why(ask(aKey('plant'), { held: 5 }))).toBe('tooMany');
    expect(why(ask([aKey('plant'), aKey('office')], { held: 4 }))).toBe('tooMany');
  });
  it('condition and label are checked with the borrower', () => {
    expect(why(ask(aKey('plant'), { checked: false }))).toBe('notChecked');
  });
});

describe('the table of classes and keys', () => {
  it('says something about every class, every category and every hour', () => {
    for (const borrower of BORROWER_CLASSES)
      for (const category of KEY_CATEGORIES)
        for (const inOfficeHours of [true, false])
          for (const occupied of [true, false]) {
            const { bar, requirements } = ruleFor(borrower, { category, occupied, inOfficeHours });
            if (bar) expect(requirements).toEqual([]);
            // Only people of the office get anything without showing anything.
            if (!bar && requirements.length === 0) expect(borrower).toBe('staff');
          }
  });
});
