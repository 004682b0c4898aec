import { afterEach, expect, test } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { expectLast, quickOffice, touch } from '../../support/quick';
import { newParty, newUnit } from './support';

let office: TestOffice;
afterEach(() => office?.close());

const TODAY = '2026-11-21';
const fileOf = async (id: string, role: 'csSupervisor' | 'receptionist' = 'csSupervisor') =>
  must(await office.as(role).parties.entry({ id }));

test('one party has many units and roles over time; history is kept', async () => {
  office = await quickOffice();
  const home = await newUnit(office);
  const shop = await newUnit(office, { unitNo: '103', use: 'shop' });
  const party = await newParty(office, {
    name: '沈立',
    phone: '13700001234',
    unitId: home.id,
    role: 'owner',
  });
  expect(party.serialNo).toBe('ZH202611-0001');
  const desk = office.as('receptionist');
  const lease = { partyId: party.id, unitId: shop.id, role: 'merchant' as const, fromOn: '2026-01-01' };
  const back = await desk.parties.moveIn({ ...lease, leaseUntilOn: '2025-12-31' });
  expect(back).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  const stay = must(
    await desk.parties.moveIn({ ...lease, leaseUntilOn: '2026-12-10', people: 3, occupancyState: 'let' }),
  );
  expect(refusal(await desk.parties.moveIn(lease))).toBe('parties.alreadyThere');
  expect(must(await office.as('receptionist').units.counts({})).leaseEnding).toBe(1);
  const entry = must(await office.as('csSupervisor').units.entry({ id: shop.id }));
  expect(entry.entry).toMatchObject({
    occupancyState: 'let',
    occupants: '沈立',
    lease: '2026-01-01 – 2026-12-10',
  });
  expect(entry.warnings).toContain('leaseEnding');
  const renewed = must(
    await desk.parties.renew({ ...touch(stay), fromOn: '2026-01-01', leaseUntilOn: '2027-12-31', people: 3 }),
  );
  expect(
    refusal(
      await desk.parties.renew({
        ...touch(renewed),
        fromOn: '2026-01-01',
        leaseUntilOn: '2027-12-31',
        people: 3,
      }),
    ),
  ).toBe('entry.unchanged');
  expect(must(await office.as('receptionist').units.counts({})).leaseEnding).toBe(0);
  const gone = must(
    await desk.parties.moveOut({ ...touch(renewed), toOn: TODAY, occupancyState: 'movedOut' }),
  );
  expect(refusal(await desk.parties.moveOut({ ...touch(gone), toOn: TODAY }))).toBe('parties.wrongStay');
  expect(refusal(await desk.parties.renew({ ...touch(gone) }))).toBe('parties.wrongStay');
  const { stays, entry: line } = await fileOf(party.id);
  expect(stays.map((one) => [one.unitCode, one.role, one.state, one.toOn])).toEqual([
    ['3-1502', 'owner', 'current', null],
    ['3-103', 'merchant', 'ended', TODAY],
  ]);
  expect(line).toMatchObject({ unitCodes: '3-1502', roles: ['owner'], phone: '137****1234' });
  must(await office.as('csSupervisor').parties.voidStay({ ...touch(gone), reason: '录错人' }));
  expect((await fileOf(party.id)).stays).toHaveLength(1);
});

test('nobody but an owner comes into a unit that was not handed over; a role goes with a unit', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, { occupancyState: 'soldNotHanded' });
  const desk = office.as('receptionist');
  expect(refusal(await desk.parties.register({ name: '张三', unitId: unit.id }))).toBe('parties.roleMissing');
  expect(refusal(await desk.parties.register({ name: '张三', unitId: unit.id, role: 'tenant' }))).toBe(
    'parties.notHandedOver',
  );
  await newParty(office, { name: '张三', unitId: unit.id, role: 'owner' });
  const unborn = await desk.parties.register({ name: '未来', bornOn: '2027-01-01' });
  expect(unborn).toMatchObject({ ok: false, error: { fields: { bornOn: { code: 'time.future' } } } });
});

