import { sql } from 'kysely';
import type { DutyLogLine, TimelineLine } from '../../../shared/registers/duty-logs.row';
import { InvalidField } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { passages, type WorkSpan } from '../../entries/book-work';
import { journalSpan } from '../../entries/journal-span';

/**
 * What the other books did in a shift by those on duty at its post: read from the journal, never stored. A line says number,
 * book, act, time and person; what stands in the entry stays in its book.
 */

type Shift = Pick<DutyLogLine, 'fromAt' | 'toAt' | 'people' | 'planned'>;

/** The shift as a span of work: those who signed on and those the roster plans. */
export const workSpan = ({ people, planned, fromAt, toAt }: Shift): WorkSpan => ({
  people: [...new Set([...people, ...planned].map(({ id }) => id))],
  fromAt,
  toAt,
});

interface FedRow {
  seq: number;
  at: string;
  register: string;
  op: string;
  entryId: string;
  serialNo: string | null;
  actorName: string;
}

/** One page of the timeline, the first line first. `typed`: the log's own lines in time order. Errors: InvalidField `after`. */
export async function timelinePage(
  db: ReadDb,
  shift: Shift,
  typed: readonly Extract<TimelineLine, { source: 'typed' }>[],
  after: string | null,
  limit: number,
): Promise<{ rows: TimelineLine[]; next: string | null; total: number; more: boolean }> {
  const work = workSpan(shift);
  const span = await journalSpan(db, work.fromAt, work.toAt);
  const cursor = after === null ? { seq: span.from - 1, own: 0, total: 0 } : readCursor(after);
  const books =
    work.people.length === 0 ? [] : await fedPage(db, work, { from: cursor.seq + 1, to: span.to }, limit + 1);
  const total =
    after === null
      ? typed.length + (books.length > limit ? await countFed(db, work, span) : books.length)
      : cursor.total;
  const rows: TimelineLine[] = [];
  let { seq, own } = cursor;
  let at = 0;
  while (rows.length < limit) {
    const line = typed[own];
    const book = books[at];
    if (line && (!book || line.at <= book.at)) {
      rows.push(line);
      own += 1;
    } else if (book) {
      rows.push(asLine(book));
      seq = book.seq;
      at += 1;
    } else break;
  }
  const left = own < typed.length || at < books.length;
  return { rows, next: left ? `${seq}.${own}.${total}` : null, total, more: false };
}

async function fedPage(
  db: ReadDb,
  work: WorkSpan,
  span: { from: number; to: number },
  limit: number,
): Promise<FedRow[]> {
  const { rows } = await sql<FedRow>`select seq, at, register, op, entryId, serialNo, actorName
    ${passages(work, span)} order by seq limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

async function countFed(db: ReadDb, work: WorkSpan, span: { from: number; to: number }): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${passages(work, span)}`.execute(db);
  return rows[0]?.n ?? 0;
}

const asLine = ({ seq, actorName, ...row }: FedRow): TimelineLine => ({
  source: 'book',
  key: String(seq),
  ...row,
  person: actorName,
});

/** `seq.own.total`: the last journal line shown, how many typed lines, how many in all. */
function readCursor(text: string): { seq: number; own: number; total: number } {
  const match = /^(\d{1,15})\.(\d{1,6})\.(\d{1,9})$/.exec(text);
  if (!match) throw new InvalidField('after', 'id.unknown');
  return { seq: Number(match[1]), own: Number(match[2]), total: Number(match[3]) };
}
