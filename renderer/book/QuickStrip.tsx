import { Button, Kbd } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import type { OpError } from '../../shared/result';
import { useWords } from '../i18n';
import { FormFrame, type SaveHow } from '../ui/FormFrame';
import { fieldsIn } from '../ui/keys';
import { SavedMark } from '../ui/SavedMark';
import { useStrip } from './use-strip';

/** The first field of the strip gets the focus, once what a save changed is on the page. */
export const focusFirst = (place: RefObject<HTMLElement | null>): void => {
  requestAnimationFrame(() => {
    if (place.current) fieldsIn(place.current)[0]?.focus();
  });
};

interface QuickStripProps {
  /** What the strip registers, for screen readers: 快速登记捡拾物品. */
  label: string;
  /** The strip, so that N can put the focus into it. */
  place: RefObject<HTMLElement | null>;
  /** Something is typed (or was refused): the strip stays open. */
  begun: boolean;
  error: OpError | null;
  busy: boolean;
  /** What was saved last, for the quiet mark. */
  saved: { serialNo: string; at: string } | null;
  /** Ctrl+Enter and the button: `new`; Ctrl+P: `print`. */
  onSave: (how: SaveHow) => void;
  /** Esc: back to the lines, the draft stays. */
  onBack: () => void;
  /** Offers 保存并打印. */
  saveAndPrint?: boolean;
  /** Class of the field grid's own columns; see `.quick-fields` in book.css. Default divides evenly. */
  fieldsClass?: string;
  /** The starred fields, first line of the strip. */
  children: ReactNode;
  /** Below the first line: cash, more fields. */
  below?: ReactNode;
  /** Left of the foot: a second person. */
  foot?: ReactNode;
  /** Buttons before save. */
  buttons?: ReactNode;
}

/** The one place to type above a book: one line at rest, everything while it is used (desk-practice.md §4). */
export function QuickStrip(props: QuickStripProps) {
  const { label, place, busy, onSave, onBack } = props;
  const { t } = useWords();
  const strip = useStrip(props.begun);
  return (
    <section ref={place} className={strip.className} aria-label={label} onFocus={strip.wake}>
      <FormFrame
        label={label}
        onSave={onSave}
        onBack={() => {
          strip.rest();
          onBack();
        }}
        error={props.error}
        busy={busy}
        bare
        saveAndNew
        saveAndPrint={props.saveAndPrint ?? false}
      >
        <div className={['quick-fields', props.fieldsClass ?? 'even'].join(' ').trim()}>{props.children}</div>
        {props.below}
        <div className="quick-foot">
          {props.foot}
          <div className="quick-buttons row end">
            <SavedMark saved={props.saved} />
            {props.buttons}
            {props.saveAndPrint ? (
              <Button variant="default" disabled={busy} onClick={() => onSave('print')}>
                {t('core:action.saveAndPrint')} <Kbd size="xs">Ctrl+P</Kbd>
              </Button>
            ) : null}
            <Button data-save loading={busy} onClick={() => onSave('new')}>
              {t('core:action.saveAndNew')} <Kbd size="xs">Ctrl+Enter</Kbd>
            </Button>
          </div>
        </div>
      </FormFrame>
    </section>
  );
}