test('members and vehicles lead to their party; a plate is registered once', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  const party = await newParty(office, { name: '周敏', unitId: unit.id, role: 'owner' });
  const desk = office.as('receptionist');
  const find = async (typed: string) =>
    must(await office.as('receptionist').units.suggest({ typed })).map((one) => one.code);
  const child = must(
    await desk.parties.addMember({
      partyId: party.id,
      kind: 'emergency',
      name: '周一鸣',
      relation: '父亲',
      phone: '13511112222',
    }),
  );
  const car = must(
    await desk.parties.addVehicle({
      partyId: party.id,
      unitId: unit.id,
      plate: '粤i·8k 123',
      brand: '比亚迪',
    }),
  );
  for (const typed of ['zym', '2222', '粤I8K123', '8K123'])
    expect(await find(typed), typed).toEqual(['3-1502']);
  expect(refusal(await desk.parties.addVehicle({ partyId: party.id, plate: '粤I8K123' }))).toBe(
    'parties.plateTaken',
  );
  expect((await fileOf(party.id)).members).toMatchObject([{ name: '周一鸣', phone: '135****2222' }]);
  const left = must(await desk.parties.memberLeft(touch(child)));
  expect(refusal(await desk.parties.memberLeft(touch(left)))).toBe('parties.alreadyLeft');
  const sold = must(await desk.parties.vehicleLeft(touch(car)));
  expect(refusal(await desk.parties.vehicleLeft(touch(sold)))).toBe('parties.alreadyLeft');
  expect(await find('zym')).toEqual([]);
  must(await desk.parties.addVehicle({ partyId: party.id, plate: '粤I8K123' }));
  const ghost = await desk.parties.addVehicle({ partyId: party.id, plate: '粤I00001', spaceId: party.id });
  expect(refusal(ghost)).toBe('parties.unknownSpace');
  const { people, vehicles } = must(await office.as('receptionist').units.page({ id: unit.id }));
  expect(people).toMatchObject([{ name: '周敏', role: 'owner', members: [] }]);
  expect(vehicles).toEqual([]);
});

test('changes, corrections and the look behind the masks', async () => {
  office = await quickOffice();
  const party = await newParty(office, {
    name: '吴岩',
    phone: '13800138000',
    document: '440106199001011234',
    email: 'wy@mail.cn',
  });
  office.pass(10);
  const desk = office.as('receptionist');
  const moved = must(await desk.parties.amend({ ...touch(party), field: 'phone', value: '139 0013 9000' }));
  expect(refusal(await desk.parties.amend({ ...touch(moved), field: 'phone', value: '13900139000' }))).toBe(
    'entry.unchanged',
  );
  const right = must(
    await desk.parties.correct({ ...touch(moved), field: 'name', value: '吴严', reason: '同音字' }),
  );
  const company = must(
    await desk.parties.correct({ ...touch(right), field: 'kind', value: 'company', reason: '是公司' }),
  );
  const staff = must(
    await desk.parties.correct({ ...touch(company), field: 'staffCount', value: '12', reason: '补登' }),
  );
  const { entry, story } = await fileOf(party.id);
  expect(entry).toMatchObject({
    name: '吴严',
    kind: 'company',
    staffCount: 12,
    phone: '139****9000',
    document: '440106********1234',
    email: 'w***@mail.cn',
    vip: 0,
  });
  expect(entry.strikes.map((one) => [one.field, one.old])).toEqual([
    ['name', '吴岩'],
    ['kind', 'person'],
    ['staffCount', null],
  ]);
  expect(JSON.stringify(story)).not.toMatch(/13800138000|13900139000|440106199001011234/);
  const shown = must(await desk.parties.unmask({ id: party.id, reason: '联系本人' }));
  expect(shown).toMatchObject({ phone: '13900139000', document: '440106199001011234', members: [] });
  expectLast(office, party.id, 'parties.unmask/UNMASK');
  const journal = office.file.raw.prepare('SELECT group_concat(change) AS text FROM journal').get() as {
    text: string;
  };
  expect(journal.text).not.toMatch(/吴岩|吴严|13900139000|440106199001011234/);
  expect(refusal(await office.as('businessClerk').parties.unmask({ id: party.id, reason: '看看' }))).toBe(
    'notAllowed',
  );
  expect(staff.version).toBe(5);
});

