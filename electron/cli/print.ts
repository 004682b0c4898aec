import { resolve } from 'node:path';
import { newId, readSerialNo } from '../../shared/ids';
import { FORM_NUMBERS } from '../../shared/print/forms';
import type { DeskCommand } from './command';
import { type Desk, dataOf, openAs } from './open-desk';
import { readOptions } from './options';
import { CommandRefused, WrongUsage } from './say';

/** Prints a form to PDF through the app's own print path: prepared, drawn, journalled. */
export const printCommand: DeskCommand = {
  summary: 'print a form to a PDF file',
  help: `Usage: print FORM --data DIR (--month YYYY-MM | --entry NO) --out FILE.pdf [--lang zh-CN|en] [--as STAFFNO]
  FORM         ${FORM_NUMBERS.join(', ')}
  --month      a register's month; for a slip or label every one of the month
  --entry      one entry by its number, e.g. SW202611-0001
Every print is a journal event with its copy number.`,
  async run(argv, { say, paper, stdin }) {
    const options = readOptions(argv, ['data', 'month', 'entry', 'out', 'lang', 'as'], 1);
    const form = FORM_NUMBERS.find((one) => one.toLowerCase() === options.positionals[0]!.toLowerCase());
    if (!form) throw new WrongUsage(`FORM must be one of ${FORM_NUMBERS.join(', ')}.`);
    const month = options.month();
    const entry = options.text('entry');
    if ((month === null) === (entry === null)) throw new WrongUsage('Give either --month or --entry.');
    const out = resolve(options.need('out'));
    if (!out.endsWith('.pdf')) throw new WrongUsage('--out must end in .pdf.');
    if (!paper)
      throw new CommandRefused('noPaper', 'Printing needs the app: run it as `npm run -s desk -- print …`.');
    const desk = await openAs(
      options.need('data'),
      'foundItems.print',
      options.text('as'),
      stdin,
      paper,
      say,
    );
    try {
      const request = {
        form,
        month,
        entryId: entry === null ? null : await entryIdOf(desk, entry),
        lang: options.lang(),
      };
      const job = newId(Date.now(), (bytes) => crypto.getRandomValues(bytes));
      const caller = { actor: desk.actor, locked: false };
      const answer = dataOf(
        await desk.office.call('prints.run', { request, to: 'pdf', path: out, job }, caller),
      );
      const { pages } = answer as { pages: number };
      say.note(`${form}: ${pages} page${pages === 1 ? '' : 's'} in ${out}`);
      say.answer({ ok: true, form, pages, path: out });
      return 0;
    } finally {
      desk.close();
    }
  },
};

/** Id of the found item with a number. Errors: CommandRefused `notFound`. */
async function entryIdOf(desk: Desk, serialNo: string): Promise<string> {
  const read = readSerialNo(serialNo);
  const row = read
    ? await desk.office.door.read
        .selectFrom('found_items')
        .select('id')
        .where('serialNo', '=', serialNo.trim().toUpperCase())
        .executeTakeFirst()
    : undefined;
  if (!row) throw new CommandRefused('notFound', `There is no entry ${serialNo}.`);
  return row.id;
}
