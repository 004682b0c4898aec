import { Button, Kbd } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OpError } from '../../shared/result';
import { useWords } from '../i18n';
import { isTyping, withCommand } from '../ui/keys';
import { ErrorLine } from '../ui/refusal';
import { SavedMark } from '../ui/SavedMark';
import { StateMark, type Tone } from '../ui/StateMark';
import { useKeys } from './use-keys';

interface EntryFrameProps {
  serialNo: string;
  scanCode: string;
  name: string;
  state: { word: string; tone: Tone };
  /** 补录, with both times in the line below. */
  late?: boolean;
  /** 作废: the stamp across the line. */
  voided: boolean;
  /** What is missing or due, as sentences. */
  warnings: readonly string[];
  saved: { serialNo: string; at: string } | null;
  error?: OpError | null;
  /** Esc. */
  onBack: () => void;
  /** Ctrl+P: the entry's own paper, where it has one. */
  onPrint?: () => void;
  /** Papers of the entry, right of the head. */
  papers?: ReactNode;
  acts: ReactNode;
  children: ReactNode;
}

/** Head and body of an entry page: number, name, state and what is missing, then what may be done, then the line itself. */
export function EntryFrame(props: EntryFrameProps) {
  const { onBack, onPrint } = props;
  const { t } = useWords();
  const place = useRef<HTMLElement>(null);
  useKeys(place, (event) => {
    if (event.key === 'Escape' && !isTyping(event.target)) onBack();
    else if (event.code === 'KeyP' && withCommand(event) && onPrint) onPrint();
    else return false;
    return true;
  });
  // Nothing may be done with this entry: the way back has the focus.
  useEffect(() => {
    const page = place.current;
    if (page && document.activeElement === document.body) page.querySelector<HTMLElement>('button')?.focus();
  }, []);
  return (
    <article ref={place} className="entry sheet" aria-label={props.serialNo}>
      <header className="entry-head row apart">
        <div className="row">
          <Button variant="subtle" color="gray" onClick={onBack}>
            ← {t('core:action.back')} <Kbd size="xs">Esc</Kbd>
          </Button>
          <h1>
            <span className="number">{props.serialNo}</span> {props.name}
          </h1>
          <StateMark word={props.state.word} tone={props.state.tone} />
          {props.late ? <span className="late-mark">{t('book:screen.late')}</span> : null}
          {props.warnings.map((warning) => (
            <StateMark key={warning} word={warning} tone="missing" />
          ))}
        </div>
        <div className="row">
          <SavedMark saved={props.saved} />
          <span className="quiet small number" title={t('book:field.scanCode')}>
            {props.scanCode}
          </span>
          {props.papers}
        </div>
      </header>
      <ErrorLine error={props.error} />
      {props.acts}
      <div className="entry-body">
        {props.voided ? (
          <div className="void-stamp" aria-hidden="true">
            {t('book:state.voided')}
          </div>
        ) : null}
        {props.children}
      </div>
    </article>
  );
}
