import { NUMBERED, type NumberedRegister, readScanCode } from '../../shared/ids';
import { foldQuery, type Run, readingsOf, runsOf } from './search-text';
import { DIGITS, gramsOf, LETTERS, registerToken, WORD } from './search-tokens';

/** What a clerk types, as conditions on the index. Pure. */

/** One way to read the query: every group must hold, one token of each group is enough. */
export interface Reading {
  groups: string[][];
  /** Texts that must stand in the haystack as a whole: runs longer than a token. */
  whole: Run[];
  /** Only entries of this register (its prefix was typed): looked up with the entry, as its token is in half the index. */
  register?: NumberedRegister;
}
export interface Query {
  /** Any reading will do. */
  readings: Reading[];
  /** Set when the query may mean a running number: `123`, `SW123`. */
  number: { register: NumberedRegister | null; n: number } | null;
}

const REGISTERS = Object.keys(NUMBERED) as NumberedRegister[];

/** The tokens that one run asks for; `whole` when they do not say it all. `numbers`: digits may be a running number too. */
function conditions(run: Run, numbers: boolean): Reading {
  const { kind, text } = run;
  if (kind === 'latin') {
    const first = `l${text.slice(0, LETTERS)}`;
    if (text.length <= LETTERS) return { groups: [[first]], whole: [] };
    // A long word, or pinyin: six letters from the second syllable on, wherever it may start, leave few to look at.
    const second = secondSyllables(text).map((at) => `l${text.slice(at, at + LETTERS)}`);
    return { groups: [[first], [`w${text.slice(0, WORD)}`, ...second]], whole: [run] };
  }
  if (kind === 'digits') {
    if (text.length <= DIGITS) {
      const n = Number(text);
      return { groups: [[`d${text}`, ...(numbers && n > 0 ? [`n${n}`] : [])]], whole: [] };
    }
    // Two stretches select enough; the head of a phone is too common to help.
    const [last, before] = [text.length - DIGITS, Math.max(0, text.length - 2 * DIGITS)];
    const stretches = [last, before].map((at) => [`d${text.slice(at, at + DIGITS)}`]);
    return { groups: stretches, whole: [run] };
  }
  const { singles, pairs } = gramsOf(text);
  // Every other pair and the last one hold every character; the whole is looked for in what they leave.
  const tokens =
    singles.length === 1 ? singles : pairs.filter((_, i) => i % 2 === 0 || i === pairs.length - 1);
  return { groups: tokens.map((token) => [token]), whole: singles.length > 2 ? [run] : [] };
}

/** All runs of a query ANDed (王138, MacBook 银色). */
function runReading(runs: Run[], numbers = true): Reading {
  const all = runs.map((run) => conditions(run, numbers));
  return { groups: all.flatMap((one) => one.groups), whole: all.flatMap((one) => one.whole) };
}

const INITIALS = ',b,p,m,f,d,t,n,l,g,k,h,j,q,x,zh,ch,sh,r,z,c,s,y,w'.split(',');
const FINALS =
  'a,ai,an,ang,ao,e,ei,en,eng,er,i,ia,ian,iang,iao,ie,in,ing,iong,iu,o,ong,ou,u,ua,uai,uan,uang,ue,ui,un,uo,v,ve'.split(
    ',',
  );
/** Every initial with every final: more than Mandarin has, so that no real syllable is missing. */
const SYLLABLES = new Set(INITIALS.flatMap((initial) => FINALS.map((final) => initial + final)));
/** Beginnings of syllables: the last one may be typed half. */
const BEGINNINGS = new Set([...SYLLABLES].flatMap((s) => Array.from(s, (_, i) => s.slice(0, i + 1))));
const LONGEST_SYLLABLE = 6;

/** Where the second syllable may start when letters are read as pinyin; none when they cannot be cut into syllables. */
export function secondSyllables(text: string): number[] {
  // From the end: can the rest be cut? (Trying every cut from the front would be exponential.)
  const whole: boolean[] = [];
  const lengths = Array.from({ length: LONGEST_SYLLABLE }, (_, i) => i + 1);
  const next = (at: number): number[] =>
    lengths.map((n) => at + n).filter((to) => whole[to] && SYLLABLES.has(text.slice(at, to)));
  for (let at = text.length - 1; at > 0; at -= 1) {
    whole[at] = BEGINNINGS.has(text.slice(at)) || next(at).length > 0;
  }
  return next(0);
}

/** What was typed as words and digits alone, no number of an entry: for who looks for a person. At most one reading. */
export function readWords(typed: string): Reading[] {
  const runs = runsOf(foldQuery(typed));
  return runs.length > 0 ? [runReading(runs, false)] : [];
}

/** Is it a month of this century: `YYYYMM`? */
const isMonth = (digits: string): boolean => /^20\d\d(0[1-9]|1[0-2])$/.test(digits);

