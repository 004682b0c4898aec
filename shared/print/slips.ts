import type { PrintCell, SlipField, SlipFields, SlipSection, SlipTable, SlipTails } from './forms';
import { linesOf, MM_PER_PT, runsOf } from './measure';
import type { SlipSheet } from './sizes';

/** How wide and how high everything on a slip is: the plan (fit-slip.ts) and the drawing ask the same questions here. */

/** Height of a line of text. */
export const slipLineMm = (sheet: SlipSheet, pt: number): number => pt * MM_PER_PT * sheet.lineRatio;
/** Width between the margins. */
export const slipGridMm = (sheet: SlipSheet): number => sheet.widthMm - 2 * sheet.marginXMm;

const em = (mm: number, pt: number): number => mm / (pt * MM_PER_PT) - 0.05;

/** Lowest row: roomy with ordinary type, lower when space is short. */
export const slipRowMm = (sheet: SlipSheet, pt: number): number =>
  pt >= 9 ? sheet.minRowMm : sheet.smallRowMm;

/** Height of a row with so many lines of text. */
export const boxMm = (lines: number, sheet: SlipSheet, pt: number): number =>
  Math.max(slipRowMm(sheet, pt), lines * slipLineMm(sheet, pt) + sheet.padYMm);

export const fieldCell = (field: SlipField): PrintCell => ({
  text: field.value,
  strikes: field.strikes,
  runs: field.runs,
});

/** A field and how many of the columns side by side it takes. */
export interface Placed {
  field: SlipField;
  span: number;
}

/** Fields in rows: a wide one has a row of its own, the last of a row that is not full takes the rest. */
export function fieldRows({ across, fields }: SlipFields): Placed[][] {
  const rows: Placed[][] = [];
  let free = 0;
  const close = (): void => {
    const last = rows.at(-1)?.at(-1);
    if (last) last.span += free;
    free = 0;
  };
  for (const field of fields) {
    if (field.wide || free === 0) {
      close();
      rows.push([]);
      free = across;
    }
    rows.at(-1)?.push({ field, span: 1 });
    free -= 1;
    if (field.wide) close();
  }
  close();
  return rows;
}

/** Width of a field's label. */
export const labelMm = (sheet: SlipSheet, across: number): number =>
  across > 2 ? sheet.tightLabelMm : sheet.labelMm;

/** Room for a field's value in em: `span` of `across` columns. */
export const valueEm = (sheet: SlipSheet, pt: number, across: number, span: number): number =>
  em((slipGridMm(sheet) * span) / across - labelMm(sheet, across) - sheet.padXMm, pt);

/** Room in a cell of a table in em. */
export const itemEm = (table: SlipTable, index: number, sheet: SlipSheet, pt: number): number =>
  em((table.columns[index]?.mm ?? 0) - sheet.padXMm, pt);

/** Remarks stand below the grid in smaller type. */
export const REMARK_SCALE = 0.85;
/** Room for a paragraph in em of its own type. */
export const textEm = (sheet: SlipSheet, pt: number, small: boolean): number =>
  em(slipGridMm(sheet), pt * (small ? REMARK_SCALE : 1));

/** Room for the rest of a value on a continuation sheet. */
export const tailEm = (sheet: SlipSheet, pt: number): number => valueEm(sheet, pt, 1, 1);

function placedMm({ field, span }: Placed, across: number, sheet: SlipSheet, pt: number): number {
  const label = linesOf([{ kind: 'text', text: field.label }], em(labelMm(sheet, across) - sheet.padXMm, pt));
  const value = linesOf(runsOf(fieldCell(field)), valueEm(sheet, pt, across, span));
  return Math.max(field.minMm ?? 0, boxMm(Math.max(label, value), sheet, pt));
}

export const fieldRowMm = (row: readonly Placed[], across: number, sheet: SlipSheet, pt: number): number =>
  Math.max(...row.map((placed) => placedMm(placed, across, sheet, pt)));

/** Height of a table's heads. */
export const headsMm = (table: SlipTable, sheet: SlipSheet, pt: number): number =>
  boxMm(
    Math.max(
      1,
      ...table.columns.map(({ label }, i) =>
        linesOf([{ kind: 'text', text: label }], itemEm(table, i, sheet, pt)),
      ),
    ),
    sheet,
    pt,
  );

/** Height of an empty line of a table. */
export const tableRowMm = (table: SlipTable, sheet: SlipSheet, pt: number): number =>
  Math.max(table.minMm ?? 0, slipRowMm(sheet, pt));

/** Height of one line of a table. */
export const itemMm = (cells: readonly PrintCell[], table: SlipTable, sheet: SlipSheet, pt: number): number =>
  Math.max(
    tableRowMm(table, sheet, pt),
    boxMm(
      Math.max(1, ...cells.map((cell, i) => linesOf(runsOf(cell), itemEm(table, i, sheet, pt)))),
      sheet,
      pt,
    ),
  );

export const tailMm = (tail: SlipTails['tails'][number], sheet: SlipSheet, pt: number): number =>
  boxMm(linesOf(runsOf(tail.cell), tailEm(sheet, pt)), sheet, pt);

/** Room above and below a remark and a paragraph, together. */
const REMARK_MM = 1.2;
const PARAGRAPH_MM = 3.2;
/** The rule above a box that has none to lean on. */
const RULE_MM = 0.2;

/** Height of one section. */
export function sectionMm(section: SlipSection, sheet: SlipSheet, pt: number): number {
  switch (section.kind) {
    case 'heading':
      return sheet.headingMm + RULE_MM;
    case 'fields':
      return (
        RULE_MM + fieldRows(section).reduce((mm, row) => mm + fieldRowMm(row, section.across, sheet, pt), 0)
      );
    case 'table':
      return (
        RULE_MM +
        headsMm(section, sheet, pt) +
        section.rows.reduce((mm, cells) => mm + itemMm(cells, section, sheet, pt), 0) +
        section.blankRows * tableRowMm(section, sheet, pt)
      );
    case 'text': {
      const lines = linesOf([{ kind: 'text', text: section.text }], textEm(sheet, pt, section.small));
      const room = section.small ? REMARK_MM : PARAGRAPH_MM;
      return lines * slipLineMm(sheet, pt * (section.small ? REMARK_SCALE : 1)) + room;
    }
    case 'signatures':
      return sheet.signMm + RULE_MM;
    case 'cut':
      return sheet.cutMm;
    case 'tails':
      return RULE_MM + section.tails.reduce((mm, tail) => mm + tailMm(tail, sheet, pt), 0);
  }
}

/** Rounding of many rows never decides. */
const SLACK_MM = 1.4;

/** Height of everything between head and machine line. */
export const slipMm = (sections: readonly SlipSection[], sheet: SlipSheet, pt: number): number =>
  sections.reduce((mm, section) => mm + sectionMm(section, sheet, pt), SLACK_MM);
