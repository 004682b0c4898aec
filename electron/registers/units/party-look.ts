import type { StoryLine } from '../../../shared/registers/shapes';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from './briefs';
import { maskedKin, toPartyLines } from './lines';
import { partyOf } from './load';
import { actsOnParty } from './next';
import { partyListPage } from './party-filter';
import { readerOf } from './reader';
import { staysOf } from './stays';

/** Reading the resident files. */

type Ops = HandlersFor<'parties'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, door, actor }) =>
  partyListPage(db, door.rawReader, filter, after ?? null, limit, readerOf(actor));

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await partyOf(db, id);
  const reader = readerOf(actor);
  const { limits } = await settingsOf(db);
  const [line] = await toPartyLines(db, [row], reader);
  const stays = await staysOf(db, 'partyId', id);
  const members = await membersOf(db, id);
  const vehicles = await vehiclesOf(db, id);
  const codes = await unitCodes(db, [
    ...stays.map((stay) => stay.unitId),
    ...vehicles.map((vehicle) => vehicle.unitId),
  ]);
  return {
    entry: line!,
    stays: stays.map((stay) => ({ ...stay, unitCode: codes.get(stay.unitId) ?? '' })),
    members: members.map(maskedKin),
    vehicles: vehicles.map((vehicle) => ({ ...vehicle, unitCode: codes.get(vehicle.unitId ?? '') ?? null })),
    story: forReader(await storyOf(db, 'parties', id), reader.vip),
    next: actsOnParty(
      row,
      stays.some((stay) => stay.state === 'current'),
      actor,
    ),
    freeUntil: await freeUntil(db, 'parties', row, actor?.staffId, limits, now),
    warnings: await correctionWarnings(db, 'parties', row, limits),
  };
};

/** Without the permit not even the story tells who is a VIP. */
function forReader(story: StoryLine[], vip: boolean): StoryLine[] {
  if (vip) return story;
  return story
    .filter((line) => line.op !== 'parties.markVip')
    .map((line) => {
      const { vip: _, ...set } = (line.change.set ?? {}) as Record<string, unknown>;
      return line.change.set ? { ...line, change: { ...line.change, set } } : line;
    });
}

/** Members of a party, those still here first; masked by the caller. */
async function membersOf(db: ReadDb, partyId: string) {
  const rows = await db.selectFrom('party_members').selectAll().where('partyId', '=', partyId).execute();
  return rows
    .map(({ sealed: _, ...row }) => row)
    .sort((a, b) => a.state.localeCompare(b.state) || a.id.localeCompare(b.id));
}

/** Vehicles of a party with their spaces, those still here first. */
async function vehiclesOf(db: ReadDb, partyId: string) {
  const rows = await db
    .selectFrom('vehicles')
    .leftJoin('parking_spaces', 'parking_spaces.id', 'vehicles.spaceId')
    .selectAll('vehicles')
    .select('parking_spaces.no as spaceNo')
    .where('vehicles.partyId', '=', partyId)
    .execute();
  return rows
    .map(({ sealed: _, ...row }) => row)
    .sort((a, b) => a.state.localeCompare(b.state) || a.id.localeCompare(b.id));
}
