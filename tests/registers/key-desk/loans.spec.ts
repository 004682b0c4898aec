import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  CLOSING,
  cabinet,
  deskOffice,
  engineer,
  expectLast,
  inBag,
  issued,
  key,
  keyState,
  mandate,
  unit,
} from './support';

/** S05 through the door: what is asked, what is refused, what is written when keys leave. */
let office: TestOffice;
let cab: string;
let plant: Key;
beforeEach(async () => {
  office = await deskOffice();
  cab = await cabinet(office);
  plant = await key(office, cab, 'plant', { keyNo: 'K-017' });
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');

describe('prepare', () => {
  it('says what a class must show, what pops up, and when the key is due', async () => {
    const home = await unit(office, '3-1-1502', { deskInstructions: '进户前须电话通知业主' });
    const entrusted = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home, { allowedPersons: '保姆王阿姨' }),
      instructions: '用后擦净',
    });
    const asked = must(await desk().keyLoans.prepare({ keyIds: [entrusted.id], borrowerClass: 'worker' }));
    expect(asked.requirements).toEqual(['escort', 'repairSlip', 'permit']);
    expect(asked.instructions.map(({ text }) => text)).toEqual([
      '进户前须电话通知业主',
      '用后擦净',
      '保姆王阿姨',
    ]);
    expect(asked.keys[0]?.unitCode).toBe('3-1-1502');
    expect([asked.bar, asked.conflicts, asked.dueAt]).toEqual([null, [], CLOSING]);
    expect(must(await desk().keyLoans.prepare({ keyIds: [plant.id], borrowerClass: 'owner' })).bar).toBe(
      'ownKeysOnly',
    );
    expect(must(await desk().keyLoans.prepare({ keyIds: [] })).keys).toEqual([]);
  });

  it('shows every conflict before the form is sent', async () => {
    const home = await unit(office, '3-1-0801');
    const pair = await key(office, cab, 'plant', { exclusiveWithId: plant.id });
    const locked = await key(office, cab, 'plant', { lockedOutWhileId: plant.id });
    const master = await key(office, cab, 'spare', { risk: 'master' });
    const old = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home, { toOn: '2026-11-20' }),
    });
    const taken = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home, { state: 'withdrawn' }),
    });
    const bare = await key(office, cab, 'entrusted', { unitId: home });
    await issued(office, engineer(plant.id));
    const kinds = async (id: string) =>
      must(
        await desk().keyLoans.prepare({ keyIds: [id], borrowerClass: 'staff', borrowerName: '高师傅' }),
      ).conflicts.map(({ kind, stops }) => `${kind}${stops ? '!' : ''}`);
    expect(await kinds(plant.id)).toEqual(['notAtHand!']);
    expect(await kinds(pair.id)).toEqual(['exclusive!']);
    expect(await kinds(locked.id)).toEqual(['lockedOut!']);
    expect(await kinds(master.id)).toEqual(['master']);
    expect(await kinds(old.id)).toEqual(['mandateExpired!']);
    expect(await kinds(taken.id)).toEqual(['mandateWithdrawn!']);
    expect(await kinds(bare.id)).toEqual(['mandateMissing!']);
    for (const id of [pair.id, locked.id, old.id, taken.id, bare.id])
      expect(refusal(await desk().keyLoans.issue(engineer(id)))).toMatch(/^keyLoans\./);
    expect(refusal(await desk().keyLoans.issue(engineer(master.id)))).toBe('keyLoans.masterAlone');
    must(await desk().keyLoans.issue(engineer(master.id, { second: office.pin('gateGuard') })));
  });
});

