import { Checkbox } from '@mantine/core';
import type { Editor } from '../../book/editors';
import type { FieldProps } from '../../ui/fields/props';
import { SuggestField } from '../../ui/fields/SuggestField';
import { UnitField } from '../units/UnitField';

/** Fields several forms of this room share. */

/** A unit over its id. */
export const UNIT: Editor = {
  kind: 'own',
  as: 'unitCode',
  draw: ({ label: _, ...props }: FieldProps<string>) => <UnitField {...props} />,
};

/** A tick; its value is `yes` or nothing. */
export const TICK: Editor = {
  kind: 'own',
  draw: ({ label, name, value, onChange }: FieldProps<string>) => (
    <Checkbox
      className="custody-tick"
      label={label}
      data-name={name}
      checked={value === 'yes'}
      onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
    />
  ),
};

export const NAME: Editor = { kind: 'text', max: 40 };
export const NUMBER: Editor = { kind: 'text', max: 30 };
export const CLOCK: Editor = { kind: 'text', max: 5 };
export const REASON: Editor = { kind: 'longText', max: 200 };

/** One of this room's codes. */
export const choice = (group: string, codes: readonly string[]): Editor => ({
  kind: 'choice',
  group: `custody:${group}`,
  codes,
});

/** Free text with ready words, e.g. the office's places. */
export const suggestOf = (words: readonly string[]): Editor => ({
  kind: 'own',
  draw: (props: FieldProps<string>) => (
    <SuggestField {...props} suggestions={words.map((value) => ({ value, hint: null }))} />
  ),
});
