import { sql } from 'kysely';
import { addDays, instantOf } from '../../shared/dates';
import { NUMBERED, type NumberedRegister } from '../../shared/ids';
import type { Matter, MatterGroup, Thing } from '../../shared/registers/obligations';
import { countBranches, pageSql } from '../entries/listing';
import type { Look, MatterSource, Obligations } from '../entries/obligation';
import { accessCardObligations } from './access-cards/obligations';
import { broadcastObligations } from './broadcasts/obligations';
import { businessCentreObligations } from './business-centre/obligations';
import { contactObligations } from './contacts/obligations';
import { custodyObligations } from './custody/obligations';
import { customObligations } from './custom/obligations';
import { diaryObligations } from './diaries/obligations';
import { dutyLogObligations } from './duty-log/obligations';
import { foundItemObligations } from './found-items/obligations';
import { goodsReleaseObligations } from './goods-releases/obligations';
import { handoverObligations } from './handovers/obligations';
import { keyDeskObligations } from './key-desk/obligations';
import { keyObligations } from './keys/obligations';
import { mailObligations } from './mail/obligations';
import { meetingObligations } from './meetings/obligations';
import { noticeObligations } from './notices/obligations';
import { rosterObligations } from './rosters/obligations';
import { BOOKS } from './search/books';
import { signedPaperObligations } from './signed-papers/obligations';
import { visitObligations } from './visits/obligations';

/**
 * What each room leaves open for the next shift: LIST of the rooms, in the order of the handover sheet (S13, F19). A room is
 * one line here and one file `<room>/obligations.ts`. Reads are capped and go by the rooms' own indexes, so that a draft
 * stays fast however many lines the books hold (desk-practice.md §4: three seconds).
 */
const ROOMS: readonly Obligations[] = [
  keyDeskObligations,
  keyObligations,
  visitObligations,
  mailObligations,
  contactObligations,
  goodsReleaseObligations,
  foundItemObligations,
  accessCardObligations,
  custodyObligations,
  businessCentreObligations,
  noticeObligations,
  broadcastObligations,
  customObligations,
  handoverObligations,
  dutyLogObligations,
  diaryObligations,
  meetingObligations,
  rosterObligations,
  signedPaperObligations,
];

/** Matters of one kind that are listed one by one, the oldest first; the rest is counted. */
const MOST_LISTED = 100;
/** Counted no further ("1000+", speed.md §1). */
const MOST_COUNTED = 1000;

/** Everything open, kinds without a matter left out. */
export const openGroups = (look: Look): Promise<MatterGroup[]> =>
  groupsOf(
    ROOMS.flatMap((room) => room.open ?? []),
    look,
  );

/** What the clock asks for before `look.until`. */
export const dueGroups = (look: Look): Promise<MatterGroup[]> =>
  groupsOf(
    ROOMS.flatMap((room) => room.due ?? []),
    look,
  );

/** What can be counted by hand now. */
export async function thingsToCount(look: Look): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const room of ROOMS) things.push(...((await room.things?.(look)) ?? []));
  return things;
}

async function groupsOf(sources: readonly MatterSource[], look: Look): Promise<MatterGroup[]> {
  const groups: MatterGroup[] = [];
  for (const source of sources) {
    const group = await groupOf(source, look);
    if (group.total > 0) groups.push(group);
  }
  return groups;
}

interface Found {
  id: string;
  since: string;
  owner: string | null;
  due: string | null;
}

async function groupOf(source: MatterSource, look: Look): Promise<MatterGroup> {
  const { register, label, table } = source;
  const branches = await source.branches(look);
  const columns = sql`id, ${sql.ref(source.since)} as since, ${sql.ref(source.owner)} as owner,
    ${source.due ? sql.ref(source.due) : sql`null`} as due`;
  const listing = { table, at: source.since, order: 'asc' } as const;
  const found: Found[] = [];
  for (const branch of branches) {
    const { rows } = await pageSql<Found>(listing, branch, null, MOST_LISTED, columns).execute(look.db);
    found.push(...rows);
  }
  found.sort((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
  const listed = found.slice(0, MOST_LISTED);
  const counted =
    found.length < MOST_LISTED
      ? found.length
      : await countBranches(look.db, table, branches, MOST_COUNTED + 1);
  return {
    register,
    label,
    total: Math.min(counted, MOST_COUNTED),
    more: counted > MOST_COUNTED,
    matters: await worded(source, listed, look),
  };
}

/** The rows in the omni-box's words; a row without words is left out. */
async function worded(source: MatterSource, found: readonly Found[], look: Look): Promise<Matter[]> {
  if (found.length === 0) return [];
  const ids = found.map((row) => row.id);
  const book = isNumbered(source.register) ? BOOKS[source.register] : null;
  const read = source.briefs ?? book?.briefs;
  if (!read) throw new Error(`obligations of ${source.register} have no words`);
  const briefs = new Map((await read(look.db, ids, look.now)).map((brief) => [brief.entryId, brief]));
  return found.flatMap((row) => {
    const brief = briefs.get(row.id);
    if (!brief) return [];
    const { entryId, serialNo, title, detail, state } = brief;
    return {
      entryId,
      serialNo: serialNo || null,
      title,
      detail,
      state,
      since: row.since,
      dueAt: row.due,
      owner: row.owner,
      late: isLate(source, row, look),
    };
  });
}

const isNumbered = (register: string): register is NumberedRegister => register in NUMBERED;

/** Past its time; a day is over when the next one begins. */
function isLate(source: MatterSource, { since, due }: Found, look: Look): boolean {
  if (source.late === 'always' || (source.late && since < source.late(look))) return true;
  if (due === null) return false;
  return (due.length === 10 ? instantOf(addDays(due, 1)) : due) <= look.now;
}
