import { useOp } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import type { FieldProps } from '../../ui/fields/props';

/** One of those who may keep keys; the value is the id, empty: nobody chosen. */
export function KeeperField({ value, onChange, ...props }: FieldProps<string>) {
  const people = useOp('keys.custodians', {}).data;
  return (
    <ChoiceField
      {...props}
      choices={people?.map(({ id, name }) => ({ value: id, label: name }))}
      clearable={!props.required}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
