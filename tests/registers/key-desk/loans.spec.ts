import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthOf } from '../../../shared/dates';
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
  journalOf,
  key,
  keyState,
  mandate,
  touch,
  unit,
  wall,
} from './support';

/** S05 through the door: issue, return in one scan, parts of sets, undo, extension, corrections, voids. */
let office: TestOffice;
let cab: string;
let plant: Key;
beforeEach(async () => {
  office = await deskOffice();
  cab = await cabinet(office);
  plant = await key(office, cab, 'plant', { keyNo: 'K-017' });
});
afterEach(() => office.close());
const desk = () => office.as('receptionist').keyLoans;

describe('prepare', () => {
  it('says what a class must show, what pops up, and when the key is due', async () => {
    const home = await unit(office, '3-1-1502', { deskInstructions: '进户前须电话通知业主' });
    const entrusted = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home),
      instructions: '用后擦净',
    });
    const asked = must(await desk().prepare({ keyIds: [entrusted.id], borrowerClass: 'worker' }));
    expect(asked.requirements).toEqual(['escort', 'repairSlip', 'permit']);
    expect(asked.instructions.map(({ text }) => text)).toEqual(['进户前须电话通知业主', '用后擦净']);
    expect(asked.keys[0]?.unitCode).toBe('3-1-1502');
    expect([asked.bar, asked.conflicts, asked.dueAt]).toEqual([null, [], CLOSING]);
    expect(must(await desk().prepare({ keyIds: [plant.id], borrowerClass: 'owner' })).bar).toBe(
      'ownKeysOnly',
    );
    expect(must(await desk().prepare({ keyIds: [] })).keys).toEqual([]);
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
        await desk().prepare({ keyIds: [id], borrowerClass: 'staff', borrowerName: '高师傅' }),
      ).conflicts.map(({ kind, stops }) => `${kind}${stops ? '!' : ''}`);
    expect(await kinds(plant.id)).toEqual(['notAtHand!']);
    expect(await kinds(pair.id)).toEqual(['exclusive!']);
    expect(await kinds(locked.id)).toEqual(['lockedOut!']);
    expect(await kinds(master.id)).toEqual(['master']);
    expect(await kinds(old.id)).toEqual(['mandateExpired!']);
    expect(await kinds(taken.id)).toEqual(['mandateWithdrawn!']);
    expect(await kinds(bare.id)).toEqual(['mandateMissing!']);
    for (const id of [pair.id, locked.id, old.id, taken.id, bare.id])
      expect(refusal(await desk().issue(engineer(id)))).toMatch(/^keyLoans\./);
    expect(refusal(await desk().issue(engineer(master.id)))).toBe('keyLoans.masterAlone');
    must(await desk().issue(engineer(master.id, { second: office.pin('gateGuard') })));
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
    const { entry, together, next } = must(await desk().entry({ id: loans[0]!.id }));
    expect(together.map((loan) => loan.keyNo)).toEqual([other.keyNo]);
    expect([entry.state, entry.dueAt, entry.dueOn, entry.borrowerPhone]).toEqual([
      'out',
      CLOSING,
      '2026-11-21',
      '138****1234',
    ]);
    expect(next).toEqual(['keyLoans.returnKey', 'keyLoans.chase', 'keyIncidents.report', 'keyLoans.correct']);
    const third = await key(office, cab, 'plant');
    expect(refusal(await desk().issue(engineer([third.id, plant.id])))).toBe('keyLoans.alreadyOut');
    expect(keyState(office, third.id)).toBe('inStock/0');
    expect(refusal(await desk().issue(engineer([third.id, third.id])))).toBe('keyLoans.sameKeyTwice');
  });

  it('refuses exclusive pairs even in one act, and names the other key', async () => {
    const pair = await key(office, cab, 'plant', { exclusiveWithId: plant.id });
    expect(refusal(await desk().issue(engineer([pair.id, plant.id])))).toBe('keyLoans.exclusive');
    await issued(office, engineer(pair.id));
    expect(refusal(await desk().issue(engineer(plant.id)))).toBe('keyLoans.exclusive');
  });

  it('counts the keys one person has, told apart by phone', async () => {
    for (let n = 0; n < 5; n += 1) await issued(office, engineer((await key(office, cab, 'plant')).id));
    expect(refusal(await desk().issue(engineer(plant.id)))).toBe('keyLoans.tooMany');
    await issued(office, engineer(plant.id, { borrowerPhone: '13700000009' }));
  });

  it('records who stood for it', async () => {
    const home = await unit(office, '3-1-1502');
    const entrusted = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home),
    });
    const owner = { borrowerClass: 'owner', borrowerName: '陈业主', purpose: '取物' } as const;
    expect(refusal(await desk().issue(engineer(entrusted.id, owner)))).toBe('keyLoans.confirmerMissing');
    const guard = office.actor('gateGuard').staffId;
    expect(refusal(await desk().issue(engineer(entrusted.id, { ...owner, confirmerId: guard })))).toBe(
      'keyLoans.confirmerRole',
    );
    const confirmerId = office.actor('csSteward').staffId;
    const [loan] = await issued(office, engineer(entrusted.id, { ...owner, confirmerId }));
    const { entry } = must(await desk().entry({ id: loan!.id }));
    expect([entry.confirmerName, entry.unitCode]).toEqual(['陈强', '3-1-1502']);
    const nobody = '0'.repeat(26);
    expect(refusal(await desk().issue(engineer(plant.id, { confirmerId: nobody })))).toBe(
      'keyLoans.unknownPerson',
    );
    expect(refusal(await desk().issue(engineer(plant.id, { unitId: nobody })))).toBe('invalid:unitId');
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
    expect(refusal(await desk().issue(engineer(sealed.id)))).toBe('keyLoans.sealedAlone');
    await issued(office, engineer(sealed.id, { second: office.pin('csAssistant') }));
    const row = office.file.raw.prepare('SELECT sealBagNo FROM keys WHERE id = ?').get(sealed.id);
    expect(row).toEqual({ sealBagNo: null });
  });

  it('suggests who took keys before: name, initials, phone tail, staff number', async () => {
    const other = await key(office, cab, 'plant');
    await issued(office, engineer(plant.id));
    await issued(office, engineer(other.id, { borrowerName: '王建华', borrowerPhone: null, staffNo: 'G07' }));
    const names = async (typed: string) =>
      must(await desk().suggestBorrower({ typed })).map(({ borrowerName }) => borrowerName);
    expect(await names('wjh')).toEqual(['王建华']);
    expect(await names('1234')).toEqual(['高师傅']);
    expect(await names('G07')).toEqual(['王建华']);
    expect(await names('')).toEqual(['王建华', '高师傅']);
    const [known] = must(await desk().suggestBorrower({ typed: 'gsf' }));
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
    expect(refusal(await desk().issue(someone))).toBe('invalid:knownFromId');
  });

  it('names the people the rules ask for', async () => {
    const people = must(await office.as('receptionist').keyLoans.people({}));
    const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
    expect(names(people.confirmers)).toEqual(['陈强', '沈洁', '王丽华', '韩冬'].sort());
    expect(names(people.custodians)).toEqual(['刘芳', '张伟'].sort());
    expect(names(people.dutySupervisors)).toEqual(['沈洁', '陈强'].sort());
  });

  it('finds the key of a scan or of a number', async () => {
    expect(must(await desk().findKey({ code: plant.scanCode }))?.keyId).toBe(plant.id);
    expect(must(await desk().findKey({ code: 'K-017' }))?.state).toBe('inStock');
    expect(must(await desk().findKey({ code: 'nothing' }))).toBeNull();
  });
});

