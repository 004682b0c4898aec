import type { Editor } from '../../book/editors';
import type { FieldProps } from '../../ui/fields/props';
import { UnitField } from './UnitField';

/** A unit over its id, called what units are called everywhere. */
export const UNIT: Editor = {
  kind: 'own',
  as: 'unitCode',
  draw: ({ label: _, ...props }: FieldProps<string>) => <UnitField {...props} />,
};
