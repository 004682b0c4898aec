import { useState } from 'react';
import type { MandateSuggestion } from '../../../shared/registers/key-mandates';
import { isAsking, useOp } from '../../queries';
import type { FieldProps } from '../../ui/fields/props';
import { PickField } from '../units/PickField';

interface MandateFieldProps extends FieldProps<string> {
  /** Mandates of this unit are offered before anything is typed. */
  unitId?: string | null;
  /** How the held mandate is written, when the form knows it before anything was typed. */
  heldLabel?: string | null;
  onPick?: (mandate: MandateSuggestion | null) => void;
}

/** A mandate in force, whose id is the value: its number, its unit or its owner. */
export function MandateField({ unitId, heldLabel, onPick, ...props }: MandateFieldProps) {
  const [typed, setTyped] = useState('');
  const [held, setHeld] = useState<MandateSuggestion | null>(null);
  // The field shows the held one's number: that is no search.
  const wanted = typed === held?.value || typed === heldLabel ? '' : typed.trim().slice(0, 60);
  const asked = useOp(
    'keyMandates.suggest',
    { typed: wanted, unitId: unitId || null },
    { keep: true, enabled: wanted !== '' || Boolean(unitId) },
  );
  const found = wanted === '' && !unitId ? [] : (asked.data ?? []);
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
        const mandate = found.find((one) => one.id === id) ?? null;
        setHeld(mandate);
        props.onChange(id);
        onPick?.(mandate);
      }}
    />
  );
}

const asPick = ({ id, value, hint }: MandateSuggestion) => ({ id, label: value, hint });
