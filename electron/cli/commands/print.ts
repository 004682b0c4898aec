import { randomUUID } from 'node:crypto';
import { extname, resolve } from 'node:path';
import { readScanCode, readSerialNo, serialNoOf } from '../../../shared/ids';
import { FORM_NUMBERS } from '../../../shared/print/forms';
import { wordingOf } from '../../../shared/print/words';
import { Refusal } from '../../../shared/result';
import type { Door } from '../../door';
import { entryRefs, type Paper, type PaperNeeds, registerOf } from '../../papers/paper';
import { PAPERS } from '../../registers/prints/papers';
import { folder, language, monthWord, need, oneOf, readWords } from '../arguments';
import { CannotDo, type Command, WrongUsage } from '../command';
import { signIn } from '../office';

/** Other names people know a form by: F06 is the key's label. */
const ALIASES: Readonly<Record<string, string>> = { F06: 'keyLabel' };

const ASKED_BY: Record<PaperNeeds, string> = {
  month: '--month',
  ownBook: '--month and --book',
  entry: '--entry',
  entryOrMonth: '--entry or --month',
  now: 'as of now',
  any: '--entry, --month or neither',
};

/** One line per form, from the list itself. */
const formLines = FORM_NUMBERS.map((form) => {
  const { title, needs } = PAPERS[form];
  return `  ${form.padEnd(15)} ${wordingOf('en').t(title)} (${ASKED_BY[needs]})`;
}).join('\n');

/** Prints one of the forms of the list to a PDF file. */
export const print: Command = {
  help: `print FORM --data DIR [--month YYYY-MM | --entry NO] [--book CODE] --out FILE.pdf [--lang zh-CN|en] [--as STAFFNO]

Prints a form to a PDF file. The print is noted in the journal with its copy number.

FORM:
${formLines}

  --data DIR       folder of the office
  --month YYYY-MM  the month's book; for slips and labels every one of the month
  --entry NO       one entry, by its number (SW202611-0001) or scan code
  --book CODE      form code of the office's own book (customBook)
  --out FILE.pdf   written whole or not at all
  --lang LANG      zh-CN (usual) or en
  --as STAFFNO     who asks (real offices only; the PIN comes on standard input)

Needs the app's page engine: start it with "npm run desk -- print …", or with the installed app: "deskbook --desk print …".`,

  async run(args, io) {
    const words = readWords(args, ['data', 'month', 'entry', 'book', 'out', 'lang', 'as'], ['FORM']);
    const name = words.positionals[0]!;
    const form = oneOf(ALIASES[name.toUpperCase()] ?? name, FORM_NUMBERS, 'FORM');
    const paper: Paper = PAPERS[form];
    const dataDir = folder(words);
    const month = monthWord(words, 'month');
    const number = words.options.entry;
    const serialNo = number === undefined ? null : serialOf(number);
    assertAsked(paper, month, serialNo);
    const code = paper.needs === 'ownBook' ? need(words, 'book') : null;
    if (code === null && words.options.book !== undefined)
      throw new WrongUsage(`${form} is no book of the office's own: it takes no --book.`);
    const out = resolve(need(words, 'out'));
    if (extname(out).toLowerCase() !== '.pdf')
      throw new WrongUsage(`--out must end in .pdf, not '${extname(out)}'.`);
    const lang = language(words);
    if (!io.paper)
      throw new CannotDo(
        'print.noEngine',
        'Printing needs the app’s page engine, and this is plain Node. Use "npm run desk -- print …" or the installed app: "deskbook --desk print …".',
      );
    const office = await signIn(dataDir, words.options.as, paper.permit, io);
    try {
      const entryId =
        code !== null
          ? await bookOf(office.door, code)
          : serialNo === null
            ? null
            : await entryOf(office.door, paper, serialNo);
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
  // A bound month is named by month and form: ZT202610-F01.
  if (/^ZT\d{6}-F\d{2}$/i.test(typed.trim())) return typed.trim().toUpperCase();
  const number = readSerialNo(typed) ?? readScanCode(typed.trim());
  if (!number)
    throw new WrongUsage(`--entry must be a number like SW202611-0001 or its scan code, not '${typed}'.`);
  return serialNoOf(number.register, number.month, number.n);
}

async function entryOf(door: Door, { form }: Paper, serialNo: string): Promise<string> {
  try {
    const [entry] = await entryRefs(door.read, registerOf(form), 'serialNo', [serialNo]);
    if (entry) return entry.id;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  throw new CannotDo('refused.notFound', `There is no entry ${serialNo} that ${form} could be printed for.`);
}

/** The office's own book with this form code. */
async function bookOf({ read }: Door, code: string): Promise<string> {
  const book = await read.selectFrom('custom_books').select('id').where('code', '=', code).executeTakeFirst();
  if (book) return book.id;
  throw new CannotDo('refused.notFound', `The office has no book of its own with the form code ${code}.`);
}

/** Month and entry are given as the form needs them. Errors: WrongUsage. */
function assertAsked({ form, needs }: Paper, month: string | null, serialNo: string | null): void {
  if (month !== null && serialNo !== null) throw new WrongUsage('Either --month or --entry, not both.');
  if (serialNo !== null && (needs === 'month' || needs === 'ownBook' || needs === 'now'))
    throw new WrongUsage(
      needs !== 'now'
        ? `${form} is a month's book: it needs --month, not --entry.`
        : `${form} lists what is so now: it takes no --entry.`,
    );
  if (month !== null && (needs === 'entry' || needs === 'now'))
    throw new WrongUsage(
      needs === 'entry'
        ? `${form} is printed for one entry: it needs --entry, not --month.`
        : `${form} lists what is so now: it takes no --month.`,
    );
  if (month !== null || serialNo !== null || needs === 'now' || needs === 'any') return;
  throw new WrongUsage(
    needs === 'entryOrMonth'
      ? '--month or --entry is missing.'
      : needs === 'month' || needs === 'ownBook'
        ? '--month is missing.'
        : '--entry is missing.',
  );
}
