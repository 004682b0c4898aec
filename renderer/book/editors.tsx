import type { ReactNode } from 'react';
import type { Input, OpName, Output } from '../../shared/api';
import { useWords } from '../i18n';
import { useOp } from '../queries';
import { type Choice, ChoiceField } from '../ui/fields/ChoiceField';
import { DayField, dayTyped } from '../ui/fields/DayField';
import { CountField, countTyped, PhoneField } from '../ui/fields/NumberFields';
import type { FieldProps } from '../ui/fields/props';
import { SuggestField } from '../ui/fields/SuggestField';
import { TextField } from '../ui/fields/TextField';
import { instantTyped, TimeField } from '../ui/fields/TimeField';
import { centsTyped } from './values';

/** Queries that answer suggestions for a named field: `foundItems.suggest`, … */
export type SuggestOp = {
  [N in OpName]: Output<N> extends { value: string; hint: string | null }[]
    ? Input<N> extends { field: string }
      ? N
      : never
    : never;
}[OpName];

/**
 * In which field a value is typed. All hold text, so a draft can keep it; `typedValue` makes of it what an operation takes.
 * `own` draws any other field over a text, e.g. a unit over its id.
 */
export type Editor =
  /** `max` in characters a reader counts. */
  | { kind: 'text'; max?: number /** Masked on the line: a correction types it anew. */; hidden?: boolean }
  | { kind: 'longText'; max?: number }
  /** `later`: a time to come, no moment that has just been. */
  | { kind: 'time'; later?: boolean }
  | { kind: 'day' }
  | { kind: 'count'; unit?: string }
  | { kind: 'money' }
  | { kind: 'phone' }
  /** Codes with their words below one group: `{ group: 'found-items:documentKind', codes: DOCUMENT_KINDS }`. */
  | { kind: 'choice'; group: string; codes: readonly string[] }
  /** One of a list that is known where the form is drawn. */
  | { kind: 'list'; choices: readonly Choice[] }
  /** Free text with ready sentences: keys of the words offered. */
  | { kind: 'phrases'; keys: readonly string[] }
  /** Free text with what was typed before. */
  | { kind: 'suggest'; op: SuggestOp; field: string }
  /** `as`: the line's field that says in words what the value (an id) is, e.g. `unitCode` for `unitId`. */
  | { kind: 'own'; draw: (props: FieldProps<string>) => ReactNode; as?: string };

export const TEXT: Editor = { kind: 'text' };
export const LONG_TEXT: Editor = { kind: 'longText', max: 300 };
export const TIME: Editor = { kind: 'time' };
export const DAY: Editor = { kind: 'day' };
export const COUNT: Editor = { kind: 'count' };
export const PHONE: Editor = { kind: 'phone' };
export const MONEY: Editor = { kind: 'money' };

/** A room's choices by the group of its words: `const choice = choiceIn('mail'); choice('kind', MAIL_KINDS)`. */
export const choiceIn =
  (ns: string) =>
  (group: string, codes: readonly string[]): Editor => ({ kind: 'choice', group: `${ns}:${group}`, codes });

/** The field of an editor. */
export function EditorField({ editor, ...props }: FieldProps<string> & { editor: Editor }) {
  const { t } = useWords();
  switch (editor.kind) {
    case 'text':
      return <TextField {...props} {...(editor.max ? { max: editor.max } : {})} />;
    case 'longText':
      return <TextField {...props} {...(editor.max ? { max: editor.max } : {})} lines={2} />;
    case 'time':
      return <TimeField {...props} {...(editor.later ? { placeholder: '1730 / t' } : {})} />;
    case 'day':
      return <DayField {...props} />;
    case 'count':
      return <CountField {...props} {...(editor.unit ? { unit: editor.unit } : {})} />;
    case 'money':
      return <TextField {...props} right inputMode="decimal" />;
    case 'phone':
      return <PhoneField {...props} />;
    case 'choice': {
      const choices = editor.codes.map((code) => ({ value: code, label: t(`${editor.group}.${code}`) }));
      return <OneOf {...props} choices={choices} />;
    }
    case 'list':
      return <OneOf {...props} choices={editor.choices} />;
    case 'phrases':
      return (
        <SuggestField {...props} suggestions={editor.keys.map((key) => ({ value: t(key), hint: null }))} />
      );
    case 'suggest':
      return <Suggested {...props} op={editor.op} field={editor.field} />;
    case 'own':
      return editor.draw(props);
  }
}

function OneOf({ choices, ...props }: FieldProps<string> & { choices: readonly Choice[] }) {
  return (
    <ChoiceField
      {...props}
      choices={choices}
      clearable={!props.required}
      value={props.value || null}
      onChange={(next) => props.onChange(next ?? '')}
    />
  );
}

/** Free text with what the register has seen before: best first, asked from the door as the clerk types. */
export function Suggested({ op, field, ...props }: FieldProps<string> & { op: SuggestOp; field: string }) {
  const typed = props.value.slice(0, 60);
  const asked = useOp(op, { field, typed } as Input<SuggestOp>, { keep: true });
  return <SuggestField {...props} suggestions={asked.data ?? []} />;
}

/** What an operation takes for the typed text: an instant (empty is now), a day, a number, fen, a code or null, else the text. */
export function typedValue(editor: Editor, typed: string): string | number | null {
  switch (editor.kind) {
    case 'time':
      return instantTyped(typed);
    case 'day':
      return typed.trim() ? (dayTyped(typed) ?? typed) : null;
    case 'count':
      return typed.trim() ? countTyped(typed) : null;
    case 'money':
      return centsTyped(typed);
    case 'choice':
    case 'list':
    case 'own':
      return typed || null;
    default:
      return typed;
  }
}

/** The same for a correction, which takes every new value as text; an empty time stays empty. */
export function typedText(editor: Editor, typed: string): string {
  if (editor.kind === 'time') return typed.trim() ? instantTyped(typed) : '';
  if (editor.kind === 'day') return typed.trim() ? (dayTyped(typed) ?? typed) : '';
  if (editor.kind === 'money') return typed.trim() ? String(centsTyped(typed) ?? '') : '';
  return typed;
}

/** What a correction starts with: texts and codes may be mended; times, days, amounts and masked values are typed anew. */
export function startText(editor: Editor, value: unknown): string {
  if (editor.kind === 'own' && editor.as) return '';
  if (['time', 'day', 'money', 'phone'].includes(editor.kind) || ('hidden' in editor && editor.hidden))
    return '';
  return value === null || value === undefined ? '' : String(value);
}
