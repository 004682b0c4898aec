import { sql } from 'kysely';
import type { z } from 'zod';
import { NUMBERED } from '../../../shared/ids';
import type { DutyLogLine, dutyWork, TimelineLine } from '../../../shared/registers/duty-logs.row';
import { InvalidField } from '../../../shared/result';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import { wordsOfAct } from '../../entries/act-words';
import { journalSpan } from '../../entries/journal-span';

/**
 * What the other books did in a shift by those on duty at its post: read from the journal, never stored. A line says number,
 * book, act, time and person; what stands in the entry stays in its book.
 */

type Shift = Pick<DutyLogLine, 'fromAt' | 'toAt' | 'people' | 'planned'>;

/** The log's own books are its typed lines; every other numbered book feeds it. */
const OWN = ['dutyLogs', 'dutyLines'];
const FED = Object.keys(NUMBERED).filter((register) => !OWN.includes(register));
/** Passages of an entry; looks, prints, exports and corrections are none. */
const PASSAGES = ['CREATE', 'CHANGE', 'CO_CONFIRM', 'VOID'];

const idsOf = ({ people, planned }: Shift): string[] => [
  ...new Set([...people, ...planned].map(({ id }) => id)),
];

/** Lines of the shift by its people, from a number of the journal on. The times are asked as well: a clock may have gone back. */
const fed = (people: readonly string[], { fromAt, toAt }: Shift, from: number, to: number) => sql`from journal
  where seq >= ${from} and seq < ${to} and at >= ${fromAt} and at < ${toAt} and actorId in ${among(people)}
    and kind in (${sql.join(PASSAGES)}) and register in (${sql.join(FED)})
    and register = substr(op, 1, instr(op, '.') - 1)`;

/** Acts by kind and how often: what F20 says of the other books. */
export async function workOf(db: ReadDb, shift: Shift): Promise<z.infer<typeof dutyWork>[]> {
  const people = idsOf(shift);
  if (people.length === 0) return [];
  const span = await journalSpan(db, shift.fromAt, shift.toAt);
  const { rows } = await sql<{ op: string; n: number }>`select op, count(*) as n
    ${fed(people, shift, span.from, span.to)} and kind <> 'VOID' group by op order by op`.execute(db);
  return rows.flatMap(({ op, n }) => {
    const words = wordsOfAct(op);
    return words ? [{ ...words, count: n }] : [];
  });
}

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
  const people = idsOf(shift);
  const span = await journalSpan(db, shift.fromAt, shift.toAt);
  const cursor = after === null ? { seq: span.from - 1, own: 0, total: 0 } : readCursor(after);
  const books =
    people.length === 0 ? [] : await fedPage(db, people, shift, cursor.seq + 1, span.to, limit + 1);
  const total =
    after === null
      ? typed.length + (books.length > limit ? await countFed(db, people, shift, span) : books.length)
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
  people: readonly string[],
  shift: Shift,
  from: number,
  to: number,
  limit: number,
): Promise<FedRow[]> {
  const { rows } = await sql<FedRow>`select seq, at, register, op, entryId, serialNo, actorName
    ${fed(people, shift, from, to)} order by seq limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

async function countFed(
  db: ReadDb,
  people: readonly string[],
  shift: Shift,
  span: { from: number; to: number },
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n ${fed(people, shift, span.from, span.to)}`.execute(db);
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
