import type { OpName } from '../../shared/api';
import type { Wording } from '../../shared/columns';
import { hasWords, NAMESPACES } from '../i18n';
import type { Desk } from './desk';

/**
 * What the screens of all registers know of one book: where its words stand and what is special about its values. All
 * labels come by convention (see `fieldLabel`, `stateLabel`, …), so a register writes its locale file and nothing here.
 */
export interface Book {
  /** Name of the register = namespace of its operations, e.g. `keys`. */
  register: string;
  /** Where several books share a register (own books): which of them it is. */
  id?: string;
  /** Its room's locale file, e.g. `found-items`. */
  ns: string;
  /** Where the words of its states stand; default `state.<register>`. */
  stateGroup?: string;
  /** Fields whose values are codes, with the group of their words: `{ outcome: 'outcome' }` → `<ns>:outcome.<code>`. */
  codes?: Readonly<Record<string, string>>;
  /** Own words for values of some fields; null leaves it to the general rules. */
  value?: (field: string, value: string, words: Wording, desk: Desk) => string | null;
  /** Letter of an act on the entry page, by physical key: `{ lend: 'L' }`. E, X, M, A, F, S are taken by COMMON_KEYS. */
  keys?: Readonly<Record<string, string>>;
  /** Acts that cannot be taken back, drawn in red besides `void`. */
  grave?: readonly string[];
  /** Acts whose line in the story is red besides corrections and voids, e.g. a refused claim. */
  graveStory?: readonly string[];
}

/** A correction as it stands struck on a line. */
export interface LineStrike {
  field: string;
  old: string | null;
  new: string | null;
  reason: string;
  by: string;
  at: string;
}

/** Name of a book on its shelf. */
export const shelfName = (book: Book): string => book.id ?? book.register;

/** What every entry has, whatever its register: the shared spine. */
export interface Line {
  id: string;
  serialNo: string;
  scanCode: string;
  state: string;
  version: number;
  recorderId: string;
  recordedAt: string;
  strikes: readonly LineStrike[];
  /** 补录. */
  late?: boolean;
}

/** Operations by what they are called: every register has some of them. */
export type CorrectOp = Extract<OpName, `${string}.correct`>;
export type VoidOp = Extract<OpName, `${string}.void`>;
export type UnmaskOp = Extract<OpName, `${string}.unmask`>;
export type SeenOp = Extract<OpName, `${string}.markSeen`>;
/** A query without input that counts what needs doing. */
export type CountsOp = Extract<OpName, `${string}.counts`>;

/** Counts on top of a book and on the Today board: computed by `op`, shown in this order, each a door to its list. */
export interface NeedCounts {
  book: Book;
  op: CountsOp;
  needs: readonly string[];
  /** Red on the Today board when not 0. */
  late?: readonly string[];
  /** Never urgent: waiting for others. */
  quiet?: readonly string[];
}

/** The first key that has words; the first at all when none has, so that an eye finds it. */
const firstOf = (...keys: readonly [string, ...string[]]): string => keys.find(hasWords) ?? keys[0];

/** Name of an act without its register: `keys.lend` → `lend`. */
export const actOf = (op: string): string => op.split('.')[1] ?? op;

/** `<ns>:field.<register>.<field>`, else `book:field.<field>` (number, void reason, recorder, …). */
export const fieldLabel = (book: Book, field: string): string =>
  firstOf(`${book.ns}:field.${book.register}.${field}`, `book:field.${field}`);

/** `<ns>:state.<register>.<state>`, else `book:state.<state>` (作废). */
export const stateLabel = (book: Book, state: string): string =>
  firstOf(`${book.ns}:${book.stateGroup ?? `state.${book.register}`}.${state}`, `book:state.${state}`);

/** `<ns>:op.<namespace>.<act>`, else `book:op.<act>` (更正, 作废, …), else the words of the room the act belongs to. */
export const opLabel = (book: Book, op: string): string =>
  firstOf(`${book.ns}:op.${op}`, ...NAMESPACES.map((ns) => `${ns}:op.${op}`), `book:op.${actOf(op)}`);

/** `<ns>:warning.<register>.<warning>`, else `book:warning.<warning>` (too many corrections). */
export const warningLabel = (book: Book, warning: string): string =>
  firstOf(`${book.ns}:warning.${book.register}.${warning}`, `book:warning.${warning}`);

/** `<ns>:need.<register>.<need>`; may name limits of the office, e.g. `{{openLongDays}}`. */
export const needLabel = (book: Book, need: string): string => `${book.ns}:need.${book.register}.${need}`;

/** `<ns>:book.<register>`: the name on the book's back. */
export const bookLabel = (book: Book): string => `${book.ns}:book.${book.register}`;

/** The one sentence of rule in an act's dialog, if there is one: `<ns>:rule.<namespace>.<act>`, else `book:rule.<act>`. */
export const ruleLabel = (book: Book, op: string): string | null =>
  [`${book.ns}:rule.${op}`, `book:rule.${actOf(op)}`].find(hasWords) ?? null;

/** Name of a form as its paper is titled. */
export const formLabel = (form: string): string => `print:title.${form}`;
