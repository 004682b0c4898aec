import { useState } from 'react';
import type { UnitSuggestion } from '../../../shared/registers/units';
import { useWords } from '../../i18n';
import { isAsking, useOp } from '../../queries';
import type { FieldProps } from '../../ui/fields/props';
import { PickField } from './PickField';

interface UnitFieldProps extends Omit<FieldProps<string>, 'label'> {
  /** Default: 房号. */
  label?: string;
  /** Called with the unit when one is taken, null when the field is emptied. */
  onPick?: (unit: UnitSuggestion | null) => void;
  autoFocus?: boolean;
}

/**
 * A unit, whose id is the value: any writing of its number (3-1-1502, 311502, 1502, 3栋1单元1502), or name, pinyin or phone
 * tail of who is in it. Below the field stand its people and its occupancy.
 */
export function UnitField({ label, onPick, ...props }: UnitFieldProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const asked = useOp(
    'units.suggest',
    { typed: typed.slice(0, 60) },
    { keep: true, enabled: typed.trim() !== '' },
  );
  const known = useOp('units.suggest', { typed: '', id: props.value }, { enabled: props.value !== '' });
  const held = props.value === '' ? null : (known.data?.[0] ?? null);
  const found = typed.trim() === '' ? [] : (asked.data ?? []);
  const line = (unit: UnitSuggestion): string =>
    [unit.hint, t(`units:occupancyState.${unit.occupancyState}`)].filter((part) => part).join(' · ');
  const asPick = (unit: UnitSuggestion) => ({ id: unit.id, label: unit.label, hint: line(unit) });
  return (
    <PickField
      {...props}
      label={label ?? t('units:field.unit')}
      placeholder={props.placeholder ?? t('units:field.unitPlaceholder')}
      hint={props.hint ?? (held ? line(held) : undefined)}
      found={found.map(asPick)}
      asking={isAsking(asked)}
      held={held ? asPick(held) : null}
      onTyped={setTyped}
      onChange={(id) => {
        props.onChange(id);
        onPick?.(found.find((unit) => unit.id === id) ?? null);
      }}
    />
  );
}
