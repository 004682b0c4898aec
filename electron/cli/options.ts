import { parseArgs } from 'node:util';
import { isDay } from '../../shared/dates';
import { WrongUsage } from './say';

/** Options of every command, read strictly: an unknown word, a missing one or a value that makes no sense is wrong usage. */
export interface Given {
  positionals: string[];
  text(name: string): string | null;
  need(name: string): string;
  number(name: string, low: number, high: number, fallback?: number): number;
  month(): string | null;
  day(name: string): string | null;
  lang(): 'zh-CN' | 'en';
}

/** Reads the words after the command. `names` are the options it knows, all with a value. Errors: WrongUsage. */
export function readOptions(argv: readonly string[], names: readonly string[], positionals: number): Given {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: positionals > 0,
      strict: true,
    });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
  if (parsed.positionals.length !== positionals)
    throw new WrongUsage(
      `This command takes ${positionals} word${positionals === 1 ? '' : 's'} before its options.`,
    );
  const text = (name: string): string | null => (parsed.values[name] as string | undefined) ?? null;
  return {
    positionals: parsed.positionals,
    text,
    need(name) {
      const value = text(name);
      if (value === null || value === '') throw new WrongUsage(`--${name} is missing.`);
      return value;
    },
    number(name, low, high, fallback) {
      const given = text(name);
      if (given === null && fallback !== undefined) return fallback;
      const value = Number(given);
      if (given === null || !Number.isFinite(value) || value < low || value > high)
        throw new WrongUsage(`--${name} must be a number from ${low} to ${high}.`);
      return value;
    },
    month() {
      const value = text('month');
      if (value !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(value))
        throw new WrongUsage('--month must be written YYYY-MM.');
      return value;
    },
    day(name) {
      const value = text(name);
      if (value !== null && !isDay(value))
        throw new WrongUsage(`--${name} must be a day written YYYY-MM-DD.`);
      return value;
    },
    lang() {
      const value = text('lang') ?? 'zh-CN';
      if (value !== 'zh-CN' && value !== 'en') throw new WrongUsage('--lang must be zh-CN or en.');
      return value;
    },
  };
}