describe('return', () => {
  it('is one act on the key that was scanned', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    office.pass(90);
    const back = must(await desk().returnKey({ keyId: plant.id }));
    expect([back.id, back.keyNo, back.whole, back.incidentId]).toEqual([loan!.id, 'K-017', true, null]);
    expect(keyState(office, plant.id)).toBe('inStock/0');
    const { entry } = must(await desk().entry({ id: loan!.id }));
    expect([entry.state, entry.returnedByName, entry.receiverName, entry.returnCondition]).toEqual([
      'returned',
      '高师傅',
      '张伟',
      'good',
    ]);
    expect(refusal(await desk().returnKey({ keyId: plant.id }))).toBe('keyLoans.notOut');
    expect(refusal(await desk().returnKey({ loanId: loan!.id }))).toBe('keyLoans.wrongState');
    expect(refusal(await desk().returnKey({}))).toBe('invalid:keyId');
    expect(refusal(await office.as('gateGuard').keyLoans.returnKey({ keyId: plant.id }))).toBe('notAllowed');
  });

  it('is taken back within a minute by the same person, before anything else happened', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    must(await desk().returnKey({ keyId: plant.id }));
    office.pass(0.5);
    expect(refusal(await office.as('csAssistant').keyLoans.undoReturn({ loanId: loan!.id }))).toBe(
      'keyLoans.undoNotYours',
    );
    must(await desk().undoReturn({ loanId: loan!.id }));
    expectLast(office, loan!.id, 'keyLoans.undoReturn/CHANGE');
    expect(keyState(office, plant.id)).toBe('out/1');
    expect(refusal(await desk().undoReturn({ loanId: loan!.id }))).toBe('keyLoans.wrongState');
    must(await desk().returnKey({ keyId: plant.id }));
    office.pass(1.1);
    expect(refusal(await desk().undoReturn({ loanId: loan!.id }))).toBe('keyLoans.undoTooLate');
    const [again] = await issued(office, engineer(plant.id));
    must(await desk().returnKey({ keyId: plant.id }));
    const [newer] = await issued(office, engineer(plant.id));
    expect(refusal(await desk().undoReturn({ loanId: again!.id }))).toBe('keyLoans.undoTooLate');
    expect(newer?.serialNo).toBe('YS202611-0003');
  });

  it('takes a set back piece by piece; the loan stays out until it is whole', async () => {
    const set = await key(office, cab, 'plant', { kind: 'set', pieces: 3, parts: '["大门","卧室","信箱"]' });
    const [loan] = await issued(
      office,
      engineer([], { keys: [{ keyId: set.id, pieces: 2, parts: '大门、卧室' }] }),
    );
    expect(keyState(office, set.id)).toBe('out/2');
    expect(refusal(await desk().returnKey({ keyId: set.id, pieces: 3 }))).toBe('invalid:pieces');
    expect(refusal(await desk().returnKey({ keyId: set.id, pieces: 0 }))).toBe('invalid:pieces');
    expect(must(await desk().returnKey({ keyId: set.id, pieces: 1 })).whole).toBe(false);
    expect(keyState(office, set.id)).toBe('out/1');
    expect(must(await desk().entry({ id: loan!.id })).warnings).toContain('partOut');
    expect(must(await desk().returnKey({ keyId: set.id })).whole).toBe(true);
    must(await desk().undoReturn({ loanId: loan!.id }));
    const { entry } = must(await desk().entry({ id: loan!.id }));
    expect([entry.state, entry.piecesReturned, keyState(office, set.id)]).toEqual(['out', 1, 'out/1']);
    const four = engineer([], { keys: [{ keyId: plant.id, pieces: 4 }] });
    expect(refusal(await desk().issue(four))).toBe('invalid:keys.0.pieces');
  });

  it('opens an incident in the same command for damage and for missing pieces', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    expect(refusal(await desk().returnKey({ keyId: plant.id, condition: 'damaged' }))).toBe(
      'keyLoans.courseMissing',
    );
    const hurt = must(await desk().returnKey({ keyId: plant.id, condition: 'damaged', course: '齿断' }));
    const { entry } = must(await desk().entry({ id: loan!.id }));
    expect([entry.state, entry.returnCondition, keyState(office, plant.id)]).toEqual([
      'returned',
      'damaged',
      'damaged/0',
    ]);
    const incident = must(await office.as('receptionist').keyIncidents.entry({ id: hurt.incidentId! }));
    expect([incident.entry.kind, incident.entry.loanSerialNo]).toEqual(['damage', loan!.serialNo]);
    expect(refusal(await desk().undoReturn({ loanId: loan!.id }))).toBe('keyLoans.undoTooLate');
    const set = await key(office, cab, 'plant', { kind: 'set', pieces: 2 });
    await issued(office, engineer(set.id));
    expect(
      refusal(await desk().returnKey({ keyId: set.id, condition: 'short', course: '少一把', pieces: 2 })),
    ).toBe('keyLoans.notShort');
    const short = must(
      await desk().returnKey({ keyId: set.id, condition: 'short', course: '少信箱一把', pieces: 1 }),
    );
    expect(
      must(await office.as('receptionist').keyIncidents.entry({ id: short.incidentId! })).entry.kind,
    ).toBe('short');
  });
});

