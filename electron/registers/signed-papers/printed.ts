import type { FormNumber } from '../../../shared/print/form-list';
import { isSignedForm } from '../../../shared/registers/signed-papers.row';
import type { CommandContext } from '../../db/context';
import type { EntryRef } from '../../papers/paper';

/**
 * A slip of an entry came out of the printer: from now on its signed copy is waited for. A further copy of a slip that is filed
 * changes nothing; one that was given up is waited for again.
 */
export async function slipPrinted(
  { db, journal, actor, now, newId }: CommandContext,
  register: string,
  form: FormNumber,
  entry: EntryRef,
): Promise<void> {
  if (!isSignedForm(form)) return;
  const row = await db
    .selectFrom('signed_papers')
    .selectAll()
    .where('entryId', '=', entry.id)
    .where('form', '=', form)
    .executeTakeFirst();
  if (!row)
    journal.create('signedPapers', {
      id: newId(),
      register,
      entryId: entry.id,
      entryNo: entry.serialNo,
      form,
      state: 'out',
      copies: 1,
      printedAt: now,
      printedByName: actor.name,
      binder: null,
      page: null,
      filedAt: null,
      filedByName: null,
      reason: null,
    });
  else if (row.state !== 'filed')
    journal.change(
      'signedPapers',
      row,
      { state: 'out', copies: row.copies + 1, printedByName: actor.name, reason: null },
      { kind: 'CHANGE' },
    );
}
