import type { ReactNode } from 'react';
import { useWords } from '../i18n';
import { StateMark, type Tone } from '../ui/StateMark';
import { type Book, stateLabel } from './book';

interface StateCellProps {
  book: Book;
  row: { serialNo: string; state: string; late?: boolean };
  tone: Tone;
  /** Further marks: 待补签, 待补. */
  children?: ReactNode;
}

/** The number's cell in a list: number, state as word, shape and colour, what is missing, 补录. */
export function StateCell({ book, row, tone, children }: StateCellProps) {
  const { t } = useWords();
  return (
    <span className="state-cell">
      <span className="number">{row.serialNo}</span>
      <StateMark word={t(stateLabel(book, row.state))} tone={tone} />
      {children}
      {row.late ? <span className="late-mark">{t('book:screen.late')}</span> : null}
    </span>
  );
}
