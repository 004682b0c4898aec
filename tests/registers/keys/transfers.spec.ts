import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { ago, cabinet, expectLast, keyOffice, plantKey, register, touch } from './support';

/** F07: keys change hands before a supervisor; three signatures, then the custodian changes. */
let office: TestOffice;
let keyIds: string[];
beforeEach(async () => {
  office = await keyOffice();
  const cab = await cabinet(office);
  keyIds = [
    (await register(office, plantKey(office, cab))).id,
    (await register(office, plantKey(office, cab, { keyNo: 'K-018', hookNo: 2, pieces: 1 }))).id,
  ];
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');
const list = (over: object = {}) => ({
  fromParty: '前台早班',
  toParty: '前台晚班',
  project: '示例大厦',
  plannedOn: '2026-11-21',
  fromId: office.actor('receptionist').staffId,
  toId: office.actor('receptionist', true).staffId,
  keyIds,
  ...over,
});
const signed = (over: object = {}) => ({
  fromName: '张伟',
  fromSignedHow: 'paper' as const,
  toName: '刘芳',
  toSignedHow: 'paper' as const,
  at: ago(office, 0),
  second: office.pin('csSupervisor'),
  ...over,
});
const keyOf = async (id: string) => must(await office.as('csSupervisor').keys.entry({ id })).entry;

describe('keyTransfers', () => {
  it('lists the keys, inspects them, and changes their custodian on completion', async () => {
    const made = must(await desk().keyTransfers.register(list()));
    expect(made.serialNo).toBe('YJ202611-0001');
    expect(refusal(await desk().keyTransfers.register(list()))).toBe('keyTransfers.keyListed');
    must(
      await desk().keyTransfers.inspect({
        id: made.id,
        keyId: keyIds[0]!,
        pieces: 1,
        condition: 'short',
        note: '缺一把',
      }),
    );
    const keys = must(await desk().keyTransfers.keys({ id: made.id }));
    expect(keys.map((key) => [key.position, key.keyNo, key.pieces, key.condition])).toEqual([
      [1, 'K-017', 1, 'short'],
      [2, 'K-018', 1, 'good'],
    ]);
    expect(must(await desk().keyTransfers.counts({}))).toEqual({ open: 1 });
    expect(
      refusal(
        await desk().keyTransfers.complete({
          ...touch(made),
          ...signed({ second: office.pin('csAssistant') }),
        }),
      ),
    ).toBe('second.noRight');
    expect(
      refusal(await desk().keyTransfers.complete({ ...touch(made), ...signed({ toName: '王丽华' }) })),
    ).toBe('keyTransfers.supervisorIsParty');
    expect(must(await office.as('csSupervisor').keyTransfers.entry({ id: made.id })).warnings).toEqual([
      'short',
    ]);
    const done = must(await desk().keyTransfers.complete({ ...touch(made), ...signed() }));
    expectLast(office, made.id, 'keyTransfers.complete/CHANGE');
    // The piece that is missing is an incident at once (S08), with what the list says.
    expect(done.incidents).toMatchObject([{ keyNo: 'K-017', serialNo: 'YD202611-0001' }]);
    const incident = must(
      await office.as('csSupervisor').keyIncidents.entry({ id: done.incidents[0]!.id }),
    ).entry;
    expect(incident).toMatchObject({
      kind: 'short',
      state: 'open',
      course: `${made.serialNo} 1/2 缺一把`,
      reporterName: '刘芳',
      superiorAt: null,
    });
    expect(await keyOf(keyIds[0]!)).toMatchObject({ keeperName: '刘芳', state: 'damaged' });
    expect(await keyOf(keyIds[1]!)).toMatchObject({ keeperName: '刘芳', state: 'inStock' });
    const { entry, next } = must(await office.as('csSupervisor').keyTransfers.entry({ id: made.id }));
    expect(entry).toMatchObject({
      state: 'done',
      supervisorName: '王丽华',
      toStaffName: '刘芳',
      keys: 2,
      pieces: 2,
    });
    expect(next).toEqual(['keyTransfers.correct']);
    expect(refusal(await desk().keyTransfers.complete({ ...touch(done), ...signed() }))).toBe(
      'keyTransfers.wrongState',
    );
    expect(
      refusal(
        await desk().keyTransfers.inspect({ id: made.id, keyId: keyIds[0]!, pieces: 2, condition: 'good' }),
      ),
    ).toBe('keyTransfers.wrongState');
  });

  it('lets keys leave the office for good', async () => {
    const made = must(await desk().keyTransfers.register(list({ toId: null, toParty: '开发商' })));
    must(await desk().keyTransfers.complete({ ...touch(made), ...signed({ toName: '开发商代表' }) }));
    expect(await keyOf(keyIds[0]!)).toMatchObject({ state: 'retired', retiredReason: 'YJ202611-0001' });
    expect(refusal(await desk().keyTransfers.register(list()))).toBe('keyTransfers.keyOver');
  });

  it('lets no key leave the office short', async () => {
    const made = must(await desk().keyTransfers.register(list({ toId: null, toParty: '开发商' })));
    const short = { id: made.id, keyId: keyIds[0]!, pieces: 1, condition: 'short' as const };
    must(await desk().keyTransfers.inspect(short));
    const leave = () => desk().keyTransfers.complete({ ...touch(made), ...signed({ toName: '开发商代表' }) });
    expect(refusal(await leave())).toBe('keyTransfers.shortLeaves');
    must(await desk().keyTransfers.inspect({ ...short, pieces: 2, condition: 'good' }));
    expect(must(await leave()).incidents).toEqual([]);
  });

  it('refuses one person on both sides and a receiver who keeps no keys', async () => {
    const me = office.actor('receptionist').staffId;
    expect(refusal(await desk().keyTransfers.register(list({ toId: me })))).toBe('keyTransfers.samePerson');
    expect(
      refusal(await desk().keyTransfers.register(list({ toId: office.actor('csAssistant').staffId }))),
    ).toBe('keys.notCustodian');
  });

  it('is corrected, seen, voided and listed', async () => {
    const made = must(await desk().keyTransfers.register(list()));
    const after = must(
      await desk().keyTransfers.correct({ ...touch(made), field: 'toParty', value: '夜班' }),
    );
    const chief = office.as('csSupervisor');
    must(await chief.keyTransfers.markSeen({ id: made.id }));
    must(
      await chief.keyTransfers.void({ ...touch({ id: made.id, version: after.version }), reason: '改期' }),
    );
    const { rows } = must(
      await desk().keyTransfers.list({ filter: { fromOn: '2026-11-21', toOn: '2026-11-21' } }),
    );
    expect(rows).toMatchObject([{ state: 'voided', toParty: '夜班' }]);
    expect(must(await desk().keyTransfers.list({ filter: { need: 'open' } })).rows).toEqual([]);
    must(await desk().keyTransfers.register(list()));
  });
});
