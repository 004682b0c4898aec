import { monthSpan } from '../../../shared/dates';
import type { ContactLogLine } from '../../../shared/registers/contact-logs.row';
import type { StoryLine } from '../../../shared/registers/shapes';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { contactCounts, contactPage } from './filter';
import { toContactLines } from './lines';
import { contactFor, contactOf, onlyGate } from './load';
import { actsOn } from './next';

/** Reading the contact log, its rate (K1), and the look behind the mask, which is a journal event (trust.md C6). */

type Ops = HandlersFor<'contactLogs'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, actor, now, door }) =>
  contactPage(db, door.rawReader, filter, after ?? null, limit, { now, gateOnly: onlyGate(actor) });

export const counts: Ops['counts'] = (_, { db, actor, now }) => contactCounts(db, now, onlyGate(actor));

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await contactFor(db, id, actor);
  const settings = await settingsOf(db);
  const [line] = await toContactLines(db, [row], now, settings);
  return {
    entry: line!,
    story: await storyWithUnits(db, await storyOf(db, 'contactLogs', id)),
    next: actsOn(row, actor),
    freeUntil: await freeUntil(db, 'contactLogs', row, actor?.staffId, settings.limits, now),
    warnings: [...saidOf(line!), ...(await correctionWarnings(db, 'contactLogs', row, settings.limits))],
  };
};

/** What the page says on top; keys below `contacts:warning.contactLogs.`. */
function saidOf(line: ContactLogLine): string[] {
  const all: [warning: string, holds: boolean][] = [
    ['serious', line.serious === 1 && line.closedAt === null],
    ['toTakeOver', line.toTakeOver],
    ['overdue', line.overdue],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** The story with units by their code: a correction of the unit names two of them. */
async function storyWithUnits(db: ReadDb, story: StoryLine[]): Promise<StoryLine[]> {
  const parts = story.flatMap(({ change }) => [change.set, change.was]).filter(isValues);
  const ids = parts.flatMap(({ unitId }) => (typeof unitId === 'string' ? unitId : []));
  if (ids.length === 0) return story;
  const codes = await unitCodes(db, ids);
  const shown = (value: unknown): unknown =>
    isValues(value) && typeof value.unitId === 'string'
      ? { ...value, unitId: codes.get(value.unitId) ?? null }
      : value;
  return story.map((line) => ({
    ...line,
    change: { ...line.change, set: shown(line.change.set), was: shown(line.change.was) },
  }));
}

const isValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const monthRate: Ops['monthRate'] = async ({ month }, { db }) => {
  const { from, to } = monthSpan(month);
  const rows = await db
    .selectFrom('contact_logs')
    .select(['rating', (eb) => eb.fn.countAll<number>().as('contacts')])
    .where('happenedAt', '>=', from)
    .where('happenedAt', '<', to)
    .where('state', '!=', 'voided')
    .groupBy('rating')
    .execute();
  const of = (rating: string | null): number => rows.find((row) => row.rating === rating)?.contacts ?? 0;
  const contacts = rows.reduce((sum, row) => sum + row.contacts, 0);
  const rated = contacts - of(null);
  const satisfied = of('satisfied');
  return {
    contacts,
    rated,
    satisfied,
    percent: rated === 0 ? null : Math.round((satisfied / rated) * 1000) / 10,
  };
};

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await contactOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['callerPhone'] } } as const;
  journal.note('contactLogs', id, what, row.serialNo);
  return { callerPhone: row.callerPhone };
};
