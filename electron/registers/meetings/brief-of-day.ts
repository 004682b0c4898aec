import type { ReadDb } from '../../db/context';

/** The meetings of a span as the duty log tells them: minutes stand in the log of the day (S84). */

export interface MeetingInBrief {
  id: string;
  serialNo: string;
  kind: string;
  title: string | null;
  heldAt: string;
  /** What was said first: of the sections the first that has a text. */
  said: string | null;
  resolved: { matter: string; ownerName: string; dueOn: string }[];
}

/** Meetings held from one instant up to another, in time order. Exported query: the duty log reads it. */
export async function meetingsBetween(db: ReadDb, from: string, to: string): Promise<MeetingInBrief[]> {
  const rows = await db
    .selectFrom('meetings')
    .selectAll()
    .where('heldAt', '>=', from)
    .where('heldAt', '<', to)
    .where('state', '<>', 'voided')
    .orderBy('heldAt')
    .orderBy('id')
    .limit(12)
    .execute();
  if (rows.length === 0) return [];
  const resolved = await db
    .selectFrom('resolutions')
    .select(['meetingId', 'matter', 'ownerName', 'dueOn'])
    .where(
      'meetingId',
      'in',
      rows.map(({ id }) => id),
    )
    .where('state', '<>', 'voided')
    .orderBy('lineNo')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    serialNo: row.serialNo,
    kind: row.kind,
    title: row.title,
    heldAt: row.heldAt,
    said: row.topics ?? row.thisWeek ?? row.problems ?? row.lastWeek ?? row.training,
    resolved: resolved
      .filter(({ meetingId }) => meetingId === row.id)
      .map(({ matter, ownerName, dueOn }) => ({ matter: matter ?? '', ownerName, dueOn })),
  }));
}
