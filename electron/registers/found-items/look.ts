import { addDays, DAY_MS, dayOf, msOf } from '../../../shared/dates';
import { FOUND_ITEM_OPEN } from '../../../shared/registers/found-items.row';
import type { Settings } from '../../../shared/registers/office';
import { storyOf } from '../../db/story';
import type { FoundItemsTable } from '../../db/tables';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { foundItemPage, needCounts } from './filter';
import { toFoundItemLines } from './lines';
import { itemOf } from './load';
import { reportsFor } from './matching';
import { actsOn, lacksCountersign } from './next';
import { disposalDueOn } from './retention';

/** Reading the found-item book; and the two looks behind the masks, which are journal events (trust.md C6). */

type Ops = HandlersFor<'foundItems'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  foundItemPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => needCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await itemOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toFoundItemLines(db, [row], settings);
  return {
    entry: line!,
    story: await storyOf(db, 'foundItems', id),
    next: actsOn(row, actor),
    freeUntil: await freeUntil(db, 'foundItems', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...waitingFor(row, settings, now),
      ...(await correctionWarnings(db, 'foundItems', row, settings.limits)),
    ],
  };
};

export const matches: Ops['matches'] = async ({ id }, { db }) => reportsFor(db, await itemOf(db, id));

/** For the claim dialog only. */
export const revealFeatures: Ops['revealFeatures'] = async ({ id }, { db, journal }) => {
  const row = await itemOf(db, id);
  journal.note('foundItems', id, { kind: 'UNMASK', facts: { fields: ['verifyFeatures'] } }, row.serialNo);
  return { verifyFeatures: row.verifyFeatures };
};

const MASKED = ['finderPhone', 'claimantPhone', 'claimantDocument', 'collectorDocument'] as const;

/** Phones and documents in full, with the reason in the journal. */
export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await itemOf(db, id);
  const fields = MASKED.filter((field) => row[field] !== null);
  journal.note('foundItems', id, { kind: 'UNMASK', facts: { reason, fields } }, row.serialNo);
  return {
    finderPhone: row.finderPhone,
    claimantPhone: row.claimantPhone,
    claimantDocument: row.claimantDocument,
    collectorDocument: row.collectorDocument,
  };
};

/** What the entry page says on top; keys below `found-items:warning.`. */
function waitingFor(row: FoundItemsTable, { categories, limits }: Settings, now: string): string[] {
  const open = FOUND_ITEM_OPEN.includes(row.state);
  const due = disposalDueOn(row, categories);
  const age = (since: string): number => (msOf(now) - msOf(since)) / DAY_MS;
  const all: [warning: string, holds: boolean][] = [
    ['cosign', row.confirmer2How === 'pending' && row.state !== 'voided'],
    ['countersign', open && lacksCountersign(row)],
    ['notify', row.state === 'registered'],
    ['disposal', due !== null && due <= dayOf(now)],
    ['long', open && age(row.foundAt) > limits.openLongDays],
    [
      'noticeYear',
      open && row.noticePostedAt !== null && dayOf(now) >= addDays(dayOf(row.noticePostedAt), 365),
    ],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}
