import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueGroups, openGroups, thingsToCount } from '../../../electron/registers/obligations';
import { settingsOf } from '../../../electron/registers/office/settings';
import { addDays, dayOf, isoOf, msOf } from '../../../shared/dates';
import { must, type TestOffice } from '../../support/office';
import { addTool, announce, fetched, keep, lend, quickOffice, touch, unitOf } from './support';

/** S13 with S17, S18, S20: what this room hands over to the next shift, and what is counted. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

it('hands over what is late, out or untold, each once, and counts what lies at the desk', async () => {
  const unitId = await unitOf(office);
  const late = await keep(office, { dueOn: dayOf(office.now()) });
  const umbrella = await addTool(office, { lendDays: 9, depositCents: 2000 });
  const out = await lend(office, umbrella.id, unitId, { depositCents: 2000, depositReceiptNo: 'YJ-1' });
  const trolley = await addTool(office);
  const overdue = await lend(office, trolley.id, unitId);
  await addTool(office, { kind: 'radio', toolNo: 'D1', name: '对讲机' });
  office.pass(24 * 60);
  const today = await keep(office, { dueOn: dayOf(office.now()) });
  must(
    await office
      .as('receptionist')
      .custodyItems.collect({ ...touch(today), ...fetched(office, { quantity: 1 }) }),
  );
  const move = await announce(office, unitId, { moveOn: addDays(dayOf(office.now()), 3) });
  const look = {
    db: office.file.reader,
    now: office.now(),
    until: isoOf(msOf(office.now()) + 12 * 3_600_000),
    settings: await settingsOf(office.file.reader),
  };
  const ours = ({ register }: { register: string }) => /custodyItems|toolLoans|moveNotices/.test(register);
  const said = (groups: Awaited<ReturnType<typeof openGroups>>) =>
    groups
      .filter(ours)
      .map(({ register, label, matters }) => [
        `${register} ${label.split('.').at(-1)}`,
        ...matters.map((one) => one.entryId),
      ]);
  expect(said(await openGroups(look))).toEqual([
    ['custodyItems overdue', late.id],
    ['toolLoans overdue', overdue.id],
    ['toolLoans out', out.id],
    ['moveNotices toTell', move.id],
  ]);
  expect(said(await dueGroups(look))).toEqual([['custodyItems dueToday', today.id]]);
  const things = await thingsToCount(look);
  const count = (code: string) => things.find((thing) => thing.code === code);
  expect(count('custodyItems')).toMatchObject({
    expected: 3,
    numbers: [{ no: late.serialNo }, { no: today.serialNo }],
  });
  expect(count('tools/tool')).toMatchObject({ expected: 0, out: 2 });
  expect(count('tools/radio')).toMatchObject({ expected: 1, out: 0, numbers: [{ no: 'D1' }] });
  expect(count('toolDeposits')).toMatchObject({ expected: 2000, measure: 'cents' });
});
