import { choiceIn, type Editor } from '../../book/editors';
import type { FieldProps } from '../../ui/fields/props';
import { SuggestField } from '../../ui/fields/SuggestField';

/** Fields several forms of this room share. */

export const NAME: Editor = { kind: 'text', max: 40 };
export const NUMBER: Editor = { kind: 'text', max: 30 };
export const CLOCK: Editor = { kind: 'text', max: 5 };
export const REASON: Editor = { kind: 'longText', max: 200 };

/** One of this room's codes. */
export const choice = choiceIn('custody');

/** Free text with ready words, e.g. the office's places. */
export const suggestOf = (words: readonly string[]): Editor => ({
  kind: 'own',
  draw: (props: FieldProps<string>) => (
    <SuggestField {...props} suggestions={words.map((value) => ({ value, hint: null }))} />
  ),
});

/** One of the office's lifts; one that is booked already stays offered whatever the settings say now. */
export const liftOf = (lifts: readonly string[], booked: string | null = null): Editor => ({
  kind: 'list',
  choices: [...new Set([...lifts, ...(booked ? [booked] : [])])].map((value) => ({ value, label: value })),
});
