import type { ReactNode } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import type { Strike } from '../../../shared/registers/found-items.row';
import type { Category } from '../../../shared/registers/office';
import { useWords } from '../../i18n';
import { struckOf } from './strikes';
import { type Book, fieldLabel, valueText } from './values';

/** One cell of the entry's paper line. */
export interface EntryField {
  field: string;
  /** Left away while nothing is written; otherwise an empty cell is struck with / as on paper. */
  ifAny?: boolean;
  /** Takes the room of two cells. */
  wide?: boolean;
  /** Own drawing of the value. */
  own?: ReactNode;
}

interface EntryFieldsProps {
  book: Book;
  label: string;
  fields: readonly EntryField[];
  line: Readonly<Record<string, unknown>>;
  strikes: readonly Strike[];
  categories: readonly Category[];
  /** Values shown in plain for a moment, by field. */
  plain: Readonly<Record<string, string | null>>;
}

/** The line as on paper: label above value, old values struck in red with who and when, empty cells struck with /. */
export function EntryFields({ book, label, fields, line, strikes, categories, plain }: EntryFieldsProps) {
  const words = useWords();
  const { t } = words;
  const text = (field: string) => valueText(book, field, plain[field] ?? line[field], words, categories);
  const shown = fields.filter((f) => !f.ifAny || f.own || text(f.field) !== '');
  return (
    <dl className="entry-fields" aria-label={label}>
      {shown.map(({ field, wide, own }) => (
        <div key={field} className={wide ? 'entry-field wide' : 'entry-field'}>
          <dt>{t(fieldLabel(book, field))}</dt>
          <dd className={plain[field] ? 'unmasked' : undefined}>
            {strikes
              .filter((strike) => strike.field === field)
              .map((strike) => {
                const struck = struckOf(book, strike, words, categories);
                return (
                  <span key={`${strike.at}${strike.old}`} title={struck.title}>
                    <s className="struck">{struck.old}</s>
                    <span className="quiet small number">
                      {strike.by} {dayTimeOf(strike.at)}{' '}
                    </span>
                  </span>
                );
              })}
            {own ?? (text(field) || '/')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
