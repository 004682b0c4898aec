import type { Input } from '../../../shared/api';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import type { FieldProps } from '../../ui/fields/props';
import { SuggestField } from '../../ui/fields/SuggestField';

interface SuggestedFieldProps extends Omit<FieldProps<string>, 'label'> {
  /** Which field of the archive to suggest from. */
  of: Input<'foundItems.suggest'>['field'];
  label?: string;
}

/** Free text with what the register has seen before: best first, asked from the door as the clerk types. */
export function SuggestedField({ of, label, ...props }: SuggestedFieldProps) {
  const { t } = useWords();
  const typed = props.value.slice(0, 60);
  const suggestions = useOp('foundItems.suggest', { field: of, typed }, { keep: true });
  return (
    <SuggestField
      {...props}
      label={label ?? t(`found-items:field.foundItems.${of}`)}
      suggestions={suggestions.data ?? []}
    />
  );
}
