import type { GoodsInput } from '../../../shared/registers/release-requests';
import type { GoodsLine } from '../../../shared/registers/release-requests.row';
import { countTyped } from '../../ui/fields/NumberFields';

/** Lines of goods while they are typed: text in every cell, an empty line at the end to type on. Pure. */

export interface TypedLine {
  name: string;
  spec: string;
  quantity: string;
  unit: string;
  remark: string;
}

/** Counting word where none was typed. */
const USUAL_UNIT = '件';
export const EMPTY_LINE: TypedLine = { name: '', spec: '', quantity: '1', unit: USUAL_UNIT, remark: '' };

export const isEmpty = (line: TypedLine): boolean =>
  line.name.trim() === '' && line.spec.trim() === '' && line.remark.trim() === '';

/** Empty lines between are closed up; exactly one stands at the end. */
export const openEnded = (lines: readonly TypedLine[]): TypedLine[] => [
  ...lines
    .filter((line, index) => !isEmpty(line) || index === lines.length - 1)
    .filter((line) => !isEmpty(line)),
  EMPTY_LINE,
];

/** What the operation takes; a count that is none goes as NaN, so the door marks the cell. */
export const goodsOf = (lines: readonly TypedLine[]): GoodsInput[] =>
  lines
    .filter((line) => !isEmpty(line))
    .map(({ name, spec, quantity, unit, remark }) => ({
      name,
      spec,
      quantity: countTyped(quantity),
      unit: unit.trim() || USUAL_UNIT,
      remark,
    }));

/** Lines of an earlier slip, to be typed over; `counted` takes what the gate found (goods that were not there are left out). */
export function typedOf(
  goods: readonly (Pick<GoodsLine, 'name' | 'spec' | 'quantity' | 'unit' | 'remark'> & {
    counted?: number | null;
  })[],
  counted = false,
): TypedLine[] {
  const lines = goods.map((line) => ({
    name: line.name,
    spec: line.spec ?? '',
    quantity: String(counted ? (line.counted ?? line.quantity) : line.quantity),
    unit: line.unit,
    remark: line.remark ?? '',
  }));
  return openEnded(lines.filter(({ quantity }) => quantity !== '0'));
}

/** `沙发×2张`, `冰箱 1 台`, `纸箱*12`: name, count and perhaps the counting word at once; null when it is only a name. */
export function readLine(text: string): Pick<TypedLine, 'name' | 'quantity' | 'unit'> | null {
  const match = /^(.*\S)(?:\s*[×xX*＊]\s*|\s+)(\d{1,6})\s*([\p{Script=Han}a-zA-Z]{0,4})$/u.exec(
    text.normalize('NFKC').trim(),
  );
  if (!match) return null;
  return { name: match[1]!.trim(), quantity: String(Number(match[2])), unit: match[3] || USUAL_UNIT };
}

/** Lines pasted from a table (name, spec, quantity, unit, remark, parted by tabs) or from a message, one thing a line. */
export function readPasted(text: string): TypedLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\d{1,2}[.、)）]\s*/, ''))
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t').map((cell) => cell.trim());
      if (cells.length > 1) {
        const [name = '', spec = '', quantity = '', unit = '', remark = ''] = cells;
        return { name, spec, quantity: quantity || '1', unit: unit || USUAL_UNIT, remark };
      }
      const read = readLine(line);
      return read ? { ...EMPTY_LINE, ...read } : { ...EMPTY_LINE, name: line.trim() };
    });
}
