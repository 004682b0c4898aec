import type { PrintCell, Slip, SlipField, SlipSection, SlipTable, SlipTails } from './forms';
import { cutRuns, type Run, runsOf } from './measure';
import { SLIPS, type SlipSheet, type SlipSize } from './sizes';
import { fieldCell, fieldRows, itemEm, slipGridMm, slipMm, tableRowMm, textEm, valueEm } from './slips';
import { spread } from './spread-slip';

/**
 * Lets a slip stand on one sheet: smaller type first, then continuation sheets (续页) for the last item lines and the rest
 * of long values. Nothing is cut off, on no size of paper.
 */

export type Fitted = Pick<Slip, 'sections' | 'pt' | 'more'>;

/** Item lines are not made smaller than this to spare a continuation sheet. */
const LEGIBLE_PT = 8;
/** Item lines that stay on the first sheet when others go on to the next. */
const KEPT_ROWS = 3;
/** Lines a value may keep on the slip when the rest goes to a continuation sheet. */
const KEPT_LINES = 2;

/** Chooses type and continuation sheets for the sections of a slip. */
export function fitSlip(draft: readonly SlipSection[], size: SlipSize): Fitted {
  const sheet = SLIPS[size];
  const sections = draft.map((section) => (section.kind === 'table' ? widened(section, sheet) : section));
  let legible: number | null = null;
  /** Everything stands on it, but a table ends without a struck line: somebody could write one more below. */
  let open: Fitted | null = null;
  for (const pt of sheet.points) {
    if (pt < LEGIBLE_PT && open) return open;
    if (pt < LEGIBLE_PT && legible !== null) {
      const moved = withRowsMoved(sections, sheet, legible, KEPT_ROWS);
      if (moved) return moved;
      legible = null;
    }
    const whole = withBlanks(sections, sheet, pt);
    if (whole && !whole.some(endsOpen)) return { sections: whole, pt, more: [] };
    if (whole) open ??= { sections: whole, pt, more: [] };
    if (pt >= LEGIBLE_PT) legible = pt;
  }
  if (open) return open;
  const pt = sheet.points.at(-1) as number;
  return (
    (pt >= LEGIBLE_PT ? withRowsMoved(sections, sheet, pt, KEPT_ROWS) : null) ?? cutToFit(sections, sheet, pt)
  );
}

/** Columns without a width share what the others leave. */
function widened(table: SlipTable, sheet: SlipSheet): SlipTable {
  const open = table.columns.filter(({ mm }) => mm === 0).length;
  const taken = table.columns.reduce((sum, { mm }) => sum + mm, 0);
  const share = open === 0 ? 0 : (slipGridMm(sheet) - taken) / open;
  return { ...table, columns: table.columns.map((column) => ({ ...column, mm: column.mm || share })) };
}

/** Lines of the form are unused and none of them could be struck. */
const endsOpen = (section: SlipSection): boolean =>
  section.kind === 'table' && section.blanks === 'struck' && wanted(section) > 0 && section.blankRows === 0;

const wanted = (table: SlipTable): number => Math.max(0, table.lines - table.rows.length);

/** The sections with their unused lines, when they fit: lines for a hand are needed, struck ones fill what is left. */
function withBlanks(sections: readonly SlipSection[], sheet: SlipSheet, pt: number): SlipSection[] | null {
  const bare = sections.map((section) =>
    section.kind === 'table'
      ? { ...section, blankRows: section.blanks === 'hand' ? wanted(section) : 0 }
      : section,
  );
  let room = sheet.bodyMm - slipMm(bare, sheet, pt);
  if (room < 0) return null;
  return bare.map((section) => {
    if (section.kind !== 'table' || section.blanks === 'hand') return section;
    const blankRows = Math.min(wanted(section), Math.floor(room / tableRowMm(section, sheet, pt)));
    room -= blankRows * tableRowMm(section, sheet, pt);
    return { ...section, blankRows };
  });
}

/**
 * The last lines of the longest tables on continuation sheets; null when that alone is not enough, or when a table would
 * keep fewer than `kept` lines.
 */
function withRowsMoved(
  sections: readonly SlipSection[],
  sheet: SlipSheet,
  pt: number,
  kept: number,
): Fitted | null {
  const { first, moved } = rowsMoved(sections, sheet, pt, kept);
  if (moved.length === 0 || slipMm(first, sheet, pt) > sheet.bodyMm) return null;
  return { sections: first, pt, more: spread(moved, sheet, pt) };
}

