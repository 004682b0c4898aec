import { readSerialNo } from '../../shared/ids';
import { fold, haystackLine, readingsOf, runsOf } from './search-text';

/**
 * Tokens of the search index (speed.md §1), pure. One FTS column holds every class, told apart by a first letter, so that
 * nearly every query is one token and needs no second look:
 * - Han and other letters: each character and each adjacent pair, as they are (`u20bb7` for what a tokenizer may not know);
 * - `l` + 1–6 letters: beginnings of Latin words; full pinyin from any syllable on; runs of initials;
 * - `w` + 7–12 letters: beginnings of longer Latin words (longer pinyin is asked syllable by syllable);
 * - `d` + digits: any four in a row; the first 1–3 of numbers in text; first 3 and last 2–3 of phones;
 * - `n` + running number; `s` + month + `x` + running number; `m` + month; `y` + year; `b` + month + its first digits: serial numbers;
 * - `r` + register.
 *
 * An entry's haystack (`words`) has one line per text, led by its class: ' ' text, '@' name, "'" pinyin of the name before,
 * '#' phone, '=' serial number. Tokens follow from the haystack alone, so an unchanged haystack costs no write.
 */

/** What an entry gives to the index. */
export interface SearchFields {
  /** Names of things, features, places: Han characters and pairs, Latin words, digits. */
  texts: readonly (string | null)[];
  /** Persons (and item names): characters and pairs, pinyin initials, full pinyin. */
  names: readonly (string | null)[];
  /** Digits only: any four in a row, last four, last three. */
  phones: readonly (string | null)[];
  /** Serial number and scan code. */
  codes: readonly string[];
}

/** Longest prefix of letters and of a long Latin word that is a token of its own. */
export const LETTERS = 6;
export const WORD = 12;
/** Digits in a row that make a token. */
export const DIGITS = 4;

/** The haystack of an entry. */
export function wordsOf(fields: SearchFields): string {
  const lines = new Set<string>();
  const add = (mark: string, line: string): void => {
    if (line !== '') lines.add(mark + line);
  };
  for (const name of fields.names) {
    if (name === null) continue;
    const line = haystackLine(name);
    add('@', line);
    for (const run of runsOf(line)) {
      if (run.kind !== 'gram') continue;
      for (const reading of readingsOf(run.text)) add("'", reading.join("'"));
    }
  }
  for (const text of fields.texts) {
    const line = text === null ? '' : haystackLine(text);
    // A name's own line serves as its text too.
    if (!lines.has(`@${line}`)) add(' ', line);
  }
  for (const phone of fields.phones) if (phone !== null) add('#', fold(phone).replace(/[^0-9]/g, ''));
  // A scan code is its serial number in other digits; the query is translated instead.
  for (const code of fields.codes) if (readSerialNo(code)) add('=', code.toLowerCase());
  return [...lines].join('\n');
}

/** A character as part of a token: only letters every version of the tokenizer knows stand as they are. */
function letter(char: string): string {
  const code = char.codePointAt(0)!;
  const known = (code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x3400 && code <= 0x4db5);
  return known ? char : `u${code.toString(16)}`;
}

/** Characters and adjacent pairs of a run. */
export function gramsOf(run: string): { singles: string[]; pairs: string[] } {
  const singles = Array.from(run, letter);
  const pairs: string[] = [];
  for (let i = 1; i < singles.length; i += 1) pairs.push(singles[i - 1]! + singles[i]!);
  return { singles, pairs };
}

/** Every four digits in a row; a shorter number is its own token. */
export function fours(digits: string): string[] {
  if (digits.length <= DIGITS) return [`d${digits}`];
  const tokens: string[] = [];
  for (let i = 0; i + DIGITS <= digits.length; i += 1) tokens.push(`d${digits.slice(i, i + DIGITS)}`);
  return tokens;
}

function lineTokens(line: string): string[] {
  const mark = line[0];
  const body = line.slice(1);
  const tokens: string[] = [];
  const prefixes = (word: string, most: number, kind: string): void => {
    for (let n = 1; n <= Math.min(most, word.length); n += 1) tokens.push(kind + word.slice(0, n));
  };
  if (mark === '=') {
    const serial = readSerialNo(body);
    if (serial) {
      const month = serial.month.replace('-', '');
      tokens.push(`n${serial.n}`, `s${month}x${serial.n}`, `m${month}`, `y${month.slice(0, 4)}`);
      // All but the last digit of the number as it stands in the serial (at least four digits).
      prefixes(body.slice(body.indexOf('-') + 1, -1), LETTERS, `b${month}`);
    }
  } else if (mark === '#') {
    tokens.push(...fours(body), `d${body.slice(0, 3)}`, `d${body.slice(-3)}`, `d${body.slice(-2)}`);
  } else if (mark === "'") {
    const syllables = body.split("'");
    const initials = syllables.map((s) => s[0]).join('');
    for (let i = 0; i < syllables.length; i += 1) {
      prefixes(syllables.slice(i, i + LETTERS).join(''), LETTERS, 'l');
      // Runs of initials: up to six from the beginning, up to three from inside.
      prefixes(initials.slice(i), i === 0 ? LETTERS : 3, 'l');
    }
  } else {
    for (const run of runsOf(body)) {
      if (run.kind === 'latin') {
        prefixes(run.text, LETTERS, 'l');
        for (let n = LETTERS + 1; n <= Math.min(WORD, run.text.length); n += 1)
          tokens.push(`w${run.text.slice(0, n)}`);
      } else if (run.kind === 'digits') {
        prefixes(run.text, DIGITS - 1, 'd');
        tokens.push(...fours(run.text));
      } else {
        const { singles, pairs } = gramsOf(run.text);
        tokens.push(...singles, ...pairs);
      }
    }
  }
  return tokens;
}

/** Places, things and names repeat; so do their tokens. Dropped whole when full. */
const remembered = new Map<string, string>();
const REMEMBERED = 50_000;

/** Phones, numbers and codes hardly repeat: remembering them would only push the others out. */
const repeats = (line: string): boolean =>
  line[0] === '@' || line[0] === "'" || (line[0] === ' ' && !(line[1]! >= '0' && line[1]! <= '9'));

/** Token of a register. */
export const registerToken = (register: string): string => `r${register.toLowerCase()}`;

/**
 * All tokens of an entry, separated by blanks: what goes into the FTS row. A token that several lines share stands there
 * several times; the index (detail=none) keeps it once.
 */
export function tokensOf(register: string, words: string): string {
  let all = registerToken(register);
  for (const line of words.split('\n')) {
    if (!repeats(line)) {
      for (const token of lineTokens(line)) all += ` ${token}`;
      continue;
    }
    let own = remembered.get(line);
    if (own === undefined) {
      own = [...new Set(lineTokens(line))].join(' ');
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(line, own);
    }
    all += ` ${own}`;
  }
  return all;
}
