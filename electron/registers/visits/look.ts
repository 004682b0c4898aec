import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { StoryLine } from '../../../shared/registers/shapes';
import { VISIT_OPEN } from '../../../shared/registers/visits.row';
import { Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { VisitsTable } from '../../db/tables';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { visitNeeds, visitPage } from './filter';
import { toVisitLines } from './lines';
import { visitOf } from './load';
import { actsOnVisit } from './next';

/** Reading the visitor book, and the look behind its masks, which is a journal event (trust.md C6). */

type Ops = HandlersFor<'visits'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, actor, now, door }) =>
  visitPage(db, door.rawReader, filter, after ?? null, limit, { actor, now });

export const counts: Ops['counts'] = (_, { db, now }) => visitNeeds(db, now);

/** Who has stepped out is not counted among those inside. */
export const headCount: Ops['headCount'] = async (_, { db }) => {
  const rows = await db
    .selectFrom('visits')
    .select(['state', 'partySize'])
    .where('state', 'in', [...VISIT_OPEN])
    .execute();
  const inside = rows.filter((row) => row.state === 'in');
  return {
    visits: inside.length,
    persons: inside.reduce((sum, row) => sum + row.partySize, 0),
    outside: rows.length - inside.length,
  };
};

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await visitOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toVisitLines(db, [row], { actor, now }, settings);
  const { consentMissing, overstay, passMissing } = line!;
  const marks: [string, boolean][] = [
    ['watch', line!.watchNote !== null],
    ['consent', consentMissing],
    ['overstay', overstay],
    ['pass', passMissing],
    ['passUnchecked', row.passChecked === 0],
    ['exitUnknown', row.state === 'closedByDesk'],
  ];
  return {
    entry: line!,
    story: await storyFor(db, id, holds(actor?.roles ?? [], 'visits.watch')),
    next: actsOnVisit(row, actor),
    freeUntil: await freeUntil(db, 'visits', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...marks.filter(([, holds]) => holds).map(([warning]) => warning),
      ...(await correctionWarnings(db, 'visits', row, settings.limits)),
    ],
    group: await mates(db, row),
  };
};

/** The story with units by their code; without the watch note for those who may not read it. */
async function storyFor(db: ReadDb, id: string, watches: boolean): Promise<StoryLine[]> {
  const story = await storyOf(db, 'visits', id);
  const parts = story.flatMap(({ change }) => [change.set, change.was]).filter(isValues);
  const codes = await unitCodes(
    db,
    parts.map(({ unitId }) => (typeof unitId === 'string' ? unitId : null)),
  );
  const shown = (values: unknown): unknown => {
    if (!isValues(values)) return values;
    const { watchNote, unitId, ...rest } = values;
    return {
      ...rest,
      ...(unitId === undefined ? {} : { unitId: codes.get(String(unitId)) ?? null }),
      ...(watches && watchNote !== undefined ? { watchNote } : {}),
    };
  };
  return story.map((line) => ({
    ...line,
    change: Object.fromEntries(
      Object.entries(line.change).map(([key, value]) => [
        key,
        key === 'set' || key === 'was' ? shown(value) : value,
      ]),
    ),
  }));
}

const isValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The others of the group who are still here. */
async function mates(db: ReadDb, row: VisitsTable) {
  const first = row.groupId ?? row.id;
  return db
    .selectFrom('visits')
    .select(['id', 'version', 'serialNo'])
    .where((eb) => eb.or([eb('groupId', '=', first), eb('id', '=', first)]))
    .where('id', '!=', row.id)
    .where('state', 'in', [...VISIT_OPEN])
    .orderBy('serialNo')
    .execute();
}

/** Watch notes shown at most, and visits of the unit looked at for them. */
const WATCH_SHOWN = 3;

export const atUnit: Ops['atUnit'] = async ({ unitId }, { db, actor, now }) => {
  const unit = await db
    .selectFrom('units')
    .select(['code', 'name', 'deskInstructions'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw new Refusal('notFound');
  const open = await db
    .selectFrom('visits')
    .select(['state', 'visitAt'])
    .where('unitId', '=', unitId)
    .where('state', 'in', ['expected', 'in', 'steppedOut'])
    .execute();
  const tomorrow = instantOf(addDays(dayOf(now), 1));
  const watch = holds(actor?.roles ?? [], 'visits.watch')
    ? await db
        .selectFrom('visits')
        .select(['serialNo', 'visitAt', 'watchNote'])
        .where('unitId', '=', unitId)
        .where('watchNote', 'is not', null)
        .where('state', '!=', 'voided')
        .orderBy('visitAt', 'desc')
        .limit(WATCH_SHOWN)
        .execute()
    : [];
  return {
    ...unit,
    inNow: open.filter((row) => row.state !== 'expected').length,
    expectedToday: open.filter((row) => row.state === 'expected' && row.visitAt < tomorrow).length,
    watch: watch.flatMap(({ serialNo, visitAt, watchNote }) =>
      watchNote === null ? [] : [{ serialNo, at: visitAt, note: watchNote }],
    ),
  };
};

/** Phone and document in full, with the reason in the journal. */
export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await visitOf(db, id);
  const fields = (['visitorPhone', 'visitorDocument'] as const).filter((field) => row[field] !== null);
  journal.note('visits', id, { kind: 'UNMASK', facts: { reason, fields } }, row.serialNo);
  return { visitorPhone: row.visitorPhone, visitorDocument: row.visitorDocument };
};
