import { afterEach, expect, test } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { quickOffice, touch } from '../../support/quick';
import { newParty, newUnit } from './support';

let office: TestOffice;
afterEach(() => office?.close());

test('a parking space is given, taken back, put out of use; its number is there once', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  const party = await newParty(office, { name: '周敏', unitId: unit.id, role: 'owner' });
  const desk = office.as('receptionist');
  const space = must(await desk.units.addSpace({ no: 'B1-102', kind: 'rented', place: '地下一层' }));
  must(await desk.units.addSpace({ no: 'B1-12', kind: 'visitor' }));
  expect(refusal(await desk.units.addSpace({ no: 'B1-102', kind: 'owned' }))).toBe('units.spaceTaken');
  const give = { ...touch(space), fromOn: '2026-11-01' };
  expect(refusal(await desk.units.assignSpace(give))).toBe('units.spaceForNobody');
  const given = must(
    await desk.units.assignSpace({ ...give, unitId: unit.id, partyId: party.id, untilOn: '2027-10-31' }),
  );
  expect(
    refusal(await desk.units.assignSpace({ ...touch(given), unitId: unit.id, fromOn: '2026-11-02' })),
  ).toBe('units.wrongSpaceState');
  must(
    await office
      .as('receptionist')
      .parties.addVehicle({ partyId: party.id, unitId: unit.id, spaceId: space.id, plate: '粤I8K123' }),
  );
  const all = must(await desk.units.spaces({}));
  expect(all.map((row) => row.no)).toEqual(['B1-12', 'B1-102']);
  expect(all[1]).toMatchObject({
    unitCode: '3-1502',
    partyName: '周敏',
    plates: ['粤I8K123'],
    state: 'assigned',
  });
  expect(must(await desk.units.spaces({ typed: '8k123' })).map((row) => row.no)).toEqual(['B1-102']);
  expect(must(await desk.units.spaces({ unitId: unit.id }))).toHaveLength(1);
  const fee = must(
    await desk.units.changeSpace({
      ...touch(given),
      no: 'B1-102',
      kind: 'rented',
      place: '地下一层',
      monthlyFeeCents: 30_000,
    }),
  );
  const same = {
    ...touch(fee),
    no: 'B1-102',
    kind: 'rented' as const,
    place: '地下一层',
    monthlyFeeCents: 30_000,
  };
  expect(refusal(await desk.units.changeSpace(same))).toBe('entry.unchanged');
  const free = must(await desk.units.freeSpace({ ...touch(fee), reason: '退租' }));
  const out = must(await desk.units.retireSpace({ ...touch(free), reason: '改为设备间' }));
  expect(refusal(await desk.units.retireSpace({ ...touch(out), reason: '再停用' }))).toBe(
    'units.wrongSpaceState',
  );
  must(await desk.units.freeSpace(touch(out)));
  expect(refusal(await office.as('gateGuard').units.spaces({}))).toBe('notAllowed');
});
