import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../../shared/dates';
import { WrongUsage } from './command';

/** Strict reading of `--name value` words. Unknown names, missing values and stray words are wrong usage. */
export interface Words {
  positionals: string[];
  options: Record<string, string | undefined>;
}

/** Reads the words of a command. `options`: names it knows (all take a value). `positionals`: what the plain words mean. */
export function readWords(
  args: readonly string[],
  options: readonly string[],
  positionals: readonly string[] = [],
): Words {
  let read: Words;
  try {
    const { values, positionals: found } = parseArgs({
      args: [...args],
      options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: true,
      strict: true,
    });
    read = { positionals: found, options: values as Words['options'] };
  } catch (error) {
    throw new WrongUsage((error as Error).message.split('. To specify')[0]!);
  }
  const extra = read.positionals[positionals.length];
  if (extra !== undefined) throw new WrongUsage(`What does '${extra}' mean here?`);
  const missing = positionals[read.positionals.length];
  if (missing) throw new WrongUsage(`${missing} is missing.`);
  return read;
}

/** An option that must be there. */
export function need(words: Words, name: string): string {
  const value = words.options[name];
  if (value === undefined || value === '') throw new WrongUsage(`--${name} is missing.`);
  return value;
}

/** The office's folder. */
export const folder = (words: Words): string => resolve(need(words, 'data'));

/** A whole number between two bounds. */
export function whole(words: Words, name: string, otherwise: number, from: number, to: number): number {
  const text = words.options[name];
  if (text === undefined) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to))
    throw new WrongUsage(`--${name} must be a whole number from ${from} to ${to}, not '${text}'.`);
  return value;
}

/** A calendar day `YYYY-MM-DD`. */
export function dayWord(words: Words, name: string): string | null {
  const text = words.options[name];
  if (text === undefined) return null;
  if (!isDay(text)) throw new WrongUsage(`--${name} must be a day like 2026-11-20, not '${text}'.`);
  return text;
}

/** A month `YYYY-MM`. */
export function monthWord(words: Words, name: string): string | null {
  const text = words.options[name];
  if (text === undefined) return null;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    throw new WrongUsage(`--${name} must be a month like 2026-11, not '${text}'.`);
  return text;
}

/** One of a few words. */
export function oneOf<T extends string>(text: string, list: readonly T[], what: string): T {
  const found = list.find((word) => word.toLowerCase() === text.toLowerCase());
  if (!found) throw new WrongUsage(`${what} must be one of ${list.join(', ')}, not '${text}'.`);
  return found;
}

/** `zh-CN` (usual) or `en`. */
export const language = (words: Words): 'zh-CN' | 'en' =>
  oneOf(words.options.lang ?? 'zh-CN', ['zh-CN', 'en'] as const, '--lang');
