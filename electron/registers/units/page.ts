import type { UnitPage, UnitPerson } from '../../../shared/registers/units.page';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import type { HandlersFor } from '../handlers';
import { sectionsOf } from '../of-unit';
import { settingsOf } from '../office/settings';
import { unitOf } from './load';
import { readerOf } from './reader';
import { staysOf } from './stays';
import { grouped } from './who';

/** One unit on one page (S33): people, documents, cars, history, and what every other register knows of it. */

/** Happenings of the unit's history on its page; the whole story stands behind the entry. */
const HISTORY = 12;

export const page: HandlersFor<'units'>['page'] = async ({ id }, { db, actor, now, door }) => {
  const unit = await unitOf(db, id);
  const reader = readerOf(actor);
  const settings = await settingsOf(db);
  const filed = await db
    .selectFrom('unit_documents')
    .selectAll()
    .where('unitId', '=', id)
    .where('state', '=', 'onFile')
    .execute();
  const cars = await db
    .selectFrom('vehicles')
    .leftJoin('parking_spaces', 'parking_spaces.id', 'vehicles.spaceId')
    .innerJoin('parties', 'parties.id', 'vehicles.partyId')
    .selectAll('vehicles')
    .select(['parking_spaces.no as spaceNo', 'parties.name as partyName'])
    .where('vehicles.unitId', '=', id)
    .where('vehicles.state', '=', 'active')
    .execute();
  return {
    people: await peopleOf(db, id, reader.vip),
    documents: settings.units.documents.map((document) => ({
      ...document,
      filed: filed.find((row) => row.document === document.code) ?? null,
    })),
    vehicles: cars.map(({ sealed: _, ...car }) => car),
    spaces: await db
      .selectFrom('parking_spaces')
      .selectAll()
      .where('unitId', '=', id)
      .orderBy('no')
      .execute(),
    history: await historyOf(db, id, HISTORY),
    sections: await sectionsOf(db, door.rawReader, unit, actor, now),
  };
};

/** Everybody of a unit, the current ones first, phones masked. */
async function peopleOf(db: ReadDb, unitId: string, vip: boolean): Promise<UnitPerson[]> {
  const stays = await staysOf(db, 'unitId', unitId);
  if (stays.length === 0) return [];
  const ids = [...new Set(stays.map((stay) => stay.partyId))];
  const parties = await db.selectFrom('parties').selectAll().where('id', 'in', ids).execute();
  const members = await db
    .selectFrom('party_members')
    .selectAll()
    .where('partyId', 'in', ids)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
  const kin = grouped(members, (member) => member.partyId);
  return stays.flatMap((stay) => {
    const party = parties.find((row) => row.id === stay.partyId);
    if (!party) return [];
    return {
      ...stay,
      name: party.name ?? party.serialNo,
      serialNo: party.serialNo,
      phone: party.phone === null ? null : maskPhone(party.phone),
      kind: party.kind,
      vip: vip ? party.vip : null,
      members: (kin.get(party.id) ?? []).map((member) => ({
        name: member.name ?? '',
        kind: member.kind,
        relation: member.relation,
        phone: member.phone === null ? null : maskPhone(member.phone),
      })),
    };
  });
}

/** What happened to the unit, its stays, documents and spaces, newest first: 变更记录 of F41. */
export async function historyOf(db: ReadDb, unitId: string, limit: number): Promise<UnitPage['history']> {
  const stays = await db
    .selectFrom('occupancies')
    .innerJoin('parties', 'parties.id', 'occupancies.partyId')
    .select(['occupancies.id', 'parties.name as about'])
    .where('occupancies.unitId', '=', unitId)
    .execute();
  const documents = await db
    .selectFrom('unit_documents')
    .select(['id', 'document as about'])
    .where('unitId', '=', unitId)
    .execute();
  const about = new Map<string, string | null>(
    [...stays, ...documents].map((row) => [row.id, row.about ?? null]),
  );
  const of = (register: string, ids: readonly string[]) =>
    ids.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('journal')
          .select(['seq', 'at', 'actorName', 'op', 'entryId'])
          .where('register', '=', register)
          .where('entryId', 'in', ids)
          .where('entryVersion', '>', 0)
          .orderBy('seq', 'desc')
          .limit(limit)
          .execute();
  const lines = [
    ...(await of('units', [unitId])),
    ...(await of(
      'occupancies',
      stays.map((row) => row.id),
    )),
    ...(await of(
      'unitDocuments',
      documents.map((row) => row.id),
    )),
  ];
  return lines
    .sort((a, b) => b.seq - a.seq)
    .slice(0, limit)
    .map(({ entryId, ...line }) => ({ ...line, about: about.get(entryId) ?? null }));
}