function rowsMoved(
  sections: readonly SlipSection[],
  sheet: SlipSheet,
  pt: number,
  kept: number,
): { first: SlipSection[]; moved: SlipSection[] } {
  const first = sections.map((section) =>
    section.kind === 'table' ? { ...section, rows: [...section.rows], blankRows: 0 } : section,
  );
  const taken = new Map<SlipTable, PrintCell[][]>();
  while (slipMm(first, sheet, pt) > sheet.bodyMm) {
    const longest = first
      .filter((section) => section.kind === 'table')
      .reduce<SlipTable | null>((a, b) => (a && a.rows.length >= b.rows.length ? a : b), null);
    if (!longest || longest.rows.length <= kept) break;
    const row = longest.rows.pop();
    if (row) taken.set(longest, [row, ...(taken.get(longest) ?? [])]);
  }
  const moved = first.flatMap((section, at): SlipSection[] => {
    const rows = section.kind === 'table' ? taken.get(section) : undefined;
    if (section.kind !== 'table' || !rows) return [];
    // What the table is of is said again overleaf.
    const above = first[at - 1];
    const table = { ...section, rows, lines: 0 };
    return above?.kind === 'heading' ? [above, table] : [table];
  });
  return { first, moved };
}

/** At the smallest type: long values keep their beginning, item lines and then whole groups of fields go on overleaf. */
function cutToFit(sections: readonly SlipSection[], sheet: SlipSheet, pt: number): Fitted {
  const tails: SlipTails['tails'] = [];
  const cut = (cell: PrintCell, width: number, lines: number, label: string): PrintCell => {
    const [head, rest] = cutRuns(runsOf(cell), width, lines);
    if (rest.length === 0) return cell;
    tails.push({ label, cell: ofRuns(rest) });
    return ofRuns(head);
  };
  const tooHigh = (list: readonly SlipSection[]): boolean => slipMm(list, sheet, pt) > sheet.bodyMm;

  let first: SlipSection[] = sections.map((section) => {
    if (section.kind === 'fields') {
      const fields = fieldRows(section).flatMap((row) =>
        row.map(({ field, span }): SlipField => {
          const cell = cut(
            fieldCell(field),
            valueEm(sheet, pt, section.across, span),
            KEPT_LINES,
            field.label,
          );
          return { ...field, value: cell.text, runs: cell.runs };
        }),
      );
      return { ...section, fields };
    }
    if (section.kind === 'table') {
      const rows = section.rows.map((row) =>
        row.map((cell, i) =>
          cut(cell, itemEm(section, i, sheet, pt), KEPT_LINES, section.columns[i]?.label ?? ''),
        ),
      );
      return { ...section, rows, blankRows: 0 };
    }
    if (section.kind === 'text' && section.small) {
      const cell = cut({ text: section.text }, textEm(sheet, pt, true), 1, section.label);
      return { ...section, text: cell.text };
    }
    return section;
  });
  const groups: SlipSection[] = [];
  let rows = rowsMoved(first, sheet, pt, 1);
  if (tooHigh(rows.first)) {
    first = first.map((section) => {
      if (section.kind !== 'text' || section.small) return section;
      return {
        ...section,
        text: cut({ text: section.text }, textEm(sheet, pt, false), KEPT_LINES, section.label).text,
      };
    });
    rows = rowsMoved(first, sheet, pt, 1);
  }
  while (tooHigh(rows.first)) {
    const at = movable(first);
    if (at < 0) break;
    const from = first[at - 1]?.kind === 'heading' ? at - 1 : at;
    groups.unshift(...first.splice(from, at - from + 1));
    rows = rowsMoved(first, sheet, pt, 1);
  }
  if (tooHigh(rows.first)) rows = rowsMoved(first, sheet, pt, 0);
  first = rows.first;
  if (!tooHigh(first)) first = blanksForHand(first, sheet, pt);
  const rest: SlipSection[] = [...groups, ...rows.moved];
  if (tails.length > 0) rest.push({ kind: 'tails', tails });
  return { sections: first, pt, more: spread(rest, sheet, pt) };
}

/** The last group of fields above a line to cut along, else the last of all: a stub keeps what it is for. */
function movable(sections: readonly SlipSection[]): number {
  const stub = sections.findIndex(({ kind }) => kind === 'cut');
  const isGroup = ({ kind }: SlipSection): boolean => kind === 'fields';
  const above = stub < 0 ? -1 : sections.slice(0, stub).findLastIndex(isGroup);
  return above >= 0 ? above : sections.findLastIndex(isGroup);
}

/** As many lines for a hand as still have room. */
function blanksForHand(sections: readonly SlipSection[], sheet: SlipSheet, pt: number): SlipSection[] {
  let room = sheet.bodyMm - slipMm(sections, sheet, pt);
  return sections.map((section) => {
    if (section.kind !== 'table' || section.blanks !== 'hand') return section;
    const blankRows = Math.min(wanted(section), Math.floor(room / tableRowMm(section, sheet, pt)));
    room -= blankRows * tableRowMm(section, sheet, pt);
    return { ...section, blankRows };
  });
}

const ofRuns = (runs: Run[]): PrintCell => ({ text: runs.map((run) => run.text).join(''), runs });
