import { addDays, dayOf, instantOf, isoOf, msOf } from '../../../shared/dates';
import { NUMBERED, type NumberedRegister } from '../../../shared/ids';
import { dayWord, folder, oneOf, readWords, type Words, whole } from '../arguments';
import { CannotDo, type Command, WrongUsage } from '../command';
import { meter } from '../io';
import { OfficeThere, seedFile } from '../seed';
import { Chance } from '../seed/chance';

const REGISTERS = Object.keys(NUMBERED) as NumberedRegister[];
const HOUR_MS = 3_600_000;

/** Makes a deterministic demo office: the same words give the same database content. */
export const seed: Command = {
  help: `seed --data DIR [--entries N] [--years Y] [--until DATE] [--seed K] [--registers LIST]

Makes a demo office in DIR (a new deskbook.sqlite; an office that is there already is never touched):
settings, staff, and N lines in every register over Y years, ending on DATE, with all that happens to them.
The same words make the same office. Everybody's PIN is shown on its sign-in screen.

  --data DIR        folder of the office
  --entries N       lines in each register (400)
  --years Y         years the books cover, e.g. 0.5 or 10 (1)
  --until DATE      last day, YYYY-MM-DD (today; today ends at its last full hour)
  --seed K          any word: another one, another office (1)
  --registers LIST  only these, with commas: ${REGISTERS.join(',')}`,

  async run(args, io) {
    const words = readWords(args, ['data', 'entries', 'years', 'until', 'seed', 'registers']);
    const dataDir = folder(words);
    const started = performance.now();
    try {
      const report = await seedFile(
        dataDir,
        {
          entries: whole(words, 'entries', 400, 1, 5_000_000),
          years: yearsOf(words),
          until: endOf(dayWord(words, 'until'), io.now()),
          registers: registersOf(words),
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

function registersOf(words: Words): NumberedRegister[] {
  const asked = words.options.registers
    ?.split(',')
    .map((name) => oneOf(name.trim(), REGISTERS, '--registers'));
  // Always in the house's order, so that the order of the words changes nothing.
  return asked ? REGISTERS.filter((register) => asked.includes(register)) : REGISTERS;
}

/** Epoch ms at which the office ends: the end of its last day, but never later than now. */
function endOf(day: string | null, now: string): number {
  const today = dayOf(now);
  if (day !== null && day !== today) return msOf(instantOf(addDays(day, 1)));
  return msOf(isoOf(Math.floor(msOf(now) / HOUR_MS) * HOUR_MS));
}
