import { addDays, dayOf } from '../../../shared/dates';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { filingOf, unitCounts, unitListPage } from './filter';
import { toUnitLines } from './lines';
import { unitOf } from './load';
import { actsOnUnit } from './next';
import { readerOf } from './reader';
import { staysInUnits } from './who';

/** Reading the unit register. */

type Ops = HandlersFor<'units'>;

export const list: Ops['list'] = async ({ filter, after, limit }, { db, door, now, actor }) =>
  unitListPage(db, door.rawReader, filter, after ?? null, limit, now, await settingsOf(db), readerOf(actor));

export const counts: Ops['counts'] = async (_, { db, now }) => unitCounts(db, await settingsOf(db), now);

export const filing: Ops['filing'] = async (_, { db, now }) => filingOf(db, await settingsOf(db), now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await unitOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toUnitLines(db, [row], settings, readerOf(actor));
  const until = addDays(dayOf(now), settings.units.leaseWarnDays);
  const ending = (await staysInUnits(db, [id])).some(
    (stay) => stay.leaseUntilOn !== null && stay.leaseUntilOn <= until,
  );
  return {
    entry: line!,
    story: await storyOf(db, 'units', id),
    next: actsOnUnit(row, actor),
    freeUntil: await freeUntil(db, 'units', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...(line!.missing.length > 0 ? ['incomplete'] : []),
      ...(ending && row.state === 'active' ? ['leaseEnding'] : []),
      ...(await correctionWarnings(db, 'units', row, settings.limits)),
    ],
  };
};

/** See `units.areas`. */
export const areas: Ops['areas'] = async (_, { db }) => {
  const rows = await db.selectFrom('areas').selectAll().orderBy('name').execute();
  const sizes = await db
    .selectFrom('units')
    .select(['areaId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('state', '=', 'active')
    .where('areaId', 'is not', null)
    .groupBy('areaId')
    .execute();
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name', 'roles'])
    .where('active', '=', 1)
    .execute();
  const buildings = await db
    .selectFrom('units')
    .select('building')
    .distinct()
    .where('state', '=', 'active')
    .orderBy('building')
    .execute();
  return {
    areas: rows.map((row) => ({ ...row, units: sizes.find((size) => size.areaId === row.id)?.n ?? 0 })),
    stewards: staff
      .filter((person) => (JSON.parse(person.roles) as string[]).includes('csSteward'))
      .map(({ id, name }) => ({ id, name })),
    buildings: buildings.map((row) => row.building),
  };
};
