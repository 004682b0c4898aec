import { Button, Tooltip } from '@mantine/core';
import {
  createContext,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FieldProblem, OpError } from '../../shared/result';
import { useWords } from '../i18n';
import { fieldsIn, isComposing, withCommand } from './keys';
import { ErrorLine, problemSentence } from './refusal';

/** How the clerk asked to save: by the button, to go on with the next, or with its paper. */
export type SaveHow = 'save' | 'new' | 'print';

interface FormState {
  problems: Record<string, FieldProblem>;
  forget: (name: string) => void;
}
const FormContext = createContext<FormState | null>(null);

/** The sentence beside a field and the call that takes it away when the clerk types on. */
export function useFieldProblem(name: string | undefined): {
  problem: string | undefined;
  forget: () => void;
} {
  const form = useContext(FormContext);
  const words = useWords();
  const given = name ? form?.problems[name] : undefined;
  return {
    problem: given ? problemSentence(given, words) : undefined,
    forget: () => name && form?.forget(name),
  };
}

interface FormFrameProps {
  /** Name of the form for screen readers. */
  label: string;
  /** Sends the form. Called only by a deliberate act: the button, Ctrl+Enter, Ctrl+P. */
  onSave: (how: SaveHow) => void;
  /** Esc: back, with the draft kept by the caller's `useDraft`. */
  onBack?: () => void;
  /** Last answer of the door: field problems go to the fields of the same name, the rest to the line below. */
  error?: OpError | null;
  busy?: boolean;
  /** Text of the save button; default 保存. */
  saveLabel?: string;
  /** Offers 保存并新增 (Ctrl+Enter). Without it Ctrl+Enter saves plainly. */
  saveAndNew?: boolean;
  /** Offers 保存并打印 (Ctrl+P). */
  saveAndPrint?: boolean;
  /** Red: the act cannot be taken back. */
  grave?: boolean;
  /** Save cannot be pressed yet, e.g. a box to tick. */
  disabled?: boolean;
  /** Further buttons, left of save. */
  actions?: ReactNode;
  /** No row of buttons: a strip that is saved by Ctrl+Enter and its own button. */
  bare?: boolean;
  /** Puts the focus into the first empty required field (else the first) when it appears. */
  autoFocus?: boolean;
  children: ReactNode;
}

/** The one frame of every form: Enter is the next field, Ctrl+Enter saves and goes on, Ctrl+P saves and prints, Esc goes back. */
export function FormFrame(props: FormFrameProps) {
  const { label, onSave, onBack, error, busy, children } = props;
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [forgotten, setForgotten] = useState<readonly string[]>([]);

  const given = error?.kind === 'invalid' ? error : null;
  const state = useMemo<FormState>(() => {
    const problems = Object.fromEntries(
      Object.entries(given?.fields ?? {}).filter(([name]) => !forgotten.includes(name)),
    );
    return {
      problems,
      forget: (name) => setForgotten((before) => (before.includes(name) ? before : [...before, name])),
    };
  }, [given, forgotten]);

  useEffect(() => {
    setForgotten([]);
    // A refused form puts the clerk where the correction goes.
    if (given)
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }, [given]);
  useEffect(() => {
    if (!props.autoFocus || !form.current) return;
    // Nothing to type: the act itself, so that Enter does it and the cross in the corner is not what Enter presses.
    const first = firstEmpty(form.current) ?? form.current.querySelector<HTMLElement>('[data-save]');
    // A dialog's focus trap looks for this mark a moment later; without it the cross in its corner would be focused.
    first?.setAttribute('data-autofocus', 'true');
    first?.focus();
  }, [props.autoFocus]);

  /** The trap's look comes by a timer, on a busy machine after the first keys: the mark goes where the clerk went. */
  const onFocus = (event: FocusEvent<HTMLFormElement>) => {
    const marked = props.autoFocus ? event.currentTarget.querySelectorAll('[data-autofocus]') : [];
    if (marked.length === 0) return;
    for (const one of marked) one.removeAttribute('data-autofocus');
    event.target.setAttribute('data-autofocus', 'true');
  };
  const save = (how: SaveHow) => {
    if (!busy && !props.disabled) onSave(how);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (isComposing(event) || !(event.target instanceof HTMLElement)) return;
    // A list that is open takes Esc for itself; taking an option by Enter goes on like any Enter.
    if (event.key === 'Escape' && event.target.getAttribute('aria-expanded') === 'true') return;
    if (event.defaultPrevented && !(event.key === 'Enter' && event.target.hasAttribute('data-choice')))
      return;
    if (event.key === 'Escape' && onBack) {
      event.preventDefault();
      event.stopPropagation();
      onBack();
    } else if (event.key === 'Enter' && withCommand(event)) {
      event.preventDefault();
      event.stopPropagation();
      save(props.saveAndNew ? 'new' : 'save');
    } else if (event.key.toLowerCase() === 'p' && withCommand(event) && props.saveAndPrint) {
      event.preventDefault();
      event.stopPropagation();
      save('print');
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      // Lists of lines keep Enter for themselves; buttons are pressed by it.
      if (event.target instanceof HTMLButtonElement || event.target.dataset.enter === 'line') return;
      event.preventDefault();
      const [form, from] = [event.currentTarget, event.target];
      // A choice just taken may bring further fields: they are on the page once this event is over.
      if (from.hasAttribute('data-choice')) queueMicrotask(() => nextField(form, from));
      else nextField(form, from);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save('save');
  };

  return (
    <FormContext.Provider value={state}>
      <form
        ref={form}
        aria-label={label}
        className="form-frame"
        noValidate
        autoComplete="off"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onSubmit={onSubmit}
      >
        {children}
        <ErrorLine error={error} />
        {props.bare ? null : (
          <div className="row end form-buttons">
            {onBack ? (
              <Tooltip label="Esc">
                <Button variant="subtle" color="gray" onClick={onBack}>
                  {t('core:action.back')}
                </Button>
              </Tooltip>
            ) : null}
            {props.actions}
            {props.saveAndPrint ? (
              <Tooltip label="Ctrl+P">
                <Button variant="default" disabled={props.disabled} onClick={() => save('print')}>
                  {t('core:action.saveAndPrint')}
                </Button>
              </Tooltip>
            ) : null}
            {props.saveAndNew ? (
              <Tooltip label="Ctrl+Enter">
                <Button variant="default" disabled={props.disabled} onClick={() => save('new')}>
                  {t('core:action.saveAndNew')}
                </Button>
              </Tooltip>
            ) : null}
            <Tooltip label="Ctrl+Enter" disabled={props.saveAndNew}>
              <Button
                type="submit"
                data-save
                color={props.grave ? 'red' : 'blue'}
                loading={busy}
                disabled={props.disabled}
              >
                {props.saveLabel ?? t('core:action.save')}
              </Button>
            </Tooltip>
          </div>
        )}
      </form>
    </FormContext.Provider>
  );
}

/** Where typing goes on: the first required field without text, or the first of all. */
function firstEmpty(form: HTMLElement): HTMLElement | undefined {
  const fields = fieldsIn(form);
  const empty = (el: HTMLElement) => el.ariaRequired === 'true' && 'value' in el && el.value === '';
  return fields.find(empty) ?? fields[0];
}

/** Focus goes on in paper order; after the last field to the save button, where Enter is a deliberate press. */
function nextField(form: HTMLElement, from: HTMLElement): void {
  const fields = fieldsIn(form);
  const next = fields[fields.indexOf(from) + 1] ?? form.querySelector<HTMLElement>('[data-save]');
  next?.focus();
  if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select();
}
