import { DAY_MS, msOf } from '../../../shared/dates';
import { SLIP_OUT } from '../../../shared/registers/goods-releases.row';
import type { Settings } from '../../../shared/registers/office';
import { RELEASE_REQUEST_OPEN } from '../../../shared/registers/release-requests.row';
import type { StoryLine } from '../../../shared/registers/shapes';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { GoodsReleasesTable, ReleaseRequestsTable } from '../../db/tables';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { needCounts, releasePage } from './filter';
import { isExpired, releaseLines, requestLines } from './lines';
import { releaseOf, requestOf } from './load';
import { actsOn, actsOnRequest } from './next';

/** Reading the release desk; and the looks behind the masks, which are journal events (trust.md C6). */

type Slips = HandlersFor<'goodsReleases'>;
type Requests = HandlersFor<'releaseRequests'>;

export const list: Slips['list'] = ({ filter, after, limit }, { db, now, door }) =>
  releasePage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Slips['counts'] = (_, { db, now }) => needCounts(db, now);

export const entry: Slips['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await releaseOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await releaseLines(db, [row], now, settings);
  return {
    entry: line!,
    story: await wholeStory(db, row),
    next: actsOn(row, actor, now),
    freeUntil: await freeUntil(db, 'goodsReleases', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...waitingFor(row, settings, now),
      ...(line!.arrears === 'exists' ? ['arrears'] : []),
      ...(await correctionWarnings(db, 'goodsReleases', row, settings.limits)),
    ],
  };
};

/** Application and slip are one story to whoever reads it. */
async function wholeStory(db: ReadDb, row: GoodsReleasesTable): Promise<StoryLine[]> {
  // The issue is the slip's own line; the application's says the same of the same moment.
  const asked = (await storyOf(db, 'releaseRequests', row.requestId)).filter(
    ({ op }) => !op.startsWith('goodsReleases.'),
  );
  const lines = [...asked, ...(await storyOf(db, 'goodsReleases', row.id))];
  return lines.sort((a, b) => a.seq - b.seq);
}

/** What the page says on top; keys below `goods-releases:warning.goodsReleases.`. */
function waitingFor(row: GoodsReleasesTable, { release }: Settings, now: string): string[] {
  const out = SLIP_OUT.includes(row.state);
  const all: [warning: string, holds: boolean][] = [
    ['expired', isExpired(row, now)],
    ['mismatch', row.state === 'mismatch'],
    ['slipOut', out && msOf(now) - msOf(row.recordedAt) > release.slipBackDays * DAY_MS],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** Documents and the owner's phone in full, with the reason in the journal. */
export const unmask: Slips['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await releaseOf(db, id);
  const { handlerDocument, consentPhone } = await requestOf(db, row.requestId);
  const shown = { moverDocument: row.moverDocument, handlerDocument, consentPhone };
  const facts = { reason, fields: namesOf(shown) };
  journal.note('goodsReleases', id, { kind: 'UNMASK', facts }, row.serialNo);
  return shown;
};

const namesOf = (shown: Record<string, string | null>): string[] =>
  Object.keys(shown).filter((field) => shown[field] !== null);

const MOST_REQUESTS = 200;

export const listRequests: Requests['list'] = async ({ states }, { db }) => {
  const rows = await db
    .selectFrom('release_requests')
    .selectAll()
    .where('state', 'in', states?.length ? states : [...RELEASE_REQUEST_OPEN])
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_REQUESTS)
    .execute();
  return requestLines(db, rows);
};

export const requestEntry: Requests['entry'] = async ({ id }, { db, actor }) => {
  const row = await requestOf(db, id);
  const [line] = await requestLines(db, [row]);
  return {
    entry: line!,
    story: await storyOf(db, 'releaseRequests', id),
    next: actsOnRequest(row, actor),
    warnings: lacking(row),
  };
};

/** Keys below `goods-releases:warning.releaseRequests.`. */
function lacking(row: ReleaseRequestsTable): string[] {
  const open = RELEASE_REQUEST_OPEN.includes(row.state);
  const all: [warning: string, holds: boolean][] = [
    ['arrears', row.arrears === 'exists'],
    ['arrearsUnknown', open && row.arrears === 'unknown'],
    ['sentBack', open && row.state !== 'pending' && row.sentBackReason !== null],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** See `unmask`; for the approver who calls the owner back. */
export const unmaskRequest: Requests['unmask'] = async ({ id, reason }, { db, journal }) => {
  const { handlerDocument, consentPhone } = await requestOf(db, id);
  const shown = { handlerDocument, consentPhone };
  journal.note('releaseRequests', id, { kind: 'UNMASK', facts: { reason, fields: namesOf(shown) } });
  return shown;
};
