import type { PrintCell, SlipFields, SlipSection, SlipTable, SlipTails } from './forms';
import { cutRuns, runsOf } from './measure';
import type { SlipSheet } from './sizes';
import {
  fieldRowMm,
  fieldRows,
  headsMm,
  itemMm,
  sectionMm,
  slipLineMm,
  slipMm,
  slipRowMm,
  tailEm,
} from './slips';

/** What did not fit on a slip, over as many continuation sheets as it takes; tables repeat their heads. */
export function spread(sections: readonly SlipSection[], sheet: SlipSheet, pt: number): SlipSection[][] {
  const sheets: SlipSection[][] = [[]];
  const page = (): SlipSection[] => sheets.at(-1) as SlipSection[];
  const room = (): number => sheet.bodyMm - slipMm(page(), sheet, pt);
  const turn = (): void => {
    if (page().length > 0) sheets.push([]);
  };

  const putTable = (table: SlipTable): void => {
    let rest: PrintCell[][] = table.rows;
    while (rest.length > 0) {
      if (room() < headsMm(table, sheet, pt) + itemMm(rest[0] ?? [], table, sheet, pt) + 1) turn();
      let used = headsMm(table, sheet, pt) + 1;
      let count = 0;
      for (const row of rest) {
        used += itemMm(row, table, sheet, pt);
        // A line higher than a whole sheet cannot be: its cells were cut to a few lines before.
        if (used > room() && count > 0) break;
        count += 1;
      }
      page().push({ ...table, rows: rest.slice(0, count), blankRows: 0 });
      rest = rest.slice(count);
    }
  };
  const putFields = (group: SlipFields): void => {
    for (const row of fieldRows(group)) {
      const height = fieldRowMm(row, group.across, sheet, pt) + 1;
      if (room() < height) turn();
      const fields = row.map(({ field }, i) => (i === 0 ? { ...field, wide: row.length === 1 } : field));
      const last = page().at(-1);
      if (last?.kind === 'fields' && last.across === group.across) last.fields.push(...fields);
      else page().push({ ...group, fields });
    }
  };
  const putTail = ({ label, cell }: SlipTails['tails'][number]): void => {
    const width = tailEm(sheet, pt);
    let runs = runsOf(cell);
    while (runs.length > 0) {
      if (room() < 2 * slipRowMm(sheet, pt)) turn();
      const lines = Math.max(1, Math.floor((room() - sheet.padYMm - 1) / slipLineMm(sheet, pt)));
      const [head, rest] = cutRuns(runs, width, lines);
      const tail = { label, cell: { text: head.map((run) => run.text).join(''), runs: head } };
      const last = page().at(-1);
      if (last?.kind === 'tails') last.tails.push(tail);
      else page().push({ kind: 'tails', tails: [tail] });
      runs = rest;
    }
  };

  for (const section of sections) {
    if (section.kind === 'table') putTable(section);
    else if (section.kind === 'fields') putFields(section);
    else if (section.kind === 'tails') section.tails.forEach(putTail);
    else {
      // A heading never stands alone at the foot of a sheet.
      if (room() < sectionMm(section, sheet, pt) + 3 * slipRowMm(sheet, pt)) turn();
      page().push(section);
    }
  }
  return sheets.filter((list) => list.length > 0);
}
