import { useState } from 'react';
import type { KeySuggestion } from '../../../shared/registers/keys';
import type { KeyState } from '../../../shared/registers/keys.row';
import { isAsking, useOp } from '../../queries';
import type { FieldProps } from '../../ui/fields/props';
import { PickField } from '../units/PickField';

interface KeyFieldProps extends FieldProps<string> {
  /** Only keys in these states. */
  states?: readonly KeyState[];
  /** How the held key is written, when the form knows it before anything was typed. */
  heldLabel?: string | null;
  /** Called with the key when one is taken, null when the field is emptied. */
  onPick?: (key: KeySuggestion | null) => void;
  autoFocus?: boolean;
}

/** A key, whose id is the value: its number, part of its name, or the number of its unit. */
export function KeyField({ states, heldLabel, onPick, ...props }: KeyFieldProps) {
  const [typed, setTyped] = useState('');
  const [held, setHeld] = useState<KeySuggestion | null>(null);
  const asked = useOp(
    'keys.suggest',
    { typed: typed.slice(0, 60), ...(states ? { states: [...states] } : {}) },
    { keep: true, enabled: typed.trim() !== '' },
  );
  const found = typed.trim() === '' ? [] : (asked.data ?? []);
  const known = held?.id === props.value ? asPick(held) : null;
  const given = props.value && heldLabel ? { id: props.value, label: heldLabel, hint: null } : null;
  return (
    <PickField
      {...props}
      found={found.map(asPick)}
      asking={isAsking(asked)}
      held={known ?? given}
      onTyped={setTyped}
      onChange={(id) => {
        const key = found.find((one) => one.id === id) ?? null;
        setHeld(key);
        props.onChange(id);
        onPick?.(key);
      }}
    />
  );
}

const asPick = (key: KeySuggestion) => ({
  id: key.id,
  label: `${key.keyNo} ${key.label}`,
  hint: key.unitCode,
});
