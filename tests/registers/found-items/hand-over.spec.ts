import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  type Done,
  entryOf,
  expectLast,
  journalOf,
  phone,
  quickOffice,
  register,
  touch,
  umbrella,
} from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const desk = () => office.as('receptionist').foundItems;
const claimOf = (item: Done, over: Partial<Input<'foundItems.claim'>> = {}): Input<'foundItems.claim'> => ({
  ...touch(item),
  claimantName: '欧阳明',
  claimantPhone: '139 0013-9000',
  claimantUnit: '1502',
  claimantDocumentKind: 'idCard',
  claimantDocument: '1234',
  claimStatement: '黑色长柄伞，木柄有划痕',
  claimLostWhere: '昨天下午一楼大堂',
  claimMatch: 'matches',
  at: office.now(),
  ...over,
});
const toPartyA = (item: Done, over: Partial<Input<'foundItems.handToPartyA'>> = {}) => ({
  ...touch(item),
  collectorName: '甲方李工',
  collectorDocument: '440106199001011234',
  at: office.now(),
  ...over,
});
const notified = (item: Done, over: Partial<Input<'foundItems.notifyPartyA'>> = {}) => ({
  ...touch(item),
  contact: '甲方李工',
  at: office.now(),
  how: '电话',
  ...over,
});

describe('notifyPartyA and postNotice', () => {
  it('tells Party A after the item was found and not in the future, once (L04)', async () => {
    const item = await register(office, umbrella(office));
    expect(refusal(await desk().notifyPartyA(notified(item, { at: ago(office, 11) })))).toBe('invalid:at');
    expect(refusal(await desk().notifyPartyA(notified(item, { at: ago(office, -5) })))).toBe('invalid:at');
    expect(refusal(await desk().notifyPartyA(notified(item, { contact: ' ' })))).toBe('invalid:contact');
    const next = must(await desk().notifyPartyA(notified(item)));
    expect((await entryOf(office, item.id)).entry).toMatchObject({
      state: 'notified',
      partyAContact: '甲方李工',
      partyANotifiedAt: office.now(),
    });
    expectLast(office, item.id, 'foundItems.notifyPartyA/CHANGE');
    expect(refusal(await desk().notifyPartyA(notified(next)))).toBe('foundItems.wrongState');
  });

  it('posts the notice while the item is here', async () => {
    const item = await register(office, umbrella(office));
    const next = must(await desk().postNotice({ ...touch(item), at: office.now(), how: '公告栏' }));
    expectLast(office, item.id, 'foundItems.postNotice/CHANGE');
    must(await desk().handToPartyA(toPartyA(next)));
    const late = { id: item.id, version: 3, at: office.now(), how: '公告栏' };
    expect(refusal(await desk().postNotice(late))).toBe('foundItems.wrongState');
  });
});

