import { z } from 'zod';
import { ROLES } from '../posts';

/**
 * Books that the office defines itself (domain.md §2.0 P3: "generic register is enough"). A definition says title, form
 * code, columns, course, who may write, retention and print layout. Each value column has a slot of its own in the lines'
 * table, so corrections, seals and erasures work column by column as in every other register.
 */

/** Kinds of shared/columns.ts that an own column may have; `signature` is signed on paper and holds no value. */
export const CUSTOM_KINDS = [
  'text',
  'longText',
  'person',
  'place',
  'day',
  'time',
  'dayTime',
  'choice',
  'count',
  'money',
  'signature',
] as const;
export type CustomKind = (typeof CUSTOM_KINDS)[number];

/** Slots of plain values, of personal values (in the journal only as salted digests) and of signature cells. */
export const PLAIN_SLOTS = [
  'v01',
  'v02',
  'v03',
  'v04',
  'v05',
  'v06',
  'v07',
  'v08',
  'v09',
  'v10',
  'v11',
  'v12',
] as const;
export const PERSONAL_SLOTS = ['p01', 'p02', 'p03', 'p04'] as const;
export const SIGN_SLOTS = ['s01', 's02', 's03'] as const;
export const VALUE_SLOTS = [...PLAIN_SLOTS, ...PERSONAL_SLOTS] as const;
export const SLOTS = [...VALUE_SLOTS, ...SIGN_SLOTS] as const;
export type ValueSlot = (typeof VALUE_SLOTS)[number];
export type Slot = (typeof SLOTS)[number];

/** Kinds whose values may be sealed as personal; people always are. */
export const SEALABLE: readonly CustomKind[] = ['text', 'longText', 'person', 'place'];

/**
 * The course of a line, the short list of states: `record` is written and done (recorded); `task` open → done; `work`
 * open → doing → done.
 */
export const FLOWS = ['record', 'task', 'work'] as const;
export type Flow = (typeof FLOWS)[number];

export const CUSTOM_BOOK_STATES = ['open', 'closed'] as const;
/** State chart: a closed book takes no new lines and may be opened again. */
export const CUSTOM_BOOK_NEXT: Record<'open' | 'closed', readonly ('open' | 'closed')[]> = {
  open: ['closed'],
  closed: ['open'],
};

/** Years that the lines are kept; null: for good. */
export const RETENTIONS = [1, 2, 3, 5, 10] as const;
/** Who signs at the foot of a page. */
export const FOOT_SIGNERS = ['recorder', 'checker', 'approver'] as const;

export const customColumn = z.object({
  slot: z.enum(SLOTS),
  kind: z.enum(CUSTOM_KINDS),
  /** Heading in Chinese, and in English where the office wrote one. */
  zh: z.string(),
  en: z.string().nullable(),
  /** Values of a choice. */
  choices: z.array(z.string()),
  required: z.boolean(),
  /** Off the strip and the paper of today on; older values stay in their lines. */
  hidden: z.boolean(),
});
export type CustomColumn = z.infer<typeof customColumn>;

const s = z.string();

/** A definition as stored: lists are JSON texts. */
export const customBook = z.object({
  id: s,
  state: z.enum(CUSTOM_BOOK_STATES),
  version: z.number().int(),
  /** Form code below the title, unique: `ZD-01`. */
  code: s,
  zh: s,
  en: s.nullable(),
  flow: z.enum(FLOWS),
  /** JSON of CustomColumn[], in paper order. */
  columns: s,
  /** Grows with every change of the columns: A/0, A/1, … under the form code. */
  revision: z.number().int(),
  /** JSON of the roles that may write. */
  writers: s,
  keepYears: z.number().int().nullable(),
  /** JSON of FOOT_SIGNERS. */
  signers: s,
  /** Explanation at the foot of the page. */
  foot: s.nullable(),
  definedAt: s,
  definerId: s,
  definerName: s,
});
export type CustomBook = z.infer<typeof customBook>;

/** A definition as screens and papers read it. */
export const customBookLine = customBook.extend({
  columns: z.array(customColumn),
  writers: z.array(z.enum(ROLES)),
  signers: z.array(z.enum(FOOT_SIGNERS)),
  /** Lines written so far: from the first one on no column changes its kind. */
  lines: z.number().int(),
});
export type CustomBookLine = z.infer<typeof customBookLine>;

/** The book's or column's name in the reader's language. */
export const nameIn = (lang: 'zh-CN' | 'en', { zh, en }: { zh: string; en: string | null }): string =>
  lang === 'en' && en ? en : zh;

export const hasValue = (column: CustomColumn): column is CustomColumn & { slot: ValueSlot } =>
  column.kind !== 'signature';
