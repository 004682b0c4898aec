import { Checkbox } from '@mantine/core';
import type { FieldProps } from '../ui/fields/props';
import type { Editor } from './editors';

/** A tick among the fields of a form; its value is `yes` or nothing. */
export const TICK: Editor = {
  kind: 'own',
  draw: ({ label, name, value, onChange }: FieldProps<string>) => (
    <Checkbox
      className="tick-field"
      label={label}
      data-name={name}
      checked={value === 'yes'}
      onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
    />
  ),
};