describe('handToPartyA', () => {
  it('closes the item against a named collector', async () => {
    const item = await register(office, umbrella(office));
    must(await desk().handToPartyA(toPartyA(item)));
    const { entry, next } = await entryOf(office, item.id);
    expect(entry).toMatchObject({
      state: 'handedToPartyA',
      outcome: 'handedToPartyA',
      collectorName: '甲方李工',
      collectorDocument: '440106********1234',
      closedByName: '张伟',
    });
    expect(next[0]).toBe('foundItems.archive');
    expectLast(office, item.id, 'foundItems.handToPartyA/CHANGE');
  });

  it('is not the finder’s alone: a supervisor enters the PIN', async () => {
    const item = await register(office, umbrella(office, { finderName: '张伟' }));
    expect(refusal(await desk().handToPartyA(toPartyA(item)))).toBe('foundItems.finderAlone');
    const guard = toPartyA(item, { second: office.pin('gateGuard') });
    expect(refusal(await desk().handToPartyA(guard))).toBe('second.noRight');
    must(await desk().handToPartyA(toPartyA(item, { second: office.pin('csSupervisor') })));
    expect((await entryOf(office, item.id)).entry.approvedByName).toBe('王丽华');
  });

  it('lets another colleague hand over what the finder registered', async () => {
    const item = await register(office, umbrella(office, { finderName: '张伟' }));
    must(await office.as('receptionist', true).foundItems.handToPartyA(toPartyA(item)));
  });

  it('needs countersign and a supervisor for valuables', async () => {
    const item = await register(office, phone(office, { second: office.pin('gateGuard') }));
    const signed = toPartyA(item, { second: office.pin('csSupervisor') });
    expect(refusal(await desk().handToPartyA(signed))).toBe('foundItems.notCountersigned');
    const next = must(await desk().countersign({ ...touch(item), second: office.pin('csSupervisor') }));
    expect(refusal(await desk().handToPartyA(toPartyA(next)))).toBe('foundItems.supervisorNeeded');
    must(await desk().handToPartyA({ ...signed, version: next.version }));
  });

  it('is refused to roles that do not stand at the desk', async () => {
    const item = await register(office, umbrella(office));
    expect(refusal(await office.as('gateGuard').foundItems.handToPartyA(toPartyA(item)))).toBe('notAllowed');
  });
});

describe('claim', () => {
  it('keeps what the owner said and showed, the document’s tail only', async () => {
    const item = await register(office, umbrella(office));
    must(await desk().claim(claimOf(item, { claimFeeCents: 1500 })));
    const { entry } = await entryOf(office, item.id);
    expect(entry).toMatchObject({
      state: 'claimed',
      claimantName: '欧阳明',
      claimantPhone: '139****9000',
      claimantDocument: '1234',
      claimMatch: 'matches',
      claimFeeCents: 1500,
    });
    expectLast(office, item.id, 'foundItems.claim/CHANGE');
    const other = await register(office, umbrella(office));
    const whole = claimOf(other, { claimantDocument: '440106199001011234' });
    expect(refusal(await desk().claim(whole))).toBe('invalid:claimantDocument');
    expect(refusal(await desk().claim(claimOf(other, { at: ago(office, 60) })))).toBe('invalid:at');
    expect(refusal(await desk().claim(claimOf(item, { version: 2 })))).toBe('foundItems.wrongState');
  });

  it('never writes a personal value into the chain', async () => {
    const item = await register(office, umbrella(office));
    must(await desk().claim(claimOf(item)));
    const refused = await register(office, umbrella(office));
    must(await desk().refuseClaim({ ...touch(refused), claimantName: '冒领人乙', reason: '说不出特征' }));
    const chain = office.file.raw
      .prepare("SELECT group_concat(change) AS text FROM journal WHERE register = 'foundItems'")
      .get();
    for (const secret of ['欧阳明', '13900139000', '13800138000', '何香', '冒领人乙'])
      expect((chain as { text: string }).text).not.toContain(secret);
  });

  it('remembers a claim that did not convince and changes nothing', async () => {
    const item = await register(office, umbrella(office));
    const input = { ...touch(item), claimantName: '冒领人乙', reason: '说不出特征' };
    expect(must(await desk().refuseClaim(input)).version).toBe(1);
    const { entry, story } = await entryOf(office, item.id);
    expect(entry.state).toBe('registered');
    expect(story.at(-1)).toMatchObject({ op: 'foundItems.refuseClaim', change: { reason: '说不出特征' } });
    expect(story.at(-1)?.change.set).toEqual({ claimantName: '冒领人乙' });
    expect(refusal(await desk().refuseClaim({ ...input, version: 2 }))).toBe('conflict');
    expect(refusal(await desk().refuseClaim({ ...input, reason: '无' }))).toBe('invalid:reason');
  });
});

