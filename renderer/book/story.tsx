import type { Wording } from '../../shared/columns';
import type { StoryLine } from '../../shared/registers/shapes';
import { hasWords } from '../i18n';
import type { Happening } from '../ui/Timeline';
import { actOf, type Book, fieldLabel, formLabel, opLabel } from './book';
import type { Desk } from './desk';
import { valueText } from './values';

/** Kinds whose operation says less than the kind: a print, an erasure, an export. */
const BY_KIND = ['PRINT', 'SIGNED_PAPER_FILED', 'EXPORT', 'ANONYMISE', 'EDIT', 'SYSTEM'];
const GRAVE = ['VOID', 'CORRECT'];

/** Lines of the journal in plain words, for the timeline of an entry. */
export function happeningsOf(
  book: Book,
  story: readonly StoryLine[],
  words: Wording,
  desk: Desk,
): Happening[] {
  return story.map((line) => ({
    seq: line.seq,
    at: line.at,
    who: line.actorName,
    what: whatOf(book, line, words),
    facts: factsOf(book, line, words, desk),
    hash: line.hash,
    grave: GRAVE.includes(line.kind) || (book.graveStory ?? []).includes(actOf(line.op)),
  }));
}

function whatOf(book: Book, line: StoryLine, { t }: Wording): string {
  const op = opLabel(book, line.op);
  return t(!BY_KIND.includes(line.kind) && hasWords(op) ? op : `book:kind.${line.kind}`);
}

type Values = Record<string, unknown>;
const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};

/** A person's or thing's id whose name stands on the same line: an id tells a reader nothing. */
const named = (field: string, set: Values): boolean =>
  field.endsWith('Id') && `${field.slice(0, -2)}Name` in set;

function factsOf(book: Book, line: StoryLine, words: Wording, desk: Desk) {
  const { t } = words;
  const set = valuesOf(line.change.set);
  const was = valuesOf(line.change.was);
  const told = (field: string) => hasWords(fieldLabel(book, field));
  const value = (field: string, of: Values) =>
    of[field] === null ? t('book:screen.erased') : valueText(book, field, of[field], words, desk);
  const facts = [];
  // The first line wrote the whole entry; it stands above and is not said twice.
  if (line.kind !== 'CREATE')
    for (const field of Object.keys(set).filter((key) => told(key) && !named(key, set))) {
      const label = t(fieldLabel(book, field));
      if (line.kind === 'CORRECT' || line.kind === 'EDIT')
        facts.push(
          <>
            {t('book:screen.labelled', { label, value: '' })}
            <s className="seal">{field in was ? value(field, was) : '/'}</s> {value(field, set) || '/'}
          </>,
        );
      else if (field !== 'state') facts.push(t('book:screen.labelled', { label, value: value(field, set) }));
    }
  const reason = line.change.reason ?? line.change.why;
  if (typeof reason === 'string' && reason)
    facts.push(t('book:screen.labelled', { label: t('book:screen.reason'), value: reason }));
  if (line.kind === 'PRINT') facts.push(printed(line, words));
  return facts;
}

function printed({ change }: StoryLine, { t }: Wording): string {
  const form = String(change.form ?? '');
  const name = hasWords(formLabel(form)) ? t(formLabel(form)) : form;
  const copy = Number(change.copy ?? 1);
  return copy > 1 ? t('book:screen.reprinted', { form: name, n: copy - 1 }) : name;
}
