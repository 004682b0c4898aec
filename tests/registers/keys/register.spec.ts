import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { cabinet, expectLast, keyOffice, plantKey, register } from './support';

/** S03: keys come onto hooks with a number of their own, by the custodian and a supervisor. */
let office: TestOffice;
let cab: string;
beforeEach(async () => {
  office = await keyOffice();
  cab = await cabinet(office);
});
afterEach(() => office.close());

describe('keys.register', () => {
  it('numbers the key, hangs it on its hook and gives it to the cabinet’s keeper', async () => {
    const done = await register(office, plantKey(office, cab));
    expect(done.serialNo).toBe('YK202611-0001');
    expect(done.scanCode).toMatch(/^03\d{10}$/);
    expectLast(office, done.id, 'keys.register/CREATE');
    const [found] = must(await office.as('receptionist').keys.suggest({ typed: 'k-0' }));
    expect(found).toMatchObject({ keyNo: 'K-017', state: 'inStock', unitCode: null });
    const [one] = must(await office.as('receptionist').keys.cabinets({}));
    expect(one).toMatchObject({ code: 'A', keys: 1, out: 0, keeperName: '张伟' });
  });

  it('is the custodian’s, countersigned by the supervisor', async () => {
    const { second: _, ...alone } = plantKey(office, cab);
    expect(refusal(await office.as('csAssistant').keys.register(plantKey(office, cab)))).toBe(
      'keys.custodianOnly',
    );
    expect(
      refusal(await office.as('receptionist').keys.register({ ...alone, second: office.pin('csAssistant') })),
    ).toBe('second.noRight');
    expect(refusal(await office.as('gateGuard').keys.register(plantKey(office, cab)))).toBe('notAllowed');
  });

  it('knows no number twice and no hook twice', async () => {
    await register(office, plantKey(office, cab));
    const as = office.as('receptionist');
    expect(refusal(await as.keys.register(plantKey(office, cab, { hookNo: 2 })))).toBe('keys.numberTaken');
    expect(refusal(await as.keys.register(plantKey(office, cab, { keyNo: 'K-018' })))).toBe('keys.hookTaken');
    expect(refusal(await as.keys.register(plantKey(office, cab, { keyNo: 'K-018', hookNo: 21 })))).toBe(
      'keys.noSuchHook',
    );
  });

  it('takes no entrusted key without a mandate in force (S04)', async () => {
    const as = office.as('receptionist');
    expect(refusal(await as.keys.register(plantKey(office, cab, { category: 'entrusted' })))).toBe(
      'keys.mandateNeeded',
    );
  });
});
