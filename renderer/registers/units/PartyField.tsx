import { useState } from 'react';
import type { PartySuggestion } from '../../../shared/registers/parties';
import { useWords } from '../../i18n';
import { isAsking, useOp } from '../../queries';
import type { FieldProps } from '../../ui/fields/props';
import { PickField } from './PickField';

interface PartyFieldProps extends Omit<FieldProps<string>, 'label'> {
  /** Default: 业主/住户. */
  label?: string;
  /** Those in this unit come first, and are offered before anything is typed. */
  unitId?: string | null;
  /** Called with the party when one is taken, null when the field is emptied. */
  onPick?: (party: PartySuggestion | null) => void;
  autoFocus?: boolean;
}

/** A party, whose id is the value: name, pinyin, initials, phone tail or plate. Units and the masked phone tell namesakes apart. */
export function PartyField({ label, unitId, onPick, ...props }: PartyFieldProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const known = useOp('parties.suggest', { typed: '', id: props.value }, { enabled: props.value !== '' });
  const held = props.value === '' ? null : (known.data?.[0] ?? null);
  // The field shows the held one's name: that is no search.
  const wanted = typed === held?.name ? '' : typed.trim().slice(0, 60);
  const asked = useOp(
    'parties.suggest',
    { typed: wanted, unitId: unitId || null },
    { keep: true, enabled: wanted !== '' || Boolean(unitId) },
  );
  const found = wanted === '' && !unitId ? [] : (asked.data ?? []);
  const asPick = (party: PartySuggestion) => ({ id: party.id, label: party.name, hint: party.hint });
  return (
    <PickField
      {...props}
      label={label ?? t('units:field.party')}
      placeholder={props.placeholder ?? t('units:field.partyPlaceholder')}
      hint={props.hint ?? (held?.hint || undefined)}
      found={found.map(asPick)}
      asking={isAsking(asked)}
      held={held ? asPick(held) : null}
      onTyped={setTyped}
      onChange={(id) => {
        props.onChange(id);
        onPick?.(found.find((party) => party.id === id) ?? null);
      }}
    />
  );
}
