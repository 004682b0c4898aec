import type { PrintCell, SlipField, SlipFields, SlipSection, SlipTable } from '../../shared/print/forms';
import { graphemesOf, paperText } from '../../shared/print/measure';
import { type PaperLine, strikesOf } from './cells';
import type { Desk } from './desk';

/** The pieces a slip is put together from, top to bottom. Texts come as typed; paperText is applied here. */

export interface FieldOptions {
  /** Row fields the value shows: their corrections are struck through in it. */
  of?: readonly string[];
  /** A hand fills it later: an empty value is left open, not struck `/`. */
  hand?: boolean;
  /** A row of its own. */
  wide?: boolean;
  /** Least height in mm, for several lines by hand. */
  minMm?: number;
  /** Printed on an empty slip too: boxes to tick (`ticks`), words of the form. */
  fixed?: boolean;
}

/** Makes fields of one entry (`line` null: an empty slip, everything by hand). Empty values print `/` unless a hand fills them. */
export function fieldsOf(
  line: PaperLine | null,
  desk: Desk,
): (label: string, value: string | null | undefined, options?: FieldOptions) => SlipField {
  return (label, value, { of = [], hand = false, wide, minMm, fixed = false } = {}) => {
    const text = line === null && !fixed ? '' : paperText(value ?? '');
    const byHand = line === null || (hand && text === '' && line.state !== 'voided');
    return {
      label,
      value: text || (byHand ? '' : '/'),
      ...(byHand ? { hand: true } : {}),
      ...(line ? { strikes: strikesOf(line, of, desk) } : {}),
      ...(wide ? { wide } : {}),
      ...(minMm ? { minMm } : {}),
    };
  };
}

/** Fields side by side, two by two unless `across` says otherwise. */
export const fields = (list: SlipField[], across = 2): SlipFields => ({
  kind: 'fields',
  across,
  fields: list,
});

/** A shaded heading over what follows. */
export const heading = (text: string): SlipSection => ({ kind: 'heading', text });

export interface TableColumn {
  label: string;
  /** Width in mm; left out: shares what the others leave. */
  mm?: number;
  align?: SlipTable['columns'][number]['align'];
}

/**
 * A table of item lines. `lines`: lines the form has in all; unused ones are struck once with 以下空白, or left open when
 * `hand` is set (an empty slip, lines to be filled at the gate). `minMm`: least height of a line somebody signs in.
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | PrintCell)[])[],
  { lines = 0, hand = false, minMm }: { lines?: number; hand?: boolean; minMm?: number } = {},
): SlipTable {
  return {
    kind: 'table',
    columns: columns.map(({ label, mm = 0, align = 'left' }) => ({ label, mm, align })),
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? { text: paperText(cell) || '/' } : cell)),
    ),
    lines,
    blanks: hand ? 'hand' : 'struck',
    ...(minMm ? { minMm } : {}),
    blankRows: 0,
  };
}

/** A paragraph in the size of the fields: an agreement, a statement somebody signs. */
export const paragraph = (text: string, label = ''): SlipSection => ({
  kind: 'text',
  label,
  text: paperText(text),
  small: false,
});

/** A remark in small type; `label` names its rest on a continuation sheet. */
export const remark = (text: string, label: string): SlipSection => ({
  kind: 'text',
  label,
  text: paperText(text),
  small: true,
});

/** Who is expected to sign with ink: label, and a name as a reminder, never a signature (domain.md §6.2). */
export const signatures = (
  cells: readonly (readonly [label: string, name?: string | null])[],
): SlipSection => ({
  kind: 'signatures',
  cells: cells.map(([label, name]) => ({ label, hint: hintOf(paperText(name ?? '')) })),
});

/** A line to cut along; what follows is the receipt stub. */
export const cutLine = ({ wording }: Pick<Desk, 'wording'>): SlipSection => ({
  kind: 'cut',
  text: wording.t('print:mark.cut'),
});

/** `☑ 业主` or `□ 业主`. */
export const tick = (on: boolean, text: string): string => `${on ? '☑' : '□'} ${text}`;

/** All choices of a kind with the chosen one ticked; null ticks none (an empty slip). */
export const ticks = (
  chosen: string | null,
  choices: readonly (readonly [code: string, text: string])[],
): string => choices.map(([code, text]) => tick(code === chosen, text)).join('  ');

const HINT_MAX = 12;
/** A long name stands whole in its field; under the line for the hand its beginning is enough. */
const hintOf = (name: string): string => {
  const parts = graphemesOf(name);
  return parts.length > HINT_MAX ? `${parts.slice(0, HINT_MAX).join('')}…` : name;
};
