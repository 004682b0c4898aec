import { afterEach, expect, test } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { expectLast, journalOf, quickOffice, touch } from '../../support/quick';
import { newParty, newUnit } from './support';

let office: TestOffice;
afterEach(() => office?.close());

const TODAY = '2026-11-21';
const unitOf = async (id: string) => must(await office.as('csSupervisor').units.entry({ id }));

test('a unit comes on the books once: number, code, label; what contradicts itself is refused', async () => {
  office = await quickOffice();
  const done = await newUnit(office, {
    building: '3',
    entrance: '1',
    unitNo: '1502',
    builtAreaHundredthsM2: 8950,
  });
  expect(done).toMatchObject({ serialNo: 'FC202611-0001', code: '3-1-1502', version: 1 });
  expect(journalOf(office, done.id)).toEqual(['units.register/CREATE']);
  const desk = office.as('receptionist');
  const again = await desk.units.register({ building: '3', entrance: '1', unitNo: '1502' });
  expect(refusal(again)).toBe('units.codeTaken');
  const early = await desk.units.register({
    building: '4',
    unitNo: '101',
    occupancyState: 'unsold',
    handedOverOn: '2026-01-01',
  });
  expect(refusal(early)).toBe('units.notHandedOver');
  const sizes = await desk.units.register({
    building: '4',
    unitNo: '101',
    builtAreaHundredthsM2: 5000,
    usableAreaHundredthsM2: 6000,
  });
  expect(refusal(sizes)).toBe('units.areaSizes');
  expect(refusal(await office.as('gateGuard').units.register({ building: '4', unitNo: '1' }))).toBe(
    'notAllowed',
  );
});

test('occupancy follows its chart; hand-over comes first and starts K2', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, { occupancyState: 'soldNotHanded' });
  const desk = office.as('receptionist');
  const lived = { ...touch(unit), occupancyState: 'occupied' as const, since: TODAY };
  expect(refusal(await desk.units.changeOccupancy(lived))).toBe('units.handOverFirst');
  expect(must(await desk.units.filing({}))).toEqual({ handedOver: 0, complete: 0 });
  const handed = must(
    await desk.units.handOver({ ...touch(unit), handedOverOn: '2026-11-20', occupancyState: 'vacant' }),
  );
  expectLast(office, unit.id, 'units.handOver/CHANGE');
  expect(must(await desk.units.filing({}))).toEqual({ handedOver: 1, complete: 0 });
  const moved = must(
    await desk.units.changeOccupancy({ ...touch(handed), occupancyState: 'fitOut', since: TODAY }),
  );
  const back = { ...touch(moved), occupancyState: 'unsold' as const, since: TODAY };
  expect(refusal(await desk.units.changeOccupancy(back))).toBe('units.wrongOccupancy');
  const ahead = await desk.units.changeOccupancy({
    ...touch(moved),
    occupancyState: 'let',
    since: '2026-11-22',
  });
  expect(ahead).toMatchObject({
    ok: false,
    error: { kind: 'invalid', fields: { since: { code: 'time.future' } } },
  });
  expect((await unitOf(unit.id)).entry).toMatchObject({
    occupancyState: 'fitOut',
    handedOverOn: '2026-11-20',
  });
});

test('area and steward: a steward keeps his own area and only reads the others', async () => {
  office = await quickOffice();
  const boss = office.as('csSupervisor');
  const mine = office.actor('csSteward');
  const area = must(await boss.units.addArea({ name: '一期', stewardId: mine.staffId }));
  expect(refusal(await boss.units.addArea({ name: '一期' }))).toBe('units.areaTaken');
  const unit = await newUnit(office, { areaId: area.id });
  const other = await newUnit(office, { unitNo: '1503', stewardId: office.actor('csSteward', true).staffId });
  const steward = office.as('csSteward');
  must(await steward.units.amend({ ...touch(unit), field: 'deskInstructions', value: '先电话联系业主' }));
  expect(refusal(await steward.units.amend({ ...touch(other), field: 'name', value: '茶馆' }))).toBe(
    'units.otherArea',
  );
  const given = must(await boss.units.assign({ ...touch(other), areaId: area.id, stewardId: null }));
  must(await steward.units.amend({ ...touch(given), field: 'name', value: '茶馆' }));
  const known = must(await boss.units.areas({}));
  expect(known.areas).toMatchObject([{ name: '一期', stewardName: mine.name, units: 2 }]);
  expect(known.stewards.map((one) => one.name)).toContain(mine.name);
  const closed = await boss.units.changeArea({ ...touch(area), name: '一期', active: false });
  expect(refusal(closed)).toBe('units.areaInUse');
  must(await boss.units.changeArea({ ...touch(area), name: '一期东区' }));
  expect((await unitOf(unit.id)).entry).toMatchObject({ areaName: '一期东区', keeperName: null });
  expect(must(await boss.units.counts({})).noSteward).toBe(2);
});

test('corrections strike through, amendments keep both in the story', async () => {
  office = await quickOffice();
  const unit = await newUnit(office, { layout: '两室一厅' });
  office.pass(10);
  const boss = office.as('csSupervisor');
  const wrong = { ...touch(unit), field: 'code' as const, value: '3栋 2单元 1502' };
  expect(refusal(await boss.units.correct(wrong))).toBe('entry.reasonMissing');
  const right = must(await boss.units.correct({ ...wrong, reason: '写错单元' }));
  const { entry, story } = await unitOf(unit.id);
  expect(entry).toMatchObject({
    code: '3-2-1502',
    codeKey: '321502',
    strikes: [{ field: 'code', old: '3-1502' }],
  });
  expect(must(await boss.units.suggest({ typed: '321502' }))).toHaveLength(1);
  const amended = must(
    await boss.units.amend({ ...touch(right), field: 'meters', value: '{"water":"S-2231"}' }),
  );
  expect(
    refusal(await boss.units.amend({ ...touch(amended), field: 'meters', value: '{"water":"S-2231"}' })),
  ).toBe('entry.unchanged');
  expect(story.at(-1)).toMatchObject({ kind: 'CORRECT' });
  expect((await unitOf(unit.id)).entry.strikes).toHaveLength(1);
  const area = await boss.units.correct({
    ...touch(amended),
    field: 'builtAreaHundredthsM2',
    value: '一百',
    reason: '量错',
  });
  expect(area).toMatchObject({ ok: false, error: { kind: 'invalid' } });
});

