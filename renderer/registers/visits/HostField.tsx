import type { Desk } from '../../book/desk';
import { useOp } from '../../queries';
import { SuggestField } from '../../ui/fields/SuggestField';

interface HostFieldProps {
  desk: Desk;
  label: string;
  required: boolean;
  unitId: string;
  value: string;
  onChange: (hostName: string, hostPartyId: string) => void;
}

/** Whom the visitor comes to see: those of the unit first. Free text: a host may be a guest of the house. */
export function HostField({ desk, unitId, onChange, ...props }: HostFieldProps) {
  const reads = desk.may('parties.read');
  const typed = props.value.trim().slice(0, 60);
  const asked = useOp(
    'parties.suggest',
    { typed, unitId: unitId || null },
    { keep: true, enabled: reads && (typed !== '' || unitId !== '') },
  );
  const people = reads && (typed !== '' || unitId !== '') ? (asked.data ?? []) : [];
  return (
    <SuggestField
      {...props}
      name="hostName"
      suggestions={people.map(({ name, hint }) => ({ value: name, hint }))}
      onChange={(name) => {
        const same = people.filter((person) => person.name === name);
        onChange(name, same.length === 1 ? (same[0]?.id ?? '') : '');
      }}
    />
  );
}
