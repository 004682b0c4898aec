import type { OpName } from '../../../shared/api';
import type { CustomBookLine } from '../../../shared/registers/custom-books.row';
import { CUSTOM_ENTRY_NEXT, type CustomEntryState } from '../../../shared/registers/custom-entries.row';
import type { Actor } from '../../../shared/registers/session';
import { Refusal } from '../../../shared/result';
import { holds, type Permit } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import type { CustomEntriesTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import { isManager, mayCorrect } from '../../entries/rights';

/** What every command on a line checks before it writes, and what may follow. */

/** The line as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function entryOf(db: ReadDb, id: string, version?: number): Promise<CustomEntriesTable> {
  const row = await db.selectFrom('custom_entries').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when chart and the book's course allow it. Errors: Refusal `customEntries.wrongState`. */
export function moved(row: CustomEntriesTable, book: CustomBookLine, to: CustomEntryState): CustomEntryState {
  if (to === 'doing' && book.flow !== 'work')
    throw new Refusal('customEntries.wrongState', { state: row.state });
  return movedTo(CUSTOM_ENTRY_NEXT, row.state, to, 'customEntries');
}

const writes = (book: CustomBookLine, actor: Actor | null): boolean =>
  actor !== null && (isManager(actor) || book.writers.some((role) => actor.roles.includes(role)));

/** The book names who may write; the manager may always. Errors: Refusal `customEntries.notWriter`. */
export function assertWriter(book: CustomBookLine, actor: Actor): void {
  if (!writes(book, actor)) throw new Refusal('customEntries.notWriter', { title: book.zh });
}

/** The act a line waits for. */
export const mainAct = (
  { state }: { state: CustomEntryState },
  flow: CustomBookLine['flow'],
): OpName | null =>
  state === 'open' && flow === 'work'
    ? 'customEntries.start'
    : state === 'open' || state === 'doing'
      ? 'customEntries.finish'
      : null;

/** Every operation this reader may do on the line now, the awaited one first. */
export function actsOn(row: CustomEntriesTable, book: CustomBookLine, actor: Actor | null): OpName[] {
  const may = CUSTOM_ENTRY_NEXT[row.state];
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    [
      'customEntries.start',
      'customEntries.record',
      book.flow === 'work' && may.includes('doing') && writes(book, actor),
    ],
    ['customEntries.finish', 'customEntries.record', may.includes('done') && writes(book, actor)],
    [
      'customEntries.correct',
      'customEntries.record',
      row.state !== 'voided' && mayCorrect(row.recorderId, actor),
    ],
    ['customEntries.void', 'customEntries.void', may.includes('voided')],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}
