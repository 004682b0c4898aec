import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthOf } from '../../../shared/dates';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  cabinet,
  deskOffice,
  engineer,
  expectLast,
  issued,
  journalOf,
  key,
  keyState,
  touch,
  wall,
} from './support';

/** Keys come back (S05): by one scan, in parts, damaged; and what else happens to a loan: extension, corrections, voids. */
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

describe('return', () => {
  it('is one act on the key that was scanned', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    office.pass(90);
    const back = must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    expect([back.id, back.keyNo, back.whole, back.incidentId]).toEqual([loan!.id, 'K-017', true, null]);
    expect(keyState(office, plant.id)).toBe('inStock/0');
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect([entry.state, entry.returnedByName, entry.receiverName, entry.returnCondition]).toEqual([
      'returned',
      '高师傅',
      '张伟',
      'good',
    ]);
    expect(refusal(await desk().keyLoans.returnKey({ keyId: plant.id }))).toBe('keyLoans.notOut');
    expect(refusal(await desk().keyLoans.returnKey({ loanId: loan!.id }))).toBe('keyLoans.wrongState');
    expect(refusal(await desk().keyLoans.returnKey({}))).toBe('invalid:keyId');
    expect(refusal(await office.as('gateGuard').keyLoans.returnKey({ keyId: plant.id }))).toBe('notAllowed');
  });

  it('is taken back within a minute by the same person, before anything else happened', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    office.pass(0.5);
    expect(refusal(await office.as('csAssistant').keyLoans.undoReturn({ loanId: loan!.id }))).toBe(
      'keyLoans.undoNotYours',
    );
    must(await desk().keyLoans.undoReturn({ loanId: loan!.id }));
    expectLast(office, loan!.id, 'keyLoans.undoReturn/CHANGE');
    expect(keyState(office, plant.id)).toBe('out/1');
    expect(refusal(await desk().keyLoans.undoReturn({ loanId: loan!.id }))).toBe('keyLoans.wrongState');
    must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    office.pass(1.1);
    expect(refusal(await desk().keyLoans.undoReturn({ loanId: loan!.id }))).toBe('keyLoans.undoTooLate');
    const [again] = await issued(office, engineer(plant.id));
    must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    const [newer] = await issued(office, engineer(plant.id));
    expect(refusal(await desk().keyLoans.undoReturn({ loanId: again!.id }))).toBe('keyLoans.undoTooLate');
    expect(newer?.serialNo).toBe('YS202611-0003');
  });

  it('takes a set back piece by piece; the loan stays out until it is whole', async () => {
    const set = await key(office, cab, 'plant', { kind: 'set', pieces: 3, parts: '["大门","卧室","信箱"]' });
    const [loan] = await issued(
      office,
      engineer([], { keys: [{ keyId: set.id, pieces: 2, parts: '大门、卧室' }] }),
    );
    expect(keyState(office, set.id)).toBe('out/2');
    expect(refusal(await desk().keyLoans.returnKey({ keyId: set.id, pieces: 3 }))).toBe('invalid:pieces');
    expect(refusal(await desk().keyLoans.returnKey({ keyId: set.id, pieces: 0 }))).toBe('invalid:pieces');
    expect(must(await desk().keyLoans.returnKey({ keyId: set.id, pieces: 1 })).whole).toBe(false);
    expect(keyState(office, set.id)).toBe('out/1');
    expect(must(await desk().keyLoans.entry({ id: loan!.id })).warnings).toContain('partOut');
    expect(must(await desk().keyLoans.returnKey({ keyId: set.id })).whole).toBe(true);
    must(await desk().keyLoans.undoReturn({ loanId: loan!.id }));
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect([entry.state, entry.piecesReturned, keyState(office, set.id)]).toEqual(['out', 1, 'out/1']);
    const four = engineer([], { keys: [{ keyId: plant.id, pieces: 4 }] });
    expect(refusal(await desk().keyLoans.issue(four))).toBe('invalid:keys.0.pieces');
  });

  it('opens an incident in the same command for damage and for missing pieces', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    expect(refusal(await desk().keyLoans.returnKey({ keyId: plant.id, condition: 'damaged' }))).toBe(
      'keyLoans.courseMissing',
    );
    const hurt = must(
      await desk().keyLoans.returnKey({ keyId: plant.id, condition: 'damaged', course: '齿断' }),
    );
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect([entry.state, entry.returnCondition, keyState(office, plant.id)]).toEqual([
      'returned',
      'damaged',
      'damaged/0',
    ]);
    const incident = must(await office.as('receptionist').keyIncidents.entry({ id: hurt.incidentId! }));
    expect([incident.entry.kind, incident.entry.loanSerialNo]).toEqual(['damage', loan!.serialNo]);
    expect(refusal(await desk().keyLoans.undoReturn({ loanId: loan!.id }))).toBe('keyLoans.undoTooLate');
    const set = await key(office, cab, 'plant', { kind: 'set', pieces: 2 });
    await issued(office, engineer(set.id));
    expect(
      refusal(
        await desk().keyLoans.returnKey({ keyId: set.id, condition: 'short', course: '少一把', pieces: 2 }),
      ),
    ).toBe('keyLoans.notShort');
    const short = must(
      await desk().keyLoans.returnKey({ keyId: set.id, condition: 'short', course: '少信箱一把', pieces: 1 }),
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
    expect(refusal(await desk().keyLoans.extend(later))).toBe('notAllowed');
    const supervisor = office.as('csSupervisor');
    expect(refusal(await supervisor.keyLoans.extend({ ...later, dueAt: wall('09:00') }))).toBe(
      'keyLoans.dueInPast',
    );
    expect(refusal(await supervisor.keyLoans.extend({ ...later, dueAt: wall('17:00') }))).toBe(
      'keyLoans.dueNotLater',
    );
    must(await supervisor.keyLoans.extend(later));
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect([entry.dueOn, entry.overnightByName, entry.extendedByName]).toEqual([
      '2026-11-22',
      '王丽华',
      '王丽华',
    ]);
  });

  it('corrects with an edit inside the window, with a strike and a reason afterwards', async () => {
    const [loan] = await issued(office, engineer(plant.id, { repairSlipNo: 'BX-12' }));
    const t = touch(loan!);
    const edited = must(await desk().keyLoans.correct({ ...t, field: 'purpose', value: '更换灯管' }));
    expectLast(office, loan!.id, 'keyLoans.correct/EDIT');
    office.pass(10);
    const name = { ...touch(edited), field: 'borrowerName', value: '高建' } as const;
    expect(refusal(await desk().keyLoans.correct(name))).toBe('entry.reasonMissing');
    const struck = must(await desk().keyLoans.correct({ ...name, reason: '写错姓名' }));
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect(entry.strikes.map(({ field, old }) => [field, old])).toEqual([['borrowerName', '高师傅']]);
    const slip = { ...touch(struck), reason: '更正' };
    expect(refusal(await desk().keyLoans.correct({ ...slip, field: 'repairSlipNo', value: '' }))).toBe(
      'keyLoans.proofKept',
    );
    expect(refusal(await desk().keyLoans.correct({ ...slip, field: 'returnedByName', value: '高' }))).toBe(
      'entry.notYetWritten',
    );
    expect(
      refusal(
        await desk().keyLoans.correct({ ...slip, field: 'issuedAt', value: wall('09:00', '2026-11-20') }),
      ),
    ).toBe('invalid:value');
    expect(refusal(await desk().keyLoans.correct({ ...slip, field: 'purpose', value: '更换灯管' }))).toBe(
      'entry.unchanged',
    );
    must(await desk().keyLoans.correct({ ...slip, field: 'issuedAt', value: wall('09:40') }));
  });

  it('voids with the key back on its hook; closed lines only by the manager', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    const gone = { ...touch(loan!), reason: '登记重复' };
    expect(refusal(await desk().keyLoans.void(gone))).toBe('notAllowed');
    must(await office.as('csSupervisor').keyLoans.void(gone));
    expect(keyState(office, plant.id)).toBe('inStock/0');
    const [second] = await issued(office, engineer(plant.id));
    expect(second?.serialNo).toBe('YS202611-0002');
    const back = must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    const closed = { ...touch(back), reason: '登记错误' };
    expect(refusal(await office.as('csSupervisor').keyLoans.void(closed))).toBe('entry.managerOnly');
    must(await office.as('deptManager').keyLoans.void(closed));
    expect(
      refusal(
        await desk().keyLoans.correct({ id: back.id, version: back.version + 1, field: 'note', value: 'x' }),
      ),
    ).toBe('keyLoans.wrongState');
  });

  it('shows masked values for a reason only, and remembers who looked', async () => {
    const [loan] = await issued(office, engineer(plant.id, { borrowerDocument: '1234' }));
    const shown = must(await desk().keyLoans.unmask({ id: loan!.id, reason: '联系本人' }));
    expect([shown.borrowerPhone, shown.borrowerDocument]).toEqual(['13800001234', '1234']);
    expectLast(office, loan!.id, 'keyLoans.unmask/UNMASK');
    expect(refusal(await office.as('csSteward').keyLoans.unmask({ id: loan!.id, reason: '看看' }))).toBe(
      'notAllowed',
    );
    must(await office.as('csAssistant').keyLoans.markSeen({ id: loan!.id }));
    expect(refusal(await desk().keyLoans.markSeen({ id: loan!.id }))).toBe('entry.alreadyFrozen');
    expect(journalOf(office, loan!.id)).toContain('keyLoans.markSeen/VIEW');
  });

  it('refuses a form filled against another version, and unknown entries', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    expect(refusal(await desk().keyLoans.returnKey({ loanId: loan!.id, version: 2 }))).toBe('conflict');
    expect(refusal(await desk().keyLoans.entry({ id: '0'.repeat(26) }))).toBe('notFound');
    expect(monthOf(office.now())).toBe('2026-11');
  });
});