describe('issue', () => {
  it('gives every key of one act its own line and number, all or none', async () => {
    const other = await key(office, cab, 'plant');
    const loans = await issued(office, engineer([plant.id, other.id]));
    expect(loans.map((loan) => loan.serialNo)).toEqual(['YS202611-0001', 'YS202611-0002']);
    expect(keyState(office, plant.id)).toBe('out/1');
    expectLast(office, loans[0]!.id, 'keyLoans.issue/CREATE');
    expectLast(office, plant.id, 'keyLoans.issue/CHANGE');
    const { entry, together, next } = must(await desk().keyLoans.entry({ id: loans[0]!.id }));
    expect(together.map((loan) => loan.keyNo)).toEqual([other.keyNo]);
    expect([entry.state, entry.dueAt, entry.dueOn, entry.borrowerPhone]).toEqual([
      'out',
      CLOSING,
      '2026-11-21',
      '138****1234',
    ]);
    expect(next).toEqual(['keyLoans.returnKey', 'keyLoans.chase', 'keyIncidents.report', 'keyLoans.correct']);
    const third = await key(office, cab, 'plant');
    expect(refusal(await desk().keyLoans.issue(engineer([third.id, plant.id])))).toBe('keyLoans.alreadyOut');
    expect(keyState(office, third.id)).toBe('inStock/0');
    expect(refusal(await desk().keyLoans.issue(engineer([third.id, third.id])))).toBe(
      'keyLoans.sameKeyTwice',
    );
  });

  it('refuses exclusive pairs even in one act, and names the other key', async () => {
    const pair = await key(office, cab, 'plant', { exclusiveWithId: plant.id });
    expect(refusal(await desk().keyLoans.issue(engineer([pair.id, plant.id])))).toBe('keyLoans.exclusive');
    await issued(office, engineer(pair.id));
    expect(refusal(await desk().keyLoans.issue(engineer(plant.id)))).toBe('keyLoans.exclusive');
  });

  it('counts the keys one person has, told apart by phone', async () => {
    for (let n = 0; n < 5; n += 1) await issued(office, engineer((await key(office, cab, 'plant')).id));
    expect(refusal(await desk().keyLoans.issue(engineer(plant.id)))).toBe('keyLoans.tooMany');
    await issued(office, engineer(plant.id, { borrowerPhone: '13700000009' }));
  });

  it('records who stood for it', async () => {
    const home = await unit(office, '3-1-1502');
    const entrusted = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home),
    });
    const owner = { borrowerClass: 'owner', borrowerName: '陈业主', purpose: '取物' } as const;
    expect(refusal(await desk().keyLoans.issue(engineer(entrusted.id, owner)))).toBe(
      'keyLoans.confirmerMissing',
    );
    const guard = office.actor('gateGuard').staffId;
    expect(
      refusal(await desk().keyLoans.issue(engineer(entrusted.id, { ...owner, confirmerId: guard }))),
    ).toBe('keyLoans.confirmerRole');
    const confirmerId = office.actor('csSteward').staffId;
    const [loan] = await issued(office, engineer(entrusted.id, { ...owner, confirmerId }));
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect([entry.confirmerName, entry.unitCode]).toEqual(['陈强', '3-1-1502']);
    const nobody = '0'.repeat(26);
    expect(refusal(await desk().keyLoans.issue(engineer(plant.id, { confirmerId: nobody })))).toBe(
      'keyLoans.unknownPerson',
    );
    expect(refusal(await desk().keyLoans.issue(engineer(plant.id, { unitId: nobody })))).toBe(
      'invalid:unitId',
    );
  });

  it('lets nobody but the desk issue, and keeps outsiders out of the journal', async () => {
    for (const role of ['gateGuard', 'engineeringDesk', 'centerManager', 'cashier', 'csSteward'] as const)
      expect(refusal(await office.as(role).keyLoans.issue(engineer(plant.id)))).toBe('notAllowed');
    const [loan] = await issued(office, engineer(plant.id));
    const lines = office.file.raw.prepare('SELECT change FROM journal WHERE entryId = ?').all(loan!.id);
    expect(JSON.stringify(lines)).not.toMatch(/高师傅|13800001234/);
  });

  it('opens a sealed bag only with two people', async () => {
    const sealed = await key(office, cab, 'spare', inBag(office));
    expect(refusal(await desk().keyLoans.issue(engineer(sealed.id)))).toBe('keyLoans.sealedAlone');
    await issued(office, engineer(sealed.id, { second: office.pin('csAssistant') }));
    const row = office.file.raw.prepare('SELECT sealBagNo FROM keys WHERE id = ?').get(sealed.id);
    expect(row).toEqual({ sealBagNo: null });
  });

  it('suggests who took keys before: name, initials, phone tail, staff number', async () => {
    const other = await key(office, cab, 'plant');
    await issued(office, engineer(plant.id));
    await issued(office, engineer(other.id, { borrowerName: '王建华', borrowerPhone: null, staffNo: 'G07' }));
    const names = async (typed: string) =>
      must(await desk().keyLoans.suggestBorrower({ typed })).map(({ borrowerName }) => borrowerName);
    expect(await names('wjh')).toEqual(['王建华']);
    expect(await names('1234')).toEqual(['高师傅']);
    expect(await names('G07')).toEqual(['王建华']);
    expect(await names('')).toEqual(['王建华', '高师傅']);
    const [known] = must(await desk().keyLoans.suggestBorrower({ typed: 'gsf' }));
    expect([known?.phone, known?.phoneTail, known?.borrowerOrg]).toEqual(['138****1234', '1234', '工程部']);
  });

  it('takes the phone of a known borrower from the loan it was seen on', async () => {
    const [first] = await issued(office, engineer(plant.id));
    const other = await key(office, cab, 'plant');
    const [loan] = await issued(office, engineer(other.id, { borrowerPhone: null, knownFromId: first!.id }));
    const row = office.file.raw.prepare('SELECT borrowerPhone FROM key_loans WHERE id = ?').get(loan!.id);
    expect(row).toEqual({ borrowerPhone: '13800001234' });
    const third = await key(office, cab, 'plant');
    const someone = engineer(third.id, { borrowerName: '别人', borrowerPhone: null, knownFromId: first!.id });
    expect(refusal(await desk().keyLoans.issue(someone))).toBe('invalid:knownFromId');
  });

  it('names the people the rules ask for', async () => {
    const people = must(await office.as('receptionist').keyLoans.people({}));
    const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
    expect(names(people.confirmers)).toEqual(['陈强', '沈洁', '王丽华', '韩冬'].sort());
    expect(names(people.custodians)).toEqual(['刘芳', '张伟'].sort());
    expect(names(people.dutySupervisors)).toEqual(['沈洁', '陈强'].sort());
  });

  it('finds the key of a scan or of a number', async () => {
    expect(must(await desk().keyLoans.findKey({ code: plant.scanCode }))?.keyId).toBe(plant.id);
    expect(must(await desk().keyLoans.findKey({ code: 'K-017' }))?.state).toBe('inStock');
    expect(must(await desk().keyLoans.findKey({ code: 'nothing' }))).toBeNull();
  });
});
