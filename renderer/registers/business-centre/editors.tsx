import { Checkbox } from '@mantine/core';
import type { Editor } from '../../book/editors';
import type { FieldProps } from '../../ui/fields/props';
import { UnitField } from '../units/UnitField';

/** Fields several forms of the business centre share. */

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
      className="business-tick"
      label={label}
      data-name={name}
      checked={value === 'yes'}
      onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
    />
  ),
};

export const NAME: Editor = { kind: 'text', max: 60 };
export const NUMBER: Editor = { kind: 'text', max: 30 };
export const LATER: Editor = { kind: 'time', later: true };

/** One of this room's codes. */
export const choice = (group: string, codes: readonly string[]): Editor => ({
  kind: 'choice',
  group: `business:${group}`,
  codes,
});
