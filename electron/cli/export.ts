import { resolve } from 'node:path';
import { newId } from '../../shared/ids';
import type { DeskCommand } from './command';
import { dataOf, openAs } from './open-desk';
import { readOptions } from './options';
import { WrongUsage } from './say';

const REGISTERS = ['foundItems', 'lostReports'] as const;

/** A month (or all) of a register as CSV or XLSX: masked, formula-safe, a journal event. */
export const exportCommand: DeskCommand = {
  summary: 'write a register to CSV or XLSX',
  help: `Usage: export REGISTER --data DIR [--month YYYY-MM] --out FILE.csv|FILE.xlsx [--lang zh-CN|en] [--as STAFFNO]
  REGISTER     ${REGISTERS.join(' or ')}
  --month      the lines numbered in this month; all lines when left out
  --as         who exports; real offices also want the PIN on standard input
Phones are masked; every export is written into the journal.`,
  async run(argv, { say, stdin }) {
    const options = readOptions(argv, ['data', 'month', 'out', 'lang', 'as'], 1);
    const register = REGISTERS.find((one) => one === options.positionals[0]);
    if (!register) throw new WrongUsage(`REGISTER must be ${REGISTERS.join(' or ')}.`);
    const out = resolve(options.need('out'));
    const format = out.endsWith('.csv') ? 'csv' : out.endsWith('.xlsx') ? 'xlsx' : null;
    if (!format) throw new WrongUsage('--out must end in .csv or .xlsx.');
    const month = options.month();
    const desk = await openAs(
      options.need('data'),
      'foundItems.export',
      options.text('as'),
      stdin,
      null,
      say,
    );
    try {
      const job = newId(Date.now(), (bytes) => crypto.getRandomValues(bytes));
      const input = { register, filter: { month }, format, lang: options.lang(), path: out, job };
      const answer = dataOf(
        await desk.office.call('exports.save', input, { actor: desk.actor, locked: false }),
      );
      const { rows } = answer as { rows: number };
      say.note(`${rows} lines written to ${out}`);
      say.answer({ ok: true, rows, path: out });
      return 0;
    } finally {
      desk.close();
    }
  },
};
