import type { NumberedRegister } from '../../../shared/ids';
import { writingFits } from '../../../shared/registers/unit-code';
import type { ReadDb } from '../../db/context';
import { prepared } from '../../db/prepared';
import { type Found, find } from '../../db/search';
import { unitsByWriting } from './suggest';
import { staysOfParties } from './who';

/** How units come into the omni-box: by their number in any writing, and behind every person that is found. */

type Raw = Parameters<typeof find>[0];
/** Units shown for a number that several carry (1502 of every entrance). */
const MEANT = 5;
/** `writingFits` from which a writing is the unit's whole or own number, not the beginning of one. */
const OWN_NUMBER = 2;

/** The units a typed number means, as hits; none when the reader may not read units. */
export async function unitsMeant(
  db: ReadDb,
  raw: Raw,
  typed: string,
  registers: readonly NumberedRegister[],
): Promise<Found[]> {
  if (!registers.includes('units')) return [];
  const rows = await unitsByWriting(db, typed, MEANT);
  const meant = rows.filter((row) => writingFits(typed, row) >= OWN_NUMBER);
  return asFound(
    raw,
    meant.map((row) => row.id),
  );
}

/** Lines of a busy desk that may stand before the person they are about. */
const BEFORE_PEOPLE = 5;
/** Namesakes shown when the newest lines of other books would push them off the page. */
const PEOPLE = 3;

/** The hits with the residents among them, however many visits and loans carry the same name. */
export function peopleMeant(
  raw: Raw,
  typed: string,
  found: readonly Found[],
  registers: readonly NumberedRegister[],
): Found[] {
  if (!registers.includes('parties') || found.some((hit) => hit.register === 'parties')) return [...found];
  const people = find(raw, { typed, registers: ['parties'], limit: PEOPLE });
  return [...found.slice(0, BEFORE_PEOPLE), ...people, ...found.slice(BEFORE_PEOPLE)];
}

/** The hits with each person's present units right behind it: the page of the unit is one key away from a name, a phone or a plate. */
export async function withUnits(
  db: ReadDb,
  raw: Raw,
  found: readonly Found[],
  registers: readonly NumberedRegister[],
): Promise<Found[]> {
  const people = found.filter((hit) => hit.register === 'parties').map((hit) => hit.entryId);
  if (people.length === 0 || !registers.includes('units')) return [...found];
  const stays = await staysOfParties(db, people);
  const units = new Map(
    asFound(raw, [...new Set(stays.map((stay) => stay.unitId))]).map((hit) => [hit.entryId, hit]),
  );
  const shown = new Map<string, Found>();
  for (const hit of found) {
    shown.set(`${hit.register} ${hit.entryId}`, hit);
    for (const stay of stays) {
      const unit = stay.partyId === hit.entryId ? units.get(stay.unitId) : undefined;
      if (unit && !shown.has(`units ${unit.entryId}`)) shown.set(`units ${unit.entryId}`, unit);
    }
  }
  return [...shown.values()];
}

function asFound(raw: Raw, ids: readonly string[]): Found[] {
  const entry = prepared(
    raw,
    "SELECT id, register, entryId, words FROM search_entries WHERE register = 'units' AND entryId = ?",
  );
  return ids.flatMap((id) => (entry.get(id) as Found | undefined) ?? []);
}