test('a file is put aside or voided only when it is in no unit', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  const party = await newParty(office, { unitId: unit.id, role: 'owner' });
  const boss = office.as('csSupervisor');
  expect(refusal(await boss.parties.deactivate({ ...touch(party), reason: '已搬走' }))).toBe(
    'parties.stillHere',
  );
  expect(refusal(await boss.parties.void({ ...touch(party), reason: '重复' }))).toBe('parties.stillHere');
  const other = await newParty(office, { name: '李四' });
  const aside = must(await boss.parties.deactivate({ ...touch(other), reason: '已搬走' }));
  expect(refusal(await boss.parties.moveIn({ partyId: other.id, unitId: unit.id, role: 'occupant' }))).toBe(
    'parties.wrongState',
  );
  const again = must(await boss.parties.reactivate({ ...touch(aside), reason: '又租了' }));
  must(await boss.parties.void({ ...touch(again), reason: '重复建档' }));
  expect(must(await boss.parties.list({ filter: { states: ['voided'] } })).rows).toHaveLength(1);
});

test('who is a VIP is known to holders of the permit only, in list, entry, story, page and filter', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  const party = await newParty(office, { unitId: unit.id, role: 'owner' });
  expect(refusal(await office.as('csSupervisor').parties.markVip({ ...touch(party), vip: true }))).toBe(
    'notAllowed',
  );
  const marked = must(await office.as('deptManager').parties.markVip({ ...touch(party), vip: true }));
  expect(refusal(await office.as('deptManager').parties.markVip({ ...touch(marked), vip: true }))).toBe(
    'entry.unchanged',
  );
  const boss = await fileOf(party.id);
  expect(boss.entry.vip).toBe(1);
  expect(boss.story.at(-1)?.op).toBe('parties.markVip');
  const clerk = await fileOf(party.id, 'receptionist');
  expect(clerk.entry.vip).toBeNull();
  expect(JSON.stringify(clerk.story)).not.toMatch(/vip/i);
  const ask = async (role: 'csSupervisor' | 'receptionist') =>
    must(await office.as(role).parties.list({ filter: { vip: true } })).rows.length;
  expect([await ask('csSupervisor'), await ask('receptionist')]).toEqual([1, 0]);
  expect(must(await office.as('receptionist').units.page({ id: unit.id })).people[0]?.vip).toBeNull();
});

test('another reader ends the free window; a steward keeps his own people', async () => {
  office = await quickOffice();
  const own = await newUnit(office, { stewardId: office.actor('csSteward').staffId });
  const other = await newUnit(office, { unitNo: '2', stewardId: office.actor('csSteward', true).staffId });
  const mine = await newParty(office, { name: '甲', unitId: own.id, role: 'owner' });
  const theirs = await newParty(office, { name: '乙', unitId: other.id, role: 'owner' });
  const steward = office.as('csSteward');
  must(await steward.parties.amend({ ...touch(mine), field: 'pets', value: '犬一只' }));
  expect(refusal(await steward.parties.amend({ ...touch(theirs), field: 'pets', value: '猫' }))).toBe(
    'units.otherArea',
  );
  must(await steward.parties.markSeen({ id: theirs.id }));
  const late = await office
    .as('receptionist')
    .parties.correct({ ...touch(theirs), field: 'name', value: '丙' });
  expect(refusal(late)).toBe('entry.reasonMissing');
  const list = must(
    await steward.parties.list({ filter: { role: 'owner', unitId: own.id, kinds: ['person'] } }),
  );
  expect(list.rows.map((row) => row.name)).toEqual(['甲']);
});
