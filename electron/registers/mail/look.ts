import { MAIL_BATCH } from '../../../shared/registers/mail-items';
import { MAIL_WAITING, type MailItemLine } from '../../../shared/registers/mail-items.row';
import type { StoryLine } from '../../../shared/registers/shapes';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { MailItemsTable } from '../../db/tables';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { mailCounts, mailPage } from './filter';
import { toMailLines } from './lines';
import { hereWith, mailItemOf } from './load';
import { actsOn } from './next';
import { shelfFor } from './shelf';

/** Reading the mail book; and the look behind the mask, which is a journal event (trust.md C6). */

type Ops = HandlersFor<'mailItems'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  mailPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => mailCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await mailItemOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toMailLines(db, [row], now, settings);
  const together = row.batchId
    ? await db
        .selectFrom('mail_items')
        .select(['id', 'serialNo'])
        .where('batchId', '=', row.batchId)
        .where('id', '!=', id)
        .orderBy('serialNo')
        .execute()
    : [];
  return {
    entry: line!,
    story: await storyWithUnits(db, await storyOf(db, 'mailItems', id)),
    next: actsOn(row, actor),
    freeUntil: await freeUntil(db, 'mailItems', row, actor?.staffId, settings.limits, now),
    warnings: [...saidOf(line!), ...(await correctionWarnings(db, 'mailItems', row, settings.limits))],
    together,
  };
};

/** What the page says on top; keys below `mail:warning.mailItems.`. */
function saidOf(line: MailItemLine): string[] {
  const waits = MAIL_WAITING.includes(line.state);
  const all: [warning: string, holds: boolean][] = [
    ['atGate', line.state === 'arrived' && line.atGate === 1],
    ['unmatched', line.state === 'arrived' && line.unitId === null && line.department === null],
    ['perishable', waits && line.perishable === 1],
    ['cod', waits && line.cod === 1],
    ['damaged', waits && line.damage !== null],
    ['notifyLate', line.notifyLate],
    ['holdOver', line.holdOver],
    ['waitingLong', line.waitingLong && !line.holdOver],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** The story with units by their code. */
async function storyWithUnits(db: ReadDb, story: StoryLine[]): Promise<StoryLine[]> {
  const unitIn = ({ change }: StoryLine): string | null => {
    const set = change.set as { unitId?: unknown } | undefined;
    return typeof set?.unitId === 'string' ? set.unitId : null;
  };
  const codes = await unitCodes(db, story.map(unitIn));
  return story.map((line) => {
    const unitId = unitIn(line);
    if (unitId === null) return line;
    const set = { ...(line.change.set as object), unitId: codes.get(unitId) ?? null };
    return { ...line, change: { ...line.change, set } };
  });
}

export const prepare: Ops['prepare'] = async ({ trackingNo, unitId }, { db }) => {
  const { mail } = await settingsOf(db);
  const known = trackingNo === null ? undefined : await hereWith(db, trackingNo);
  const place = { unitId: unitId ?? known?.unitId ?? null, department: known?.department ?? null };
  const waiting = place.unitId === null ? [] : await waitingRows(db, 'unitId', place.unitId);
  return {
    known: known ? { ...done(known), state: known.state, unitId: known.unitId } : null,
    shelf: await shelfFor(db, mail, place),
    waiting: waiting.length,
  };
};

export const waitingWith: Ops['waitingWith'] = async ({ id, unitId }, { db, now }) => {
  const row = id === null ? null : await mailItemOf(db, id);
  const unit = unitId ?? row?.unitId ?? null;
  const rows = unit
    ? await waitingRows(db, 'unitId', unit)
    : row?.department
      ? await waitingRows(db, 'department', row.department)
      : row && MAIL_WAITING.includes(row.state)
        ? [row]
        : [];
  return { rows: await toMailLines(db, rows, now) };
};

/** What waits for a unit or a department, oldest first; more than an act may hold is not read. */
const waitingRows = (db: ReadDb, column: 'unitId' | 'department', value: string): Promise<MailItemsTable[]> =>
  db
    .selectFrom('mail_items')
    .selectAll()
    .where(column, '=', value)
    .where('state', 'in', [...MAIL_WAITING])
    .orderBy('receivedAt')
    .orderBy('serialNo')
    .limit(MAIL_BATCH)
    .execute();

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await mailItemOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['addresseePhone'] } } as const;
  journal.note('mailItems', id, what, row.serialNo);
  return { addresseePhone: row.addresseePhone };
};
