import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueGroups, openGroups, thingsToCount } from '../../electron/registers/obligations';
import { settingsOf } from '../../electron/registers/office/settings';
import { isoOf, msOf } from '../../shared/dates';
import { must, type TestOffice } from '../support/office';
import { register, umbrella } from './found-items/support';
import { cabinet, deskOffice, engineer, inBag, issued, key } from './key-desk/support';
import { arrive, cards, friend, unit } from './visits/support';

/** What the rooms leave open for the next shift, and what can be counted (S13, desk-practice.md §2.9). */
let office: TestOffice;
beforeEach(async () => {
  office = await deskOffice();
});
afterEach(() => office.close());

const look = async (hours = 12) => ({
  db: office.file.reader,
  now: office.now(),
  until: isoOf(msOf(office.now()) + hours * 3_600_000),
  settings: await settingsOf(office.file.reader),
});
const open = async () =>
  Object.fromEntries((await openGroups(await look())).map((group) => [group.label.split(':')[1], group]));

describe('open matters', () => {
  it('of an empty office are none', async () => {
    expect(await openGroups(await look())).toEqual([]);
    expect(await dueGroups(await look())).toEqual([]);
  });

  it('name the entry, since when, whose and whether it is late', async () => {
    const room = await key(office, await cabinet(office), 'plant');
    const [loan] = await issued(office, engineer(room.id));
    expect((await open())['need.keyLoans.out']?.matters).toEqual([
      expect.objectContaining({
        entryId: loan!.id,
        serialNo: loan!.serialNo,
        title: `${room.keyNo} ${room.label}`,
        owner: office.actor('receptionist').name,
        late: false,
      }),
    ]);
    expect((await dueGroups(await look())).map((group) => group.label)).toEqual([
      'key-desk:need.keyLoans.dueToday',
    ]);
    office.pass(24 * 60);
    const late = await open();
    expect(late['need.keyLoans.out']).toBeUndefined();
    expect(late['need.keyLoans.overdue']?.matters[0]).toMatchObject({ entryId: loan!.id, late: true });
    expect(await dueGroups(await look())).toEqual([]);
  });

  it('come from every room and go when the work is done', async () => {
    const item = await register(office, umbrella(office));
    const visit = await arrive(office, friend(await unit(office)));
    const before = await open();
    expect(before['need.foundItems.notify']).toMatchObject({ register: 'foundItems', total: 1 });
    expect(before['need.visits.in']).toMatchObject({ register: 'visits', total: 1, more: false });
    must(
      await office.as('receptionist').foundItems.notifyPartyA({
        id: item.id,
        version: item.version,
        contact: '甲方值班',
        at: office.now(),
        how: '电话',
      }),
    );
    must(await office.as('receptionist').visits.leave({ id: visit.id, version: visit.version }));
    expect(Object.keys(await open())).toEqual(['need.foundItems.partyA']);
  });

  it('are listed up to a hundred and counted on', async () => {
    for (let n = 0; n < 103; n += 1) await register(office, umbrella(office, { name: `雨伞${n}` }));
    const group = (await open())['need.foundItems.notify'];
    expect(group).toMatchObject({ total: 103, more: false });
    expect(group?.matters).toHaveLength(100);
  });
});

describe('things to count', () => {
  it('are what the books say stands here, with its numbers', async () => {
    const drawer = await cabinet(office);
    const room = await key(office, drawer, 'plant');
    const lent = await key(office, drawer, 'plant');
    await key(office, drawer, 'plant', inBag(office));
    await issued(office, engineer(lent.id));
    await cards(office, 3);
    await register(office, umbrella(office));
    const things = await thingsToCount(await look());
    const brief = things.map(({ code, expected, out, numbers }) => [
      code.split('/')[0],
      expected,
      out,
      numbers.length,
    ]);
    // What stands at the desk whatever the books say follows.
    expect(brief.slice(0, 4)).toEqual([
      ['cabinet', 1, 1, 1],
      ['sealBags', 1, 0, 1],
      ['visitorPasses', 3, 0, 3],
      ['foundItems', 1, 0, 1],
    ]);
    expect(things[0]!.numbers).toEqual([{ no: room.keyNo, scanCode: room.scanCode }]);
  });
});