/** Tokens of the years or months that begin with up to five digits; none when the digits are no beginning of one. */
function periodTokens(digits: string): string[] {
  if (digits.length <= 4) {
    const years = Array.from({ length: 100 }, (_, i) => String(2000 + i));
    return years.filter((year) => year.startsWith(digits)).map((year) => `y${year}`);
  }
  const months = Array.from({ length: 12 }, (_, i) => digits.slice(0, 4) + String(i + 1).padStart(2, '0'));
  return months.filter((month) => isMonth(month) && month.startsWith(digits)).map((month) => `m${month}`);
}

/** Tokens of digits read as (the beginning of) month and running number: `2026`, `202611-01`, `2026110123`; none when they cannot be. */
function serialTokens(digits: string): string[] {
  // `20` says nothing yet; from the third digit on the years are few.
  if (digits.length < 6) return digits.length > 2 ? periodTokens(digits) : [];
  const month = digits.slice(0, 6);
  if (!isMonth(month)) return [];
  const rest = digits.slice(6);
  // A number typed in full, or its beginning: SW202611-012 may become 0123 or be 12 without its zeros.
  return rest === '' ? [`m${month}`] : [`s${month}x${Number(rest)}`, `b${month}${rest}`];
}

/** Reads a query. No readings: nothing in it can be searched. */
export function readQuery(typed: string): Query {
  const folded = foldQuery(typed);
  const compact = folded.replace(/[\s\-–—_.]/g, '');
  const scanned = readScanCode(compact);
  if (scanned) {
    const token = `s${scanned.month.replace('-', '')}x${scanned.n}`;
    return { readings: [{ groups: [[token]], whole: [], register: scanned.register }], number: null };
  }
  const runs = runsOf(folded);
  const readings: Reading[] = runs.length > 0 ? [runReading(runs)] : [];
  let number: Query['number'] = null;
  const match = /^([a-z]{2})?(\d*)$/.exec(compact);
  const digits = match?.[2] ?? '';
  const register = REGISTERS.find((r) => NUMBERED[r].prefix.toLowerCase() === match?.[1]) ?? null;
  if (match && (register || !match[1])) {
    const add = (groups: string[][]): void => {
      readings.push({ groups, whole: [], ...(register ? { register } : {}) });
    };
    // `SW`, `SW2`, `SW20`: a number of this register is on its way.
    if (register && '20'.startsWith(digits)) add([[registerToken(register)]]);
    if (digits.length > 0 && digits.length <= 6 && Number(digits) > 0) {
      number = { register, n: Number(digits) };
      // Four digits and fewer are in the runs' reading already when nothing stands before them.
      if (register || digits.length > DIGITS) add([[`n${Number(digits)}`]]);
    }
    const serial = register || digits.length >= 6 ? serialTokens(digits) : [];
    if (serial.length > 0) add([serial]);
  }
  return { readings, number };
}

/** True when a haystack has the text as a whole (for runs longer than a token). */
export function holdsWhole(words: string, { kind, text }: Run): boolean {
  if (kind !== 'latin') return words.includes(text);
  for (const line of words.split('\n')) {
    if (line[0] === "'") {
      const syllables = line.slice(1).split("'");
      if (syllables.some((_, i) => syllables.slice(i).join('').startsWith(text))) return true;
    } else if (runsOf(line.slice(1)).some((run) => run.kind === 'latin' && run.text.startsWith(text)))
      return true;
  }
  return false;
}

/** Pieces of a hit to highlight: what was typed, and the Han characters that its pinyin or initials stand for. */
export function marksOf(typed: string, words: string): string[] {
  const marks = new Set<string>();
  for (const run of runsOf(foldQuery(typed))) {
    marks.add(run.text);
    if (run.kind !== 'latin') continue;
    for (const line of words.split('\n')) {
      if (line[0] !== '@') continue;
      for (const name of runsOf(line.slice(1)))
        if (name.kind === 'gram') for (const piece of spoken(name.text, run.text)) marks.add(piece);
    }
  }
  return [...marks];
}

/** Parts of a Han run that the typed letters spell, as initials or as pinyin. */
function spoken(run: string, typed: string): string[] {
  const chars = [...run];
  const pieces: string[] = [];
  for (const syllables of readingsOf(run)) {
    const initials = syllables.map((s) => s[0]).join('');
    for (let i = 0; i < syllables.length; i += 1) {
      if (initials.startsWith(typed, i)) pieces.push(chars.slice(i, i + typed.length).join(''));
      let spelled = '';
      for (let j = i; j < syllables.length && spelled.length < typed.length; j += 1) {
        spelled += syllables[j];
        if (spelled.startsWith(typed)) pieces.push(chars.slice(i, j + 1).join(''));
        else if (!typed.startsWith(spelled)) break;
      }
    }
  }
  return pieces;
}
