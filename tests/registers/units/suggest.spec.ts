import { afterEach, expect, test } from 'vitest';
import { must, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';
import { newParty, newUnit } from './support';

let office: TestOffice;
afterEach(() => office?.close());

const codes = async (typed: string): Promise<string[]> =>
  must(await office.as('receptionist').units.suggest({ typed })).map((unit) => unit.code);

test('a unit is found by any writing of its number', async () => {
  office = await quickOffice();
  await newUnit(office, { building: '3', entrance: '1', unitNo: '1502', floor: '15' });
  await newUnit(office, { building: '3', entrance: '2', unitNo: '1502', floor: '15' });
  await newUnit(office, { building: '1', entrance: '3', unitNo: '1502', floor: '15' });
  for (const typed of [
    '3-1-1502',
    '311502',
    '3栋1单元1502',
    '３幢一单元１５０２室',
    '3 1 1502',
    '三栋一单元1502',
  ])
    expect(await codes(typed), typed).toEqual(['3-1-1502']);
  expect(await codes('1502')).toEqual(['1-3-1502', '3-1-1502', '3-2-1502']);
  expect(await codes('1-1502')).toEqual(['3-1-1502']);
  expect(await codes('3-')).toEqual(['3-1-1502', '3-2-1502']);
  expect(await codes('')).toEqual([]);
});

test('a unit is found by name, pinyin, initials and phone tail of who is in it; the hint has names and no phone', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, {
    building: '3',
    entrance: '1',
    unitNo: '1502',
    deskInstructions: '先联系管家',
  });
  await newParty(office, { name: '欧阳若兰', phone: '13912345678', unitId: unit.id, role: 'owner' });
  for (const typed of ['欧阳', 'ouyang', 'oyrl', '5678'])
    expect(await codes(typed), typed).toEqual(['3-1-1502']);
  const [found] = must(await office.as('gateGuard').units.suggest({ typed: '1502' }));
  expect(found).toMatchObject({
    id: unit.id,
    label: '3-1-1502',
    hint: '欧阳若兰',
    occupancyState: 'vacant',
    deskInstructions: '先联系管家',
  });
});

test('a person is told apart by units and the masked phone; those of the unit come first; the gate sees no phone', async () => {
  office = await quickOffice();
  const here = await newUnit(office, { building: '1', unitNo: '101' });
  const there = await newUnit(office, { building: '1', unitNo: '102' });
  const first = await newParty(office, {
    name: '王芳',
    phone: '13900001111',
    unitId: here.id,
    role: 'owner',
  });
  office.pass(1);
  const second = await newParty(office, {
    name: '王芳',
    phone: '13900002222',
    unitId: there.id,
    role: 'tenant',
  });
  const desk = office.as('receptionist');
  const found = must(await desk.parties.suggest({ typed: 'wf', unitId: here.id }));
  expect(found.map((party) => party.id)).toEqual([first.id, second.id]);
  expect(found[0]).toMatchObject({ name: '王芳', hint: '1-101 · 139****1111', unitIds: [here.id] });
  expect(must(await desk.parties.suggest({ typed: '', unitId: there.id })).map((party) => party.id)).toEqual([
    second.id,
  ]);
  expect(must(await desk.parties.suggest({ typed: '1111' })).map((party) => party.id)).toEqual([first.id]);
  expect(must(await office.as('gateGuard').parties.suggest({ typed: '王芳' }))[0]?.hint).toBe('1-102');
});
