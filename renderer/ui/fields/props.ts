import type { ReactNode } from 'react';

/** What every field takes. */
export interface FieldProps<V> {
  /** Word of the paper column above the field. */
  label: string;
  /** Name in the operation's input; problems of that name are shown here. */
  name?: string;
  value: V;
  onChange: (value: V) => void;
  /** Starred field: the paper cannot do without it. The door decides, this only draws the star. */
  required?: boolean;
  /** One quiet line below, where a rule needs saying. */
  hint?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  /** Fixed width in px; default fills its place. */
  width?: number;
  /** The value was carried over from the last entry of a run; a mark says so. */
  sticky?: boolean;
}
