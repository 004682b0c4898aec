import type { PrintCell, Slip, SlipField } from './forms';
import { cutRuns, linesOf, MM_PER_PT, runsOf } from './measure';
import { LABEL, SLIP } from './sheet';

/** Lets a slip stand on one A5 sheet: smaller type first, then continuation sheets (续页). Nothing is cut off. */

const lineMm = (pt: number): number => pt * MM_PER_PT * SLIP.lineRatio;
const gridMm = SLIP.widthMm - 2 * SLIP.marginXMm;
/** Two fields stand side by side: label and value each. */
const VALUE_MM = gridMm / 2 - SLIP.labelMm - SLIP.padXMm;
/** The last field of an odd number has the whole width. */
const WIDE_MM = gridMm - SLIP.labelMm - SLIP.padXMm;
/** Item lines: name, features, quantity. */
export const SLIP_ITEM_MM = [48, gridMm - 48 - 18, 18] as const;

const em = (mm: number, pt: number): number => mm / (pt * MM_PER_PT) - 0.05;
/** Width of a field's value in em, for the plan and for the drawing. */
export const valueEm = (pt: number, wide = false): number => em(wide ? WIDE_MM : VALUE_MM, pt);
/** Width of an item cell in em. */
export const itemEm = (index: number, pt: number): number =>
  em((SLIP_ITEM_MM[index] ?? 18) - SLIP.padXMm, pt);
export const fieldCell = (field: SlipField): PrintCell => ({
  text: field.value,
  strikes: field.strikes,
  runs: field.runs,
});

function fieldLines(field: SlipField, pt: number): number {
  return Math.max(
    linesOf([{ kind: 'text', text: field.label }], em(SLIP.labelMm - SLIP.padXMm, pt)),
    linesOf(runsOf(fieldCell(field)), valueEm(pt)),
  );
}

/** Lowest row: roomy with ordinary type, lower when space is short. */
export const slipRowMm = (pt: number): number => (pt >= 9 ? SLIP.minRowMm : SLIP.smallRowMm);

const boxMm = (lines: number, pt: number): number =>
  Math.max(slipRowMm(pt), lines * lineMm(pt) + SLIP.padYMm);

function gridHeight(fields: readonly SlipField[], pt: number): number {
  let mm = 0;
  for (let i = 0; i < fields.length; i += 2) {
    const pair = fields.slice(i, i + 2);
    mm += boxMm(Math.max(...pair.map((field) => fieldLines(field, pt))), pt);
  }
  return mm;
}

/** Height of everything between head and machine line. */
export function slipMm(slip: Slip, pt: number): number {
  let mm = gridHeight(slip.fields, pt);
  if (slip.items.length > 0) {
    mm += boxMm(1, pt);
    for (const item of slip.items)
      mm += boxMm(Math.max(...item.map((cell, i) => linesOf(runsOf(cell), itemEm(i, pt)))), pt);
  }
  for (const block of slip.blocks) mm += SLIP.headingMm + gridHeight(block.fields, pt);
  mm += SLIP.signMm;
  for (const remark of slip.remarks)
    mm += linesOf([{ kind: 'text', text: remark }], remarkEm(pt)) * lineMm(pt * REMARK_SCALE) + 0.6;
  return mm + 2;
}

/** Remarks stand below the grid in smaller type. */
export const REMARK_SCALE = 0.85;
export const remarkEm = (pt: number): number => em(gridMm, pt * REMARK_SCALE);

/** Lines a value may keep on the slip when the rest goes to a continuation sheet. */
const KEPT_LINES = 2;

/**
 * Chooses the largest type with which the slip fits; at the smallest, moves the tails of long values to `more`.
 * `remarkLabel` names the tails of remarks there.
 */
export function fitSlip(slip: Slip, remarkLabel: string): Slip {
  for (const pt of SLIP.points) if (slipMm(slip, pt) <= SLIP.bodyMm) return { ...slip, pt, more: [] };
  const pt = SLIP.points.at(-1) as number;
  const tails: { label: string; cell: PrintCell }[] = [];
  const short = (label: string, cell: PrintCell, width: number): PrintCell => {
    const [head, rest] = cutRuns(runsOf(cell), width, KEPT_LINES);
    if (rest.length === 0) return cell;
    tails.push({ label, cell: { text: rest.map((run) => run.text).join(''), runs: rest } });
    return { text: head.map((run) => run.text).join(''), runs: head };
  };
  const cutField = (field: SlipField): SlipField => {
    const cell = short(field.label, fieldCell(field), valueEm(pt));
    return { ...field, value: cell.text, runs: cell.runs };
  };
  const cut: Slip = {
    ...slip,
    pt,
    fields: slip.fields.map(cutField),
    items: slip.items.map((item) =>
      item.map((cell, i) => short(slip.itemHeads[i] ?? '', cell, itemEm(i, pt))),
    ),
    blocks: slip.blocks.map((block) => ({ ...block, fields: block.fields.map(cutField) })),
    remarks: slip.remarks.map((remark) => {
      const [head, rest] = cutRuns([{ kind: 'text', text: remark }], remarkEm(pt), 1);
      if (rest.length > 0)
        tails.push({ label: remarkLabel, cell: { text: rest.map((run) => run.text).join(''), runs: rest } });
      return head.map((run) => run.text).join('');
    }),
  };
  return { ...cut, more: continuation(tails, pt) };
}

/** Spreads the tails over continuation sheets; a tail longer than a sheet goes on on the next. */
function continuation(tails: readonly { label: string; cell: PrintCell }[], pt: number): Slip['more'] {
  const width = valueEm(pt, true);
  const sheets: Slip['more'] = [[]];
  let used = 0;
  for (const tail of tails) {
    let runs = runsOf(tail.cell);
    while (runs.length > 0) {
      if (SLIP.bodyMm - used < 2 * slipRowMm(pt)) {
        sheets.push([]);
        used = 0;
      }
      const room = Math.floor((SLIP.bodyMm - used - SLIP.padYMm) / lineMm(pt));
      const [head, rest] = cutRuns(runs, width, room);
      sheets
        .at(-1)
        ?.push({ label: tail.label, cell: { text: head.map((run) => run.text).join(''), runs: head } });
      used += boxMm(linesOf(head, width), pt);
      runs = rest;
    }
  }
  return sheets.filter((sheet) => sheet.length > 0);
}

/** Width of a label's lines in em. */
export const labelEm = (pt: number): number => em(LABEL.widthMm - 2 * LABEL.padMm, pt);

/**
 * The largest type with which the lines of a label fit. A label is no record: what does not fit even at the smallest ends
 * with …, the place and the bag number stand whole in the register.
 */
export function fitLabel(lines: readonly string[]): { pt: number; lines: string[] } {
  const lineOf = (pt: number): number => pt * MM_PER_PT * LABEL.lineRatio;
  for (const pt of LABEL.points) {
    const count = lines.reduce((sum, text) => sum + linesOf([{ kind: 'text', text }], labelEm(pt)), 0);
    if (count * lineOf(pt) <= LABEL.linesMm) return { pt, lines: [...lines] };
  }
  const pt = LABEL.points.at(-1) as number;
  const each = Math.floor(LABEL.linesMm / lineOf(pt) / Math.max(1, lines.length));
  const short = (text: string): string => {
    const [head, rest] = cutRuns([{ kind: 'text', text }], labelEm(pt) - 1, each);
    return head.map((run) => run.text).join('') + (rest.length > 0 ? '…' : '');
  };
  return { pt, lines: lines.map(short) };
}
