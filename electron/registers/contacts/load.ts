import {
  ANSWERED_KINDS,
  CONTACT_NEXT,
  type ContactKind,
  type ContactState,
} from '../../../shared/registers/contact-logs.row';
import type { Actor } from '../../../shared/registers/session';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { CommandContext, ReadDb } from '../../db/context';
import type { ContactLogsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import { unitCodes } from '../units/briefs';
import { indexContact } from './words';

/** What every command of the contact log checks before it writes. */

/** The contact as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function contactOf(db: ReadDb, id: string, version?: number): Promise<ContactLogsTable> {
  const row = await db.selectFrom('contact_logs').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** True for who reads the gate's entries only (§6.4: the guard sees what the gate needs). */
export const onlyGate = (actor: Actor | null): boolean => !holds(actor?.roles ?? [], 'contactLogs.readAll');

/** The contact as this reader may see it. Errors: Refusal `notFound` for what is not theirs, as if it were not there. */
export async function contactFor(
  db: ReadDb,
  id: string,
  actor: Actor | null,
  version?: number,
): Promise<ContactLogsTable> {
  const row = await contactOf(db, id, version);
  if (row.atGate === 0 && onlyGate(actor)) throw new Refusal('notFound');
  return row;
}

/** The next state, when the chart allows it. Errors: Refusal `contactLogs.wrongState`. */
export const moved = (row: ContactLogsTable, to: ContactState): ContactState =>
  movedTo(CONTACT_NEXT, row.state, to, 'contactLogs');

/** The unit exists. Errors: Refusal `contactLogs.unitUnknown`. */
export async function assertUnit(db: ReadDb, unitId: string | null): Promise<void> {
  if (unitId === null) return;
  const unit = await db.selectFrom('units').select('id').where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw new Refusal('contactLogs.unitUnknown');
}

/** L08: what is not answered on the spot is promised for a time, later than `from`. Errors: `contactLogs.promiseMissing`; InvalidField. */
export function assertPromise(kind: ContactKind, promisedAt: string | null, from: string): void {
  if (promisedAt === null) {
    if (ANSWERED_KINDS.includes(kind)) throw new Refusal('contactLogs.promiseMissing');
    return;
  }
  if (promisedAt < from) throw new InvalidField('promisedAt', 'time.early');
}

/** Whoever of the desk works on the gate's entry has taken it over by that. */
export const takenOverBy = (row: ContactLogsTable, { actor, now }: Pick<CommandContext, 'actor' | 'now'>) =>
  row.atGate === 1 && row.takenOverAt === null ? { takenOverAt: now, takenOverByName: actor.name } : {};

/** Writes a contact's words, its unit's code among them. */
export async function index(
  ctx: Pick<CommandContext, 'db' | 'search'>,
  row: ContactLogsTable,
): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexContact(ctx, row, codes.get(row.unitId ?? '') ?? null);
}
