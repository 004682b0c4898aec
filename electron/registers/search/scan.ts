import { opOf } from '../../../shared/api';
import { type NumberedRegister, serialNoOf } from '../../../shared/ids';
import { tidyTracking } from '../../../shared/registers/mail-carriers';
import type { Scanned } from '../../../shared/registers/search';
import type { Actor } from '../../../shared/registers/session';
import { holds } from '../../../shared/roles';
import { readOwnCode } from '../../../shared/scan';
import type { ReadDb } from '../../db/context';
import { prepared } from '../../db/prepared';
import { tableOf } from '../../db/seal';
import type { HandlersFor } from '../handlers';
import { mailItemByTracking } from '../mail/briefs';
import { BOOKS } from './books';

type Raw = Parameters<typeof prepared>[0];

/** What a scanned code is (desk-practice.md §4 Scanner): the number is in the code, so one equality on an index finds it. */
export const scan: HandlersFor<'search'>['scan'] = async ({ code }, { db, actor, now, door }) => {
  const own = readOwnCode(code);
  if (!own) return (await parcelOf(code, db, door.rawReader, actor, now)) ?? { kind: 'foreign' };
  if (own.kind === 'test') return own;
  if (own.kind === 'page') {
    const { form, month, no } = own;
    return { kind: 'page', form, month, pageNo: no, printed: await printedOf(db, form, month) };
  }
  const { register } = own;
  if (!holds(actor?.roles ?? [], BOOKS[register].permit)) return { kind: 'closed', register };
  const serialNo = serialNoOf(register, own.month, own.n);
  const row = prepared(door.rawReader, entryBySerial(register)).get(serialNo) as { id: string } | undefined;
  const entry = row ? await entryOf(db, door.rawReader, register, row.id, actor, now) : null;
  return entry ?? { kind: 'unknown', register, serialNo };
};

/** A carrier's number of an item in the mail book (S16); to who may not read the book it stays somebody else's number. */
async function parcelOf(
  code: string,
  db: ReadDb,
  raw: Raw,
  actor: Actor | null,
  now: string,
): Promise<Scanned | null> {
  if (!holds(actor?.roles ?? [], BOOKS.mailItems.permit)) return null;
  const id = await mailItemByTracking(db, tidyTracking(code));
  return id === null ? null : entryOf(db, raw, 'mailItems', id, actor, now);
}

async function entryOf(
  db: ReadDb,
  raw: Raw,
  register: NumberedRegister,
  id: string,
  actor: Actor | null,
  now: string,
): Promise<Scanned | null> {
  const book = BOOKS[register];
  const [brief] = await book.briefs(db, [id], now);
  if (!brief) return null;
  const acts = book.acts ? await book.acts(db, id, actor, now) : allowed(brief.next, actor);
  const next = brief.next && acts.some((act) => act === brief.next) ? brief.next : (acts[0] ?? null);
  return { ...brief, kind: 'entry', register, next, acts, last: lastMove(raw, register, id) };
}

/** The look-up of an entry by its number: `serialNo` is unique in every register's table. */
export const entryBySerial = (register: NumberedRegister): string =>
  `SELECT id FROM ${tableOf(register)} WHERE serialNo = ?`;

/** The one act of a brief, when this reader may do it. */
function allowed(next: string | null, actor: Actor | null): string[] {
  const op = next ? opOf(next) : null;
  return next && op && holds(actor?.roles ?? [], op.permit) ? [next] : [];
}

/** The journal's last line that moved the entry: corrections, looks and prints are no moves. */
function lastMove(
  raw: Raw,
  register: NumberedRegister,
  id: string,
): { op: string; at: string; by: string } | null {
  const line = prepared(
    raw,
    `SELECT op, at, actorName AS "by" FROM journal WHERE register = ? AND entryId = ? AND kind IN ('CREATE', 'CHANGE', 'VOID')
     ORDER BY entryVersion DESC LIMIT 1`,
  ).get(register, id) as { op: string; at: string; by: string } | undefined;
  return line ?? null;
}

/** When a month's book was last printed, by whom, which copy; null when never. The book's print is noted on one register. */
async function printedOf(
  db: ReadDb,
  form: string,
  month: string | null,
): Promise<{ at: string; by: string; copy: number } | null> {
  const line = await db
    .selectFrom('journal')
    .select(['at', 'actorName', 'change'])
    .where('register', 'in', Object.keys(BOOKS))
    .where('entryId', '=', `${form}/${month ?? 'blank'}`)
    .where('kind', '=', 'PRINT')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!line) return null;
  const { copy } = JSON.parse(line.change) as { copy?: number };
  return { at: line.at, by: line.actorName, copy: copy ?? 1 };
}
