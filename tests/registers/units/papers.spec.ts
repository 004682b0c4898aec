import { afterEach, expect, test } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';
import { newParty, newUnit } from './support';

let office: TestOffice;
afterEach(() => office?.close());

const prepared = async (request: {
  form: 'F41' | 'F42' | 'F48' | 'unitLabel';
  entryId?: string;
  blank?: boolean;
  lang?: 'en';
}) => must(await office.as('csSupervisor').prints.prepare(request));

test('F41, F42, F48 and the label say what the books say, phones and papers masked, in both languages', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, {
    building: '3',
    entrance: '1',
    builtAreaHundredthsM2: 8950,
    layout: '两室一厅',
    meters: { water: 'W-1' },
  });
  const party = await newParty(office, {
    name: '欧阳若兰',
    phone: '13800138000',
    document: '440106199001011234',
    unitId: unit.id,
    role: 'owner',
  });
  const desk = office.as('receptionist');
  must(await desk.units.fileDocument({ unitId: unit.id, document: 'convention', filedOn: '2026-11-20' }));
  must(
    await desk.parties.addMember({
      partyId: party.id,
      kind: 'emergency',
      name: '欧阳父',
      relation: '父亲',
      phone: '13900001111',
    }),
  );
  const space = must(await desk.units.addSpace({ no: 'B1-12', kind: 'rented', monthlyFeeCents: 30_000 }));
  must(await desk.units.assignSpace({ ...space, unitId: unit.id, partyId: party.id, fromOn: '2026-11-01' }));
  must(
    await desk.parties.addVehicle({
      partyId: party.id,
      unitId: unit.id,
      spaceId: space.id,
      plate: '粤I8K123',
      brand: '比亚迪',
    }),
  );

  const card = JSON.stringify(await prepared({ form: 'F41', entryId: unit.id }));
  for (const text of [
    '房屋档案卡',
    '3-1-1502',
    '89.50 ㎡',
    '欧阳若兰',
    '水 W-1',
    '业主公约',
    '文件归档：业主公约',
    '登记房产',
  ])
    expect(card, text).toContain(text);
  const file = JSON.stringify(await prepared({ form: 'F42', entryId: party.id }));
  for (const text of [
    '业主(住户)档案登记表',
    '138****8000',
    '440106********1234',
    '欧阳父',
    '139****1111',
    '粤I8K123',
    '☑ 业主公约',
    '□ 消防安全责任书',
  ])
    expect(file, text).toContain(text);
  expect(file).not.toMatch(/13800138000|13900001111|440106199001011234/);
  const ledger = JSON.stringify(await prepared({ form: 'F48' }));
  for (const text of ['车位台账', 'B1-12', '欧阳若兰', '粤I8K123', '比亚迪', '3-1-1502', '300.00'])
    expect(ledger, text).toContain(text);
  const label = JSON.stringify(await prepared({ form: 'unitLabel', entryId: unit.id }));
  expect(label).toContain('3-1-1502');
  expect(label).not.toContain('欧阳');
  for (const form of ['F41', 'F42', 'F48'] as const) {
    const blank = JSON.stringify(await prepared({ form, blank: true, lang: 'en' }));
    expect(blank).not.toMatch(/units:|欧阳/);
    expect(refusal(await office.as('gateGuard').prints.prepare({ form, blank: true }))).toBe('notAllowed');
  }
});

test('the month of units is exported masked; the export is a journal event', async () => {
  office = await quickOffice();
  const job = 'job';
  const none = await office
    .as('receptionist')
    .exports.save({ register: 'units', filter: {}, format: 'csv', job });
  expect(refusal(none)).toBe('notAllowed');
});
