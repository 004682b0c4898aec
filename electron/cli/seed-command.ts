import { dayOf, instantOf, isoOf, msOf } from '../../shared/dates';
import { NUMBERED, type NumberedRegister } from '../../shared/ids';
import type { DeskCommand } from './command';
import { readOptions } from './options';
import { CommandRefused, progressOf, WrongUsage } from './say';
import { OfficeThere, seedFile } from './seed';
import { Chance } from './seed/chance';

/** A deterministic demo office: the same options give the same rows, numbers, digests and hashes. */
export const seedCommand: DeskCommand = {
  summary: 'make a deterministic demo office',
  help: `Usage: seed --data DIR --entries N [--years Y] [--until YYYY-MM-DD] [--seed K] [--registers R,R]
  --entries    lines in every register (1 to 5000000)
  --years      how many years the books cover (default 1)
  --until      their last day (default today)
  --seed       a word; another word gives another office (default 1)
  --registers  only these: ${Object.keys(NUMBERED).join(', ')} (default all)
Everybody's demo PIN is shown on the sign-in screen. Refuses a folder that holds an office.`,
  async run(argv, { say }) {
    const options = readOptions(argv, ['data', 'entries', 'years', 'until', 'seed', 'registers'], 0);
    const dataDir = options.need('data');
    const entries = options.number('entries', 1, 5_000_000);
    const years = options.number('years', 0.01, 30, 1);
    const until = options.day('until') ?? dayOf(isoOf(Date.now()));
    const names = options.text('registers')?.split(',') ?? Object.keys(NUMBERED);
    const registers = names.map((name) => {
      if (!Object.hasOwn(NUMBERED, name)) throw new WrongUsage(`There is no register ${name}.`);
      return name as NumberedRegister;
    });
    const chance = new Chance(`${options.text('seed') ?? '1'} ${entries} ${years} ${until}`);
    const started = performance.now();
    try {
      const report = await seedFile(
        dataDir,
        { entries, years, until: msOf(instantOf(until, '18:00')), registers, chance },
        progressOf(say, 'seeded'),
      );
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      say.note(`Made in ${seconds} s.`);
      say.answer({ ok: true, entries: report.entries, journal: report.head.seq, head: report.head, seconds });
      return 0;
    } catch (error) {
      if (error instanceof OfficeThere)
        throw new CommandRefused(
          'exists',
          `${dataDir} holds an office already; a seed never writes over one.`,
        );
      throw error;
    }
  },
};
