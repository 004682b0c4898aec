import type { z } from 'zod';
import type { Wording } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import type { FormNumber, PrintJob } from '../../../shared/print/forms';
import { paperText } from '../../../shared/print/measure';
import { wordingOf } from '../../../shared/print/words';
import type { Settings } from '../../../shared/registers/office';
import type { printRequest } from '../../../shared/registers/prints';
import type { Actor } from '../../../shared/registers/session';
import { markOf } from '../../db/anchors';
import type { ReadDb } from '../../db/context';
import { settingsOf } from '../office/settings';

export type Request = z.output<typeof printRequest>;

/** What every form needs to know while it is put together. */
export interface Desk {
  db: ReadDb;
  request: Request;
  settings: Settings;
  wording: Wording;
  /** Name of a category code in the language of the paper. */
  category: (code: string) => string;
}

/** Lines read at a time. Between two readings other work of the main thread has its turn (no stop over 50 ms). */
export const SLICE = 100;

export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function deskOf(db: ReadDb, request: Request): Promise<Desk> {
  const settings = await settingsOf(db);
  const categories = new Map(settings.categories.map((c) => [c.code, request.lang === 'en' ? c.en : c.zh]));
  return {
    db,
    request,
    settings,
    wording: wordingOf(request.lang),
    category: (code) => categories.get(code) ?? code,
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

/** The part of a job that all families share; `of`, `units` and `copy` are set by the form. */
export async function commonOf(
  { db, request, settings, wording }: Desk,
  actor: Actor | null,
  now: string,
): Promise<Omit<PrintJob, 'family' | 'of' | 'units' | 'copy'>> {
  const { form, lang, blank, month } = request;
  const { name, project, department } = settings.office;
  return {
    form,
    lang,
    blank,
    head: {
      officeName: paperText(name),
      project: paperText(project),
      department: paperText(department),
      title: wording.t(`print:title.${form}`),
      ...formCodeOf(form, settings),
      month: form === 'F02' || form === 'label' ? null : (month ?? null),
    },
    chainMark: await chainMark(db),
    printedAt: dayTimeOf(now),
    // A notice hangs in public: not even the clerk's name is on it.
    printedBy: form === 'notice' ? '' : paperText(actor?.name ?? ''),
  };
}

/** `KF-QR-01` and `A/0` unless the office set its own; labels and notices are no controlled forms. */
function formCodeOf(form: FormNumber, settings: Settings): { formCode: string; formVersion: string } {
  if (!form.startsWith('F')) return { formCode: '', formVersion: '' };
  const own = settings.forms[form];
  return {
    formCode: `${settings.office.formPrefix}-${own?.code ?? form.slice(1)}`,
    formVersion: own?.version ?? 'A/0',
  };
}
