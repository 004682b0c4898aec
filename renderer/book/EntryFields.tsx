import type { ReactNode } from 'react';
import { dayTimeOf } from '../../shared/dates';
import { useWords } from '../i18n';
import { type Book, fieldLabel, type LineStrike } from './book';
import type { Desk } from './desk';
import { struckOf } from './strikes';
import type { PlainValues } from './use-entry';
import { valueText } from './values';

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
  line: object;
  strikes: readonly LineStrike[];
  desk: Desk;
  /** Values shown in plain for a moment, by field. */
  plain: PlainValues;
}

/** The line as on paper: label above value, old values struck in red with who and when, empty cells struck with /. */
export function EntryFields({ book, label, fields, line, strikes, desk, plain }: EntryFieldsProps) {
  const words = useWords();
  const { t } = words;
  const written: Readonly<Record<string, unknown>> = { ...line };
  const text = (field: string) => valueText(book, field, plain[field] ?? written[field], words, desk);
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
                const struck = struckOf(book, strike, words, desk);
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
