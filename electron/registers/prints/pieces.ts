import type { LabelJob, SlipJob } from '../../../shared/print/forms';
import { bookId } from '../../../shared/print/forms';
import { sheetsOfSlip } from '../../../shared/print/slice';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import { Refusal } from '../../../shared/result';
import { foundItemLines, monthLines } from '../found-items/lines';
import { copyNo, copyNos } from './copies';
import { breathe, type Desk, SLICE } from './head';
import { labelOf } from './label-of';
import { slipOf } from './slip-of';

/** Papers of single entries: slips and labels, of one entry or of every entry of a month. */

type Piece = { line: FoundItemLine | null; copy: number };

/** The entries asked for with the number their copy will bear. Refused `notFound` / `prints.nothing`. */
async function* piecesOf(form: 'F02' | 'label', desk: Desk): AsyncGenerator<Piece[]> {
  const { db, request, settings } = desk;
  if (request.blank) {
    yield [{ line: null, copy: 1 }];
    return;
  }
  if (request.entryId) {
    const lines = await foundItemLines(db, [request.entryId], settings);
    if (lines.length === 0) throw new Refusal('notFound');
    yield [{ line: lines[0] ?? null, copy: await copyNo(db, form, request.entryId) }];
    return;
  }
  let after: string | null = null;
  for (;;) {
    const lines: FoundItemLine[] = await monthLines(db, request.month ?? '', after, SLICE, settings);
    const copies = await copyNos(
      db,
      form,
      lines.map((line) => line.id),
    );
    yield lines.map((line) => ({ line, copy: copies.get(line.id) ?? 1 }));
    if (lines.length < SLICE) return;
    after = lines.at(-1)?.serialNo ?? null;
    await breathe();
  }
}

/** Copy number of the whole print: that of the entry, or of the month's stack. */
async function stackCopy(form: 'F02' | 'label', { db, request }: Desk): Promise<number> {
  if (request.blank) return 1;
  return copyNo(db, form, request.entryId ?? bookId(form, request.month ?? ''));
}

/** F02 slips, drawn once per part. */
export async function slipsOf(desk: Desk): Promise<Pick<SlipJob, 'family' | 'slips' | 'of' | 'copy'>> {
  const slips: SlipJob['slips'] = [];
  for await (const pieces of piecesOf('F02', desk)) {
    for (const { line, copy } of pieces) slips.push(slipOf(line, copy, desk));
  }
  if (slips.length === 0) throw new Refusal('prints.nothing');
  return {
    family: 'slip',
    slips,
    of: slips.reduce((sum, slip) => sum + sheetsOfSlip(slip), 0),
    copy: await stackCopy('F02', desk),
  };
}

/** Bag labels. A voided entry has none: `prints.voided`; of a month only what is still in the office. */
export async function labelsOf(desk: Desk): Promise<Pick<LabelJob, 'family' | 'labels' | 'of' | 'copy'>> {
  const single = Boolean(desk.request.entryId);
  const labels: LabelJob['labels'] = [];
  for await (const pieces of piecesOf('label', desk)) {
    for (const { line, copy } of pieces) {
      if (single && line?.state === 'voided') throw new Refusal('prints.voided');
      if (line && !single && line.outcome !== null) continue;
      if (line?.state === 'voided') continue;
      labels.push(labelOf(line, copy, desk));
    }
  }
  if (labels.length === 0) throw new Refusal('prints.nothing');
  return { family: 'label', labels, of: labels.length, copy: await stackCopy('label', desk) };
}
