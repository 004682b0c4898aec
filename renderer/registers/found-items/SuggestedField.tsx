import type { Input } from '../../../shared/api';
import { Suggested } from '../../book/editors';
import { useWords } from '../../i18n';
import type { FieldProps } from '../../ui/fields/props';

interface SuggestedFieldProps extends Omit<FieldProps<string>, 'label'> {
  /** Which field of the archive to suggest from. */
  of: Input<'foundItems.suggest'>['field'];
  label?: string;
}

/** Free text with what the found-item register has seen before. */
export function SuggestedField({ of, label, ...props }: SuggestedFieldProps) {
  const { t } = useWords();
  return (
    <Suggested
      {...props}
      op="foundItems.suggest"
      field={of}
      label={label ?? t(`found-items:field.foundItems.${of}`)}
    />
  );
}