describe('handToPolice', () => {
  it('needs the receipt number', async () => {
    const item = await register(office, umbrella(office));
    const input = { ...touch(item), policeStation: '天河派出所', policeOfficer: '陈警官', at: office.now() };
    expect(refusal(await desk().handToPolice({ ...input, policeReceiptNo: '' }))).toBe(
      'invalid:policeReceiptNo',
    );
    must(await desk().handToPolice({ ...input, policeReceiptNo: 'TH-2026-88', policeBadgeNo: '012345' }));
    expect((await entryOf(office, item.id)).entry).toMatchObject({
      state: 'toPolice',
      policeReceiptNo: 'TH-2026-88',
      policeBadgeNo: '012345',
    });
    expectLast(office, item.id, 'foundItems.handToPolice/CHANGE');
  });
});

describe('dispose', () => {
  const input = (item: Done) => ({ ...touch(item), manner: '销毁', reason: '食品变质', at: office.now() });

  it('is proposed by the supervisor and approved by the manager', async () => {
    const item = await register(office, umbrella(office, { category: 'freshFood', name: '盒饭' }));
    const byManager = { ...input(item), second: office.pin('deptManager') };
    expect(refusal(await desk().dispose(byManager))).toBe('notAllowed');
    const supervisor = office.as('csSupervisor').foundItems;
    const byColleague = { ...input(item), second: office.pin('csSupervisor', true) };
    expect(refusal(await supervisor.dispose(byColleague))).toBe('second.noRight');
    must(await supervisor.dispose(byManager));
    expect((await entryOf(office, item.id)).entry).toMatchObject({
      state: 'disposed',
      disposalManner: '销毁',
      closedByName: '王丽华',
      approvedByName: '周建国',
    });
    expectLast(office, item.id, 'foundItems.dispose/CHANGE');
  });
});

describe('archive and void', () => {
  it('files what is closed, never what waits for a signature', async () => {
    const open = await register(office, umbrella(office));
    expect(refusal(await desk().archive(touch(open)))).toBe('foundItems.wrongState');
    office.setNow('2026-11-21T17:00:00.000Z');
    const item = await register(office, umbrella(office, { second: { how: 'pending' } }));
    const closed = must(await desk().handToPartyA(toPartyA(item)));
    expect(refusal(await desk().archive(touch(closed)))).toBe('foundItems.notConfirmed');
    const signed = must(await desk().confirmQuantity({ ...touch(closed), second: office.pin('gateGuard') }));
    must(await desk().archive(touch(signed)));
    expect((await entryOf(office, item.id)).entry).toMatchObject({
      state: 'archived',
      archivedByName: '张伟',
    });
    expectLast(office, item.id, 'foundItems.archive/CHANGE');
  });

  it('voids open lines by the supervisor, closed ones by the manager; number and line stay', async () => {
    const open = await register(office, umbrella(office));
    const reason = '重复登记';
    const supervisor = office.as('csSupervisor').foundItems;
    expect(refusal(await desk().void({ ...touch(open), reason }))).toBe('notAllowed');
    expect(refusal(await supervisor.void({ ...touch(open), reason: '错' }))).toBe('invalid:reason');
    must(await supervisor.void({ ...touch(open), reason }));
    expect((await entryOf(office, open.id)).entry).toMatchObject({
      state: 'voided',
      voidReason: reason,
      serialNo: open.serialNo,
    });
    expectLast(office, open.id, 'foundItems.void/VOID');

    const item = await register(office, umbrella(office));
    const closed = must(await desk().handToPartyA(toPartyA(item)));
    expect(refusal(await supervisor.void({ ...touch(closed), reason }))).toBe('foundItems.managerOnly');
    const filed = must(await desk().archive(touch(closed)));
    expect(refusal(await supervisor.void({ ...touch(filed), reason }))).toBe('foundItems.managerOnly');
    const manager = office.as('deptManager').foundItems;
    const gone = must(await manager.void({ ...touch(filed), reason }));
    expect(refusal(await manager.void({ ...touch(gone), reason }))).toBe('foundItems.wrongState');
    expect(journalOf(office, item.id)).toHaveLength(4);
    expect((await register(office, umbrella(office))).serialNo).toBe('SW202611-0003');
  });
});
