import { addDays, dayOf, instantOf, isoOf, msOf } from '../../../shared/dates';
import type { NumberedRegister } from '../../../shared/ids';
import { dayWord, folder, oneOf, readWords, type Words, whole } from '../arguments';
import { CannotDo, type Command, WrongUsage } from '../command';
import { meter } from '../io';
import { LINED, OfficeThere, seedFile } from '../seed';
import { Chance } from '../seed/chance';
import type { SeedOptions } from '../seed/office';

const HOUR_MS = 3_600_000;
const MOST = 5_000_000;

/** Makes a deterministic demo office: the same words give the same database content. */
export const seed: Command = {
  help: `seed --data DIR [--entries N] [--years Y] [--until DATE] [--seed K] [--registers LIST]

Makes a demo office in DIR (a new deskbook.sqlite; an office that is there already is never touched):
settings, staff, and N lines in every register over Y years, ending on DATE, with all that happens to them.
The same words make the same office. Everybody's PIN is shown on its sign-in screen.

  --data DIR        folder of the office
  --entries N       lines in each register (400), or register by register: visits=1000000,keyLoans=300000
  --years Y         years the books cover, e.g. 0.5 or 10 (1)
  --until DATE      last day, YYYY-MM-DD (today; today ends at its last full hour)
  --seed K          any word: another one, another office (1)
  --registers LIST  only these, with commas: ${LINED.join(',')}`,

  async run(args, io) {
    const words = readWords(args, ['data', 'entries', 'years', 'until', 'seed', 'registers']);
    const dataDir = folder(words);
    const started = performance.now();
    try {
      const report = await seedFile(
        dataDir,
        {
          ...entriesOf(words),
          years: yearsOf(words),
          until: endOf(dayWord(words, 'until'), io.now()),
          chance: new Chance(words.options.seed ?? '1'),
        },
        meter(io, 'seeding'),
      );
      const entries = Object.values(report.entries).reduce((sum, n) => sum + n, 0);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      io.say(`A demo office with ${entries} lines is in ${dataDir} (${seconds} s).`);
      return {
        ok: true,
        entries,
        registers: report.entries,
        journal: report.head.seq,
        head: report.head,
        seconds,
      };
    } catch (error) {
      if (!(error instanceof OfficeThere)) throw error;
      throw new CannotDo(
        'seed.exists',
        `There is an office in ${dataDir} already; a seed never writes over one.`,
      );
    }
  },
};

function yearsOf(words: Words): number {
  const text = words.options.years ?? '1';
  const years = /^\d{1,2}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(years > 0 && years <= 50))
    throw new WrongUsage(`--years must be a number above 0, at most 50, not '${text}'.`);
  return years;
}

type Counts = Pick<SeedOptions, 'entries' | 'each' | 'registers'>;

/** `--entries 400`, or `--entries visits=1000,keyLoans=300`, which also names the registers. */
function entriesOf(words: Words): Counts {
  const text = words.options.entries;
  if (text === undefined || !text.includes('='))
    return { entries: whole(words, 'entries', 400, 1, MOST), registers: registersOf(words) };
  if (words.options.registers !== undefined)
    throw new WrongUsage('--entries names its registers already; leave --registers out.');
  const each: Counts['each'] = {};
  for (const part of text.split(',')) {
    const [name = '', count = ''] = part.split('=').map((word) => word.trim());
    const n = /^\d{1,7}$/.test(count) ? Number(count) : 0;
    if (n < 1 || n > MOST)
      throw new WrongUsage(`--entries ${part}: a whole number from 1 to ${MOST} is wanted.`);
    each[oneOf(name, LINED, '--entries')] = n;
  }
  return { entries: 0, each, registers: LINED.filter((register) => each[register] !== undefined) };
}

function registersOf(words: Words): readonly NumberedRegister[] {
  const asked = words.options.registers?.split(',').map((name) => oneOf(name.trim(), LINED, '--registers'));
  // Always in the house's order, so that the order of the words changes nothing.
  return asked ? LINED.filter((register) => asked.includes(register)) : LINED;
}

/** Epoch ms at which the office ends: the end of its last day, but never later than now. */
function endOf(day: string | null, now: string): number {
  const today = dayOf(now);
  if (day !== null && day !== today) return msOf(instantOf(addDays(day, 1)));
  return msOf(isoOf(Math.floor(msOf(now) / HOUR_MS) * HOUR_MS));
}
