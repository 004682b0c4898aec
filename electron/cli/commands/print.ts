import { randomUUID } from 'node:crypto';
import { extname, resolve } from 'node:path';
import { readScanCode, readSerialNo, serialNoOf } from '../../../shared/ids';
import { FORM_NUMBERS, type FormNumber } from '../../../shared/print/forms';
import type { Door } from '../../door';
import { folder, language, monthWord, need, oneOf, readWords } from '../arguments';
import { CannotDo, type Command, WrongUsage } from '../command';
import { signIn } from '../office';

/** Forms with a page per entry; the others are month books. */
const SLIPS: readonly FormNumber[] = ['F02', 'label'];

/** A form as PDF, through the same pages, windows and journal as the app. */
export const print: Command = {
  help: `print FORM --data DIR (--month YYYY-MM | --entry NO) --out FILE.pdf [--lang zh-CN|en] [--as STAFFNO]

Prints a form to a PDF file. The print is noted in the journal with its copy number.
FORM: F01 register, F02 receipt, F03 monthly report, F04 claim record, label (bag label), notice (public notice).

  --data DIR       folder of the office
  --month YYYY-MM  the month's book; for F02 and label every slip of the month
  --entry NO       one entry, by its number (SW202611-0001) or scan code
  --out FILE.pdf   written whole or not at all
  --lang LANG      zh-CN (usual) or en
  --as STAFFNO     who asks (real offices only; the PIN comes on standard input)

Needs the app's page engine: start it with "npm run desk -- print …", or with the installed app: "deskbook --desk print …".`,

  async run(args, io) {
    const words = readWords(args, ['data', 'month', 'entry', 'out', 'lang', 'as'], ['FORM']);
    const form = oneOf(words.positionals[0]!, FORM_NUMBERS, 'FORM');
    const dataDir = folder(words);
    const month = monthWord(words, 'month');
    const number = words.options.entry;
    const serialNo = number === undefined ? null : serialOf(number);
    if (month !== null && serialNo !== null) throw new WrongUsage('Either --month or --entry, not both.');
    if (month === null && serialNo === null && form !== 'notice')
      throw new WrongUsage(SLIPS.includes(form) ? '--month or --entry is missing.' : '--month is missing.');
    if (serialNo !== null && !SLIPS.includes(form) && form !== 'notice')
      throw new WrongUsage(`${form} is a month's book: it needs --month, not --entry.`);
    const out = resolve(need(words, 'out'));
    if (extname(out).toLowerCase() !== '.pdf')
      throw new WrongUsage(`--out must end in .pdf, not '${extname(out)}'.`);
    const lang = language(words);
    if (!io.paper)
      throw new CannotDo(
        'print.noEngine',
        'Printing needs the app’s page engine, and this is plain Node. Use "npm run desk -- print …" or the installed app: "deskbook --desk print …".',
      );
    const office = await signIn(dataDir, words.options.as, 'foundItems.print', io);
    try {
      const entryId = serialNo === null ? null : await entryOf(office.door, serialNo);
      const request = { form, month, entryId, lang };
      const done = await office.call('prints.run', { request, to: 'pdf', path: out, job: randomUUID() });
      io.say(`${done.pages} ${done.pages === 1 ? 'page is' : 'pages are'} in ${out}.`);
      return { ok: true, form, pages: done.pages, path: out };
    } finally {
      office.close();
    }
  },
};

/** The serial number that was meant: as printed, without dash, or the digits of the scan code. */
function serialOf(typed: string): string {
  const number = readSerialNo(typed) ?? readScanCode(typed.trim());
  if (!number)
    throw new WrongUsage(`--entry must be a number like SW202611-0001 or its scan code, not '${typed}'.`);
  return serialNoOf(number.register, number.month, number.n);
}

async function entryOf(door: Door, serialNo: string): Promise<string> {
  const row = await door.read
    .selectFrom('found_items')
    .select('id')
    .where('serialNo', '=', serialNo)
    .executeTakeFirst();
  if (!row) throw new CannotDo('refused.notFound', `There is no found item ${serialNo}.`);
  return row.id;
}
