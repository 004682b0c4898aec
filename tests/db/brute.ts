import { fold, foldQuery, haystackLine, readingsOf } from '../../electron/db/search-text';
import type { SearchFields } from '../../electron/db/search-tokens';
import { NUMBERED, type NumberedRegister, readScanCode, readSerialNo } from '../../shared/ids';

/**
 * What the omni-box promises, said the slow way: every entry looked at with plain string functions. The index must answer
 * exactly the same set.
 */
export interface Entry extends SearchFields {
  register: NumberedRegister;
  entryId: string;
  at: string;
}

/** One text taken apart. */
interface Text {
  line: string;
  words: readonly string[];
  numbers: readonly string[];
  /** Every reading of every run of letters that are not Latin. */
  readings: readonly (readonly string[])[];
}
const seen = new Map<string, Text>();
/** Taken apart once, looked at many thousand times. */
function textOf(value: string): Text {
  let text = seen.get(value);
  if (!text) {
    const line = haystackLine(value);
    const runs = line.match(/(?:(?![a-z0-9])[\p{L}\p{M}\p{N}])+/gu) ?? [];
    text = {
      line,
      words: line.match(/[a-z]+/g) ?? [],
      numbers: line.match(/[0-9]+/g) ?? [],
      readings: runs.flatMap((run) => [...readingsOf(run)]),
    };
    seen.set(value, text);
  }
  return text;
}
const present = (values: readonly (string | null)[]): Text[] => values.filter((v) => v !== null).map(textOf);

function latin(entry: Entry, typed: string): boolean {
  if (
    present([...entry.texts, ...entry.names]).some(({ words }) =>
      words.some((word) => word.startsWith(typed)),
    )
  )
    return true;
  return present(entry.names).some(({ readings }) =>
    readings.some((syllables) => {
      const initials = syllables.map((s) => s[0]).join('');
      return syllables.some(
        (_, i) =>
          syllables.slice(i).join('').startsWith(typed) ||
          (typed.length <= (i === 0 ? 6 : 3) && initials.startsWith(typed, i)),
      );
    }),
  );
}

function digits(entry: Entry, typed: string): boolean {
  const numbers = present([...entry.texts, ...entry.names]).flatMap((text) => text.numbers);
  const phones = entry.phones.filter((p) => p !== null).map((p) => fold(p).replace(/[^0-9]/g, ''));
  const n = Number(typed);
  if (typed.length <= 4 && n > 0 && entry.codes.some((code) => readSerialNo(code)?.n === n)) return true;
  if (typed.length >= 4) return [...numbers, ...phones].some((number) => number.includes(typed));
  return (
    numbers.some((number) => number.startsWith(typed)) ||
    phones.some(
      (phone) =>
        phone === typed ||
        (typed.length >= 2 && phone.endsWith(typed)) ||
        (typed.length === 3 && phone.startsWith(typed)),
    )
  );
}

/** The query's runs, each anywhere in the entry. */
function byRuns(entry: Entry, folded: string): boolean {
  const runs = folded.match(/[a-z]+|[0-9]+|(?:(?![a-z0-9])[\p{L}\p{M}\p{N}])+/gu) ?? [];
  return (
    runs.length > 0 &&
    runs.every((run) => {
      if (/^[a-z]/.test(run)) return latin(entry, run);
      if (/^[0-9]/.test(run)) return digits(entry, run);
      return present([...entry.texts, ...entry.names]).some(({ line }) => line.includes(run));
    })
  );
}

/** The query as a serial number, whole or begun, with or without prefix, dash and zeros. */
function bySerial(entry: Entry, folded: string): boolean {
  const compact = folded.replace(/[\s\-–—_.]/g, '');
  const match = /^([a-z]{2})?([0-9]*)$/.exec(compact);
  if (!match) return false;
  const [, prefix, number = ''] = match;
  const own = NUMBERED[entry.register].prefix.toLowerCase();
  if (prefix !== undefined && prefix !== own) return false;
  return entry.codes.some((code) => {
    const serial = readSerialNo(code);
    if (!serial) return false;
    const month = serial.month.replace('-', '');
    const padded = code.slice(code.indexOf('-') + 1);
    if (number !== '' && number.length <= 6 && (prefix || number.length > 4) && serial.n === Number(number))
      return true;
    if (prefix && '20'.startsWith(number)) return true;
    if (number.length <= 2) return false;
    if (!prefix && number.length < 6) return false;
    if (number.length <= 6) return month.startsWith(number);
    const rest = number.slice(6);
    return month === number.slice(0, 6) && (Number(rest) === serial.n || padded.startsWith(rest));
  });
}

/** Does the entry fit what was typed? */
export function fits(entry: Entry, typed: string): boolean {
  const folded = foldQuery(typed);
  const scanned = readScanCode(folded.replace(/[\s\-–—_.]/g, ''));
  if (scanned) {
    return (
      entry.register === scanned.register &&
      entry.codes.some((code) => {
        const serial = readSerialNo(code);
        return serial?.n === scanned.n && serial.month === scanned.month;
      })
    );
  }
  return byRuns(entry, folded) || bySerial(entry, folded);
}
