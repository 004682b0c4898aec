import type { z } from 'zod';
import { isDay } from '../../../shared/dates';
import enUnits from '../../../shared/i18n/en/units.json';
import zhUnits from '../../../shared/i18n/zh-CN/units.json';

/** What stands in a cell as what a column of the database takes. A value that cannot be read is a problem with a code. */

export type Read<T> = { value: T } | { problem: string; params?: Record<string, string | number> };

/** Words of a choice in both languages and its codes themselves → code. */
function wordsOf(...groups: readonly Record<string, string>[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const group of groups)
    for (const [code, word] of Object.entries(group)) {
      words.set(plain(word), code);
      words.set(plain(code), code);
    }
  return words;
}
const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/、（）()]/g, '');

/** Further words that real files use. */
const ALSO: Record<string, Record<string, string>> = {
  use: {
    普通住宅: 'residence',
    公寓: 'residence',
    别墅: 'residence',
    写字楼: 'office',
    商业: 'shop',
    店铺: 'shop',
    仓库: 'storage',
    车位: 'parking',
  },
  occupancyState: {
    已入住: 'occupied',
    自住: 'occupied',
    已出租: 'let',
    出租中: 'let',
    未入住: 'vacant',
    空房: 'vacant',
    装修中: 'fitOut',
    未交付: 'soldNotHanded',
    未交房: 'soldNotHanded',
    已退租: 'movedOut',
  },
  role: {
    产权人: 'owner',
    房东: 'owner',
    租客: 'tenant',
    承租人: 'tenant',
    商家: 'merchant',
    家属: 'occupant',
    使用人: 'occupant',
  },
  kind: { 自然人: 'person', 公司: 'company', 企业: 'company', 法人: 'company' },
  documentKind: {
    身份证: 'idCard',
    港澳居民来往内地通行证: 'other',
    台胞证: 'other',
    统一社会信用代码: 'businessLicence',
  },
  gender: { m: 'male', f: 'female', 先生: 'male', 女士: 'female' },
};

const CHOICES: Record<string, Map<string, string>> = Object.fromEntries(
  (['use', 'occupancyState', 'role', 'kind', 'gender', 'documentKind'] as const).map((group) => {
    const words = wordsOf(zhUnits[group], enUnits[group]);
    for (const [word, code] of Object.entries(ALSO[group] ?? {})) words.set(plain(word), code);
    return [group, words];
  }),
);

/** Most days, areas and choices of a file stand in hundreds of its rows: each text is understood once. Dropped whole when full. */
const REMEMBERED = 2000;
function remembering<T>(read: (cell: string) => Read<T>): (cell: string) => Read<T> {
  const known = new Map<string, Read<T>>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const answer = read(cell);
    if (known.size >= REMEMBERED) known.clear();
    known.set(cell, answer);
    return answer;
  };
}

const choices = Object.fromEntries(
  Object.entries(CHOICES).map(([group, words]) => [
    group,
    remembering<string>((cell) => {
      const code = words.get(plain(cell));
      return code ? { value: code } : { problem: 'choice' };
    }),
  ]),
);

/** A choice by its word in either language. Problem `choice`. */
export const choiceOf = (group: string, cell: string): Read<string> =>
  choices[group]?.(cell) ?? { problem: 'choice' };

/** Nothing a schema would change or refuse: plain letters and common Han, no blank at the ends. */
const PLAIN_TEXT = /^[\u0021-\u007e\u4e00-\u9fa5]{1,20}$/;
/** A number that stands as it will be kept. */
const PLAIN_PHONE = /^\d{7,12}$/;

/** Most cells are plain: `textOf` without the schema's work, for fields of at least 20 characters. Problems as there. */
export const plainText = (schema: z.ZodType<string | null | undefined>, cell: string): Read<string | null> =>
  PLAIN_TEXT.test(cell) && !cell.startsWith('~') ? { value: cell } : textOf(schema, cell);

/** The same for phones. */
export const plainPhone = (
  schema: z.ZodType<string | null | undefined>,
  cell: string,
): Read<string | null> => (PLAIN_PHONE.test(cell) ? { value: cell } : textOf(schema, cell));

/** Text as a form's own schema takes it. Problems are those of the schema (`text.long`, `phone.unreadable` …). */
export function textOf(schema: z.ZodType<string | null | undefined>, cell: string): Read<string | null> {
  // A number that lost its last digits in the spreadsheet is no number any more.
  if (cell.startsWith('~')) return { problem: 'digitsLost' };
  const parsed = schema.safeParse(cell);
  if (parsed.success) return { value: parsed.data ?? null };
  return { problem: parsed.error.issues[0]?.message ?? 'text.broken' };
}

/** `89.5` or `89.50㎡` in 1/100 m². Problem `area`. */
export const areaOf = remembering<number>((cell) => {
  const match = /^(\d{1,6})(?:\.(\d{1,4}))?(?:㎡|m2|m²|平方米|平米)?$/i.exec(
    cell.normalize('NFKC').replace(/[,\s]/g, ''),
  );
  if (!match) return { problem: 'area' };
  const hundredths = Math.round(Number(`${match[1]}.${match[2] ?? '0'}`) * 100);
  return hundredths > 0 && hundredths <= 10_000_000 ? { value: hundredths } : { problem: 'area' };
});

/** Whole number in a span. Problem `count`. */
export function countOf(cell: string, min: number, max: number): Read<number> {
  const match = /^(\d{1,7})(?:\.0+)?人?$/.exec(cell.normalize('NFKC').trim());
  const value = Number(match?.[1] ?? Number.NaN);
  return value >= min && value <= max ? { value } : { problem: 'count', params: { min, max } };
}

/** Day number of a spreadsheet: days since 1899-12-30. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);

/** `2024-05-01`, `2024/5/1`, `2024年5月1日`, `20240501`, `2024.5.1`, with or without a time, or the spreadsheet's own number. Problem `day`. */
export const dayOfCell = remembering<string>((cell) => {
  const text = cell.normalize('NFKC').trim();
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match) {
    const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
    return isDay(day) ? { value: day } : { problem: 'day' };
  }
  if (!/^\d{4,5}(\.\d+)?$/.test(text)) return { problem: 'day' };
  // Four digits alone may be a year; as days they would lie before 1927.
  if (Number(text) < 10_000) return { problem: 'day' };
  return {
    value: new Date(SERIAL_ZERO_MS + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10),
  };
});

/** Several things in one cell: `粤B12345、粤B67890`. */
export const several = (cell: string): string[] =>
  cell
    .split(/[、,，;；|/\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
