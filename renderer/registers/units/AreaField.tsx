import { useState } from 'react';
import { m2 } from '../../../shared/registers/units.columns';
import type { FieldProps } from '../../ui/fields/props';
import { TextField } from '../../ui/fields/TextField';
import { areaTyped } from './area-typed';

/** Square metres as people type them; the value is 1/100 m² as digits, '' for none. */
export function AreaField({ value, onChange, ...props }: FieldProps<string>) {
  const [typed, setTyped] = useState(() => (value === '' ? '' : m2(Number(value))));
  return (
    <TextField
      {...props}
      right
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const area = areaTyped(text);
        onChange(area === null ? '' : String(area));
      }}
    />
  );
}