describe('after the issue', () => {
  it('only a supervisor extends, forward only', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    const later = { ...touch(loan!), dueAt: wall('09:00', '2026-11-22'), reason: '抢修未完' };
    expect(refusal(await desk().extend(later))).toBe('notAllowed');
    const supervisor = office.as('csSupervisor').keyLoans;
    expect(refusal(await supervisor.extend({ ...later, dueAt: wall('09:00') }))).toBe('keyLoans.dueInPast');
    expect(refusal(await supervisor.extend({ ...later, dueAt: wall('17:00') }))).toBe('keyLoans.dueNotLater');
    must(await supervisor.extend(later));
    const { entry } = must(await desk().entry({ id: loan!.id }));
    expect([entry.dueOn, entry.overnightByName, entry.extendedByName]).toEqual([
      '2026-11-22',
      '王丽华',
      '王丽华',
    ]);
  });

  it('corrects with an edit inside the window, with a strike and a reason afterwards', async () => {
    const [loan] = await issued(office, engineer(plant.id, { repairSlipNo: 'BX-12' }));
    const t = touch(loan!);
    const edited = must(await desk().correct({ ...t, field: 'purpose', value: '更换灯管' }));
    expectLast(office, loan!.id, 'keyLoans.correct/EDIT');
    office.pass(10);
    const name = { ...touch(edited), field: 'borrowerName', value: '高建' } as const;
    expect(refusal(await desk().correct(name))).toBe('entry.reasonMissing');
    const struck = must(await desk().correct({ ...name, reason: '写错姓名' }));
    const { entry } = must(await desk().entry({ id: loan!.id }));
    expect(entry.strikes.map(({ field, old }) => [field, old])).toEqual([['borrowerName', '高师傅']]);
    const slip = { ...touch(struck), reason: '更正' };
    expect(refusal(await desk().correct({ ...slip, field: 'repairSlipNo', value: '' }))).toBe(
      'keyLoans.proofKept',
    );
    expect(refusal(await desk().correct({ ...slip, field: 'returnedByName', value: '高' }))).toBe(
      'entry.notYetWritten',
    );
    expect(
      refusal(await desk().correct({ ...slip, field: 'issuedAt', value: wall('09:00', '2026-11-20') })),
    ).toBe('invalid:value');
    expect(refusal(await desk().correct({ ...slip, field: 'purpose', value: '更换灯管' }))).toBe(
      'entry.unchanged',
    );
    must(await desk().correct({ ...slip, field: 'issuedAt', value: wall('09:40') }));
  });

  it('voids with the key back on its hook; closed lines only by the manager', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    const gone = { ...touch(loan!), reason: '登记重复' };
    expect(refusal(await desk().void(gone))).toBe('notAllowed');
    must(await office.as('csSupervisor').keyLoans.void(gone));
    expect(keyState(office, plant.id)).toBe('inStock/0');
    const [second] = await issued(office, engineer(plant.id));
    expect(second?.serialNo).toBe('YS202611-0002');
    const back = must(await desk().returnKey({ keyId: plant.id }));
    const closed = { ...touch(back), reason: '登记错误' };
    expect(refusal(await office.as('csSupervisor').keyLoans.void(closed))).toBe('entry.managerOnly');
    must(await office.as('deptManager').keyLoans.void(closed));
    expect(
      refusal(await desk().correct({ id: back.id, version: back.version + 1, field: 'note', value: 'x' })),
    ).toBe('keyLoans.wrongState');
  });

  it('shows masked values for a reason only, and remembers who looked', async () => {
    const [loan] = await issued(office, engineer(plant.id, { borrowerDocument: '1234' }));
    const shown = must(await desk().unmask({ id: loan!.id, reason: '联系本人' }));
    expect([shown.borrowerPhone, shown.borrowerDocument]).toEqual(['13800001234', '1234']);
    expectLast(office, loan!.id, 'keyLoans.unmask/UNMASK');
    expect(refusal(await office.as('csSteward').keyLoans.unmask({ id: loan!.id, reason: '看看' }))).toBe(
      'notAllowed',
    );
    must(await office.as('csAssistant').keyLoans.markSeen({ id: loan!.id }));
    expect(refusal(await desk().markSeen({ id: loan!.id }))).toBe('entry.alreadyFrozen');
    expect(journalOf(office, loan!.id)).toContain('keyLoans.markSeen/VIEW');
  });

  it('refuses a form filled against another version, and unknown entries', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    expect(refusal(await desk().returnKey({ loanId: loan!.id, version: 2 }))).toBe('conflict');
    expect(refusal(await desk().entry({ id: '0'.repeat(26) }))).toBe('notFound');
    expect(monthOf(office.now())).toBe('2026-11');
  });
});
