import { bookId, type FormNumber } from '../../shared/print/forms';
import { Refusal } from '../../shared/result';
import type { PaperLine } from './cells';
import { copyNo, copyNos } from './copies';
import type { Desk } from './desk';

/** Papers of single entries: slips and labels, of one entry or of every entry of a month. */

export interface Pieces<Line extends PaperLine> {
  form: FormNumber;
  /** Lines by ids, in the order asked; unknown ids are left out. */
  linesOf(desk: Desk, ids: readonly string[]): Promise<Line[]>;
  /** All of a month, a stretch at a time (`monthOf`); left out: this paper is asked for by entry only. */
  month?: (desk: Desk, month: string) => AsyncIterable<Line[]>;
}

/** The entries asked for with the number their copy will bear; null: an empty one. Refused `notFound`. */
export async function* piecesOf<Line extends PaperLine>(
  { form, linesOf, month }: Pieces<Line>,
  desk: Desk,
): AsyncGenerator<{ line: Line | null; copy: number }> {
  const { db, request } = desk;
  if (request.blank) {
    yield { line: null, copy: 1 };
    return;
  }
  if (request.entryId) {
    const [line] = await linesOf(desk, [request.entryId]);
    if (!line) throw new Refusal('notFound');
    yield { line, copy: await copyNo(db, form, request.entryId) };
    return;
  }
  if (!month) return;
  for await (const lines of month(desk, request.month ?? '')) {
    const ids = lines.map((line) => line.id);
    const copies = await copyNos(db, form, ids);
    for (const line of lines) yield { line, copy: copies.get(line.id) ?? 1 };
  }
}

/** Copy number of the whole print: that of the entry, or of the month's stack. */
export async function stackCopy(form: FormNumber, { db, request }: Desk): Promise<number> {
  if (request.blank) return 1;
  return copyNo(db, form, request.entryId ?? bookId(form, request.month ?? ''));
}
