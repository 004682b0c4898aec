import type { z } from 'zod';
import type { Wording } from '../../shared/columns';
import { dayTimeOf } from '../../shared/dates';
import type { FormNumber, PrintJob } from '../../shared/print/forms';
import { paperText } from '../../shared/print/measure';
import { wordingOf } from '../../shared/print/words';
import type { Settings } from '../../shared/registers/office';
import type { printRequest } from '../../shared/registers/prints';
import type { Actor } from '../../shared/registers/session';
import { valueText } from '../../shared/registers/strikes';
import { markOf } from '../db/anchors';
import type { ReadDb } from '../db/context';
import { settingsOf } from '../registers/office/settings';

export type Request = z.output<typeof printRequest>;

/** What every paper needs to know while it is put together. */
export interface Desk {
  db: ReadDb;
  request: Request;
  settings: Settings;
  wording: Wording;
  /** The moment the paper is made: lists as of now compute by it. */
  now: string;
  /** Name of a found item's category code in the language of the paper. */
  category: (code: string) => string;
  /** A recorded value in words, for struck corrections; a paper may say codes of its own (`said` of its spec). */
  said: (field: string, value: string) => string;
}

/** Lines read at a time. Between two readings other work of the main thread has its turn (no stop over 50 ms). */
export const SLICE = 100;

export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The desk of a request: settings, words and the moment. */
export async function deskOf(db: ReadDb, request: Request, now: string): Promise<Desk> {
  const settings = await settingsOf(db);
  const wording = wordingOf(request.lang);
  const categories = new Map(settings.categories.map((c) => [c.code, request.lang === 'en' ? c.en : c.zh]));
  const category = (code: string): string => categories.get(code) ?? code;
  return {
    db,
    request,
    settings,
    wording,
    now,
    category,
    said: (field, value) => valueText(field, value, wording.t, category),
  };
}

/** `#seq·16 hex`: the journal's end when the print was prepared (trust.md C3). */
export async function chainMark(db: ReadDb): Promise<string> {
  const head = await db
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return markOf(head ?? { seq: 0, hash: '' });
}

/** What of a job no paper says itself. */
export type Common = Pick<
  PrintJob,
  'lang' | 'blank' | 'head' | 'chainMark' | 'printedAt' | 'printedBy' | 'units'
>;

/** The part of a job that all papers share. A paper that hangs in public names nobody, not even the clerk. */
export async function commonOf(
  { db, request, settings, wording, now }: Desk,
  paper: { form: FormNumber; title: string; public: boolean; months: boolean },
  actor: Actor | null,
): Promise<Common> {
  const { lang, blank, month } = request;
  const { name, project, department } = settings.office;
  return {
    lang,
    blank,
    head: {
      officeName: paperText(name),
      project: paperText(project),
      department: paperText(department),
      title: wording.t(paper.title),
      ...formCodeOf(paper.form, settings),
      month: paper.months ? (month ?? null) : null,
    },
    chainMark: await chainMark(db),
    printedAt: dayTimeOf(now),
    printedBy: paper.public ? '' : paperText(actor?.name ?? ''),
    units: 0,
  };
}

/** `KF-QR-01` and `A/0` unless the office set its own; labels and notices are no controlled forms. */
function formCodeOf(form: FormNumber, settings: Settings): { formCode: string; formVersion: string } {
  if (!/^F\d/.test(form)) return { formCode: '', formVersion: '' };
  const own = settings.forms[form];
  return {
    formCode: `${settings.office.formPrefix}-${own?.code ?? form.slice(1)}`,
    formVersion: own?.version ?? 'A/0',
  };
}
