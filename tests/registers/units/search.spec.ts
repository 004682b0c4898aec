import { afterEach, expect, test } from 'vitest';
import { must, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';
import { newParty, newUnit } from './support';

let office: TestOffice;
afterEach(() => office?.close());

const hits = async (typed: string, role: 'receptionist' | 'gateGuard' = 'receptionist') =>
  must(await office.as(role).search.find({ typed })).hits.map((hit) => `${hit.register} ${hit.title}`);

test('the omni-box leads to the unit from any writing, a name, pinyin, a phone tail, a plate; the gate gets no files', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, { building: '3', entrance: '1' });
  await newUnit(office, { building: '1', entrance: '3' });
  const party = await newParty(office, {
    name: '欧阳若兰',
    phone: '13912345678',
    unitId: unit.id,
    role: 'owner',
  });
  must(
    await office
      .as('receptionist')
      .parties.addVehicle({ partyId: party.id, unitId: unit.id, plate: '粤I8K123' }),
  );
  for (const typed of ['3-1-1502', '311502', '3栋1单元1502'])
    expect((await hits(typed))[0], typed).toBe('units 3-1-1502');
  for (const typed of ['欧阳若兰', 'oyrl', 'ouyang', '5678', '粤I8K123'])
    expect((await hits(typed)).slice(0, 2), typed).toEqual(['parties 欧阳若兰', 'units 3-1-1502']);
  expect(await hits('欧阳若兰', 'gateGuard')).toEqual([]);
  expect((await hits('311502', 'gateGuard'))[0]).toBe('units 3-1-1502');
});

test('one unit on one page has a section of every book the reader may read, with its newest lines', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, { building: '3', entrance: '1' });
  const clerk = must(await office.as('receptionist').units.page({ id: unit.id }));
  const registers = clerk.sections.map((section) => section.register);
  for (const register of ['keys', 'keyLoans', 'visits', 'goodsReleases', 'accessCards', 'foundItems'])
    expect(registers, register).toContain(register);
  expect(clerk.sections.every((section) => section.total === 0 && section.rows.length === 0)).toBe(true);
  const accountant = must(await office.as('projectAccountant').units.page({ id: unit.id }));
  expect(accountant.sections.map((section) => section.register)).not.toContain('keys');
});
