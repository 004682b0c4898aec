import { randomUUID } from 'node:crypto';
import { extname, resolve } from 'node:path';
import { LISTS } from '../../registers/exports/lists';
import { folder, language, monthWord, need, oneOf, readWords } from '../arguments';
import { type Command, WrongUsage } from '../command';
import { signIn } from '../office';

const REGISTERS = Object.keys(LISTS);
/** What stands there rather than happens: without a month the whole list as of now. */
const STOCKS = ['units', 'parties'];

/** A month of a register as a table. */
export const exportMonth: Command = {
  help: `export REGISTER --data DIR --month YYYY-MM --out FILE.csv|FILE.xlsx [--lang zh-CN|en] [--as STAFFNO]

Writes a month of a register (${REGISTERS.join(', ')}) as a table: the columns of its paper, phones masked, no cell
that a spreadsheet could take for a formula. The export is noted in the journal.

  --data DIR       folder of the office
  --month YYYY-MM  month of the numbers; units and parties may leave it out: all as of now
  --out FILE       .csv (UTF-8) or .xlsx; written whole or not at all
  --lang LANG      zh-CN (usual) or en
  --as STAFFNO     who asks (real offices only; the PIN comes on standard input)`,

  async run(args, io) {
    const words = readWords(args, ['data', 'month', 'out', 'lang', 'as'], ['REGISTER']);
    const register = oneOf(words.positionals[0]!, REGISTERS, 'REGISTER');
    const dataDir = folder(words);
    const out = resolve(need(words, 'out'));
    const format = { '.csv': 'csv' as const, '.xlsx': 'xlsx' as const }[extname(out).toLowerCase()];
    if (!format) throw new WrongUsage(`--out must end in .csv or .xlsx, not '${extname(out)}'.`);
    if (!STOCKS.includes(register)) need(words, 'month');
    const month = words.options.month === undefined ? null : monthWord(words, 'month');
    const lang = language(words);
    const office = await signIn(dataDir, words.options.as, LISTS[register]!.permit, io);
    try {
      const job = randomUUID();
      const { rows } = await office.call('exports.save', {
        register,
        filter: month === null ? {} : { month },
        format,
        lang,
        path: out,
        job,
      });
      io.say(`${rows} lines are in ${out}.`);
      return { ok: true, rows, path: out };
    } finally {
      office.close();
    }
  },
};