test('a unit leaves the books only when nobody is in it', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  await newParty(office, { unitId: unit.id, role: 'owner' });
  const boss = office.as('csSupervisor');
  expect(refusal(await boss.units.retire({ ...touch(unit), reason: '合并' }))).toBe('units.stillLivedIn');
  expect(refusal(await boss.units.void({ ...touch(unit), reason: '写错' }))).toBe('units.stillLivedIn');
  const empty = await newUnit(office, { unitNo: '1503' });
  const retired = must(await boss.units.retire({ ...touch(empty), reason: '与 1502 合并' }));
  expect(refusal(await boss.units.amend({ ...touch(retired), field: 'name', value: '甲' }))).toBe(
    'units.wrongState',
  );
  const back = must(await boss.units.restore({ ...touch(retired), reason: '又拆开' }));
  must(await boss.units.void({ ...touch(back), reason: '重复登记' }));
  expectLast(office, empty.id, 'units.void/VOID');
  // The number is free again for the right line.
  await newUnit(office, { unitNo: '1503' });
  expect(refusal(await office.as('receptionist').units.retire({ ...touch(unit), reason: '合并' }))).toBe(
    'notAllowed',
  );
});

test('documents on file make the file complete (K2)', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  const desk = office.as('receptionist');
  expect((await unitOf(unit.id)).warnings).toContain('incomplete');
  const codes = (await unitOf(unit.id)).entry.missing;
  expect(codes).toHaveLength(6);
  expect(refusal(await desk.units.fileDocument({ unitId: unit.id, document: 'poem', filedOn: TODAY }))).toBe(
    'units.unknownDocument',
  );
  const filed = [];
  for (const document of codes)
    filed.push(must(await desk.units.fileDocument({ unitId: unit.id, document, filedOn: TODAY })));
  const [first] = filed;
  expect(
    refusal(await desk.units.fileDocument({ unitId: unit.id, document: codes[0]!, filedOn: TODAY })),
  ).toBe('units.alreadyFiled');
  expect(must(await desk.units.filing({}))).toEqual({ handedOver: 1, complete: 1 });
  expect(must(await desk.units.counts({})).incomplete).toBe(0);
  const out = must(await desk.units.withdrawDocument({ ...touch(first!), reason: '借出复印' }));
  expect(
    refusal(await desk.units.withdrawDocument({ id: out.id, version: out.version, reason: '再取' })),
  ).toBe('units.notOnFile');
  expect((await unitOf(unit.id)).entry.missing).toEqual([codes[0]]);
  must(await desk.units.fileDocument({ unitId: unit.id, document: codes[0]!, copies: 2, filedOn: TODAY }));
  const { documents, history } = must(await desk.units.page({ id: unit.id }));
  expect(documents.find((one) => one.code === codes[0])?.filed).toMatchObject({ copies: 2, version: 3 });
  expect(documents.find((one) => one.code === 'fitOut')).toMatchObject({ mandatory: false, filed: null });
  expect(history[0]).toMatchObject({ op: 'units.fileDocument', about: codes[0] });
});

test('the list goes by number as people count, filters, and tells the gate name and unit only', async () => {
  office = await quickOffice();
  for (const unitNo of ['1502', '202', '1101'])
    await newUnit(office, { unitNo, note: '漏水', builtAreaHundredthsM2: 9000 });
  await newUnit(office, {
    building: '2',
    unitNo: 'S1',
    use: 'shop',
    name: '老街茶馆',
    occupancyState: 'let',
  });
  const list = async (filter: object, role: 'receptionist' | 'gateGuard' = 'receptionist') =>
    must(await office.as(role).units.list({ filter })).rows;
  expect((await list({})).map((row) => row.code)).toEqual(['2-S1', '3-202', '3-1101', '3-1502']);
  expect((await list({ uses: ['shop'] })).map((row) => row.name)).toEqual(['老街茶馆']);
  expect((await list({ occupancyStates: ['let', 'vacant'], building: '2' })).map((row) => row.code)).toEqual([
    '2-S1',
  ]);
  expect((await list({ search: 'ljcg' })).map((row) => row.code)).toEqual(['2-S1']);
  expect(await list({ need: 'incomplete' })).toHaveLength(4);
  const page = must(await office.as('receptionist').units.list({ filter: {}, limit: 3 }));
  const rest = must(await office.as('receptionist').units.list({ filter: {}, limit: 3, after: page.next }));
  expect(rest.rows.map((row) => row.code)).toEqual(['3-1502']);
  const [gate] = await list({ building: '3' }, 'gateGuard');
  expect(gate).toMatchObject({ note: null, builtAreaHundredthsM2: null, missing: [] });
  expect(refusal(await office.as('gateGuard').units.entry({ id: gate!.id }))).toBe('notAllowed');
});

test('another reader ends the free window', async () => {
  office = await quickOffice();
  const unit = await newUnit(office);
  must(await office.as('csSupervisor').units.markSeen({ id: unit.id }));
  const late = await office.as('receptionist').units.correct({ ...touch(unit), field: 'floor', value: '15' });
  expect(refusal(late)).toBe('entry.reasonMissing');
});
