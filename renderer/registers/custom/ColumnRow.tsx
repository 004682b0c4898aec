import { ActionIcon, Checkbox } from '@mantine/core';
import { CUSTOM_KINDS, type CustomKind, SEALABLE } from '../../../shared/registers/custom-books.row';
import { useWords } from '../../i18n';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import type { ColumnTyped } from './definition-form';

const NS = 'custom-books';

interface ColumnRowProps {
  column: ColumnTyped;
  index: number;
  last: boolean;
  /** Lines use it: its kind stays and it cannot go. */
  fixed: boolean;
  onChange: (part: Partial<ColumnTyped>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** One column of a definition in one row. */
export function ColumnRow({ column, index, last, fixed, onChange, onMove, onRemove }: ColumnRowProps) {
  const { t } = useWords();
  const label = (field: string) => t(`${NS}:field.customBooks.${field}`);
  const name = (field: string) => `columns.${index}.${field}`;
  const box = (field: 'required' | 'hidden' | 'personal', disabled = false) => (
    <Checkbox
      label={label(field)}
      disabled={disabled}
      checked={column[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
    />
  );
  const button = (word: string, sign: string, act: () => void, disabled = false) => (
    <ActionIcon
      variant="subtle"
      tabIndex={-1}
      aria-label={t(`${NS}:screen.${word}`)}
      disabled={disabled}
      onClick={act}
    >
      {sign}
    </ActionIcon>
  );
  return (
    <fieldset className="row" aria-label={t(`${NS}:screen.column`, { n: index + 1 })}>
      <TextField
        label={label('columnZh')}
        name={name('zh')}
        required
        max={12}
        width={140}
        value={column.zh}
        onChange={(zh) => onChange({ zh })}
      />
      <TextField
        label={label('columnEn')}
        name={name('en')}
        max={24}
        width={150}
        value={column.en}
        onChange={(en) => onChange({ en })}
      />
      <ChoiceField
        label={label('kind')}
        name={name('kind')}
        required
        disabled={fixed}
        width={130}
        choices={CUSTOM_KINDS.map((kind) => ({ value: kind, label: t(`${NS}:kind.${kind}`) }))}
        value={column.kind}
        onChange={(next) => {
          const kind = (next ?? 'text') as CustomKind;
          onChange({ kind, personal: kind === 'person' || (column.personal && SEALABLE.includes(kind)) });
        }}
      />
      {column.kind === 'choice' ? (
        <TextField
          label={label('choices')}
          name={name('choices')}
          list
          lines={2}
          width={140}
          hint={t(`${NS}:screen.choicesHint`)}
          value={column.choices}
          onChange={(choices) => onChange({ choices })}
        />
      ) : null}
      {box('required', column.kind === 'signature')}
      {box('personal', fixed || column.kind === 'person' || !SEALABLE.includes(column.kind))}
      {box('hidden')}
      {button('up', '↑', () => onMove(-1), index === 0)}
      {button('down', '↓', () => onMove(1), last)}
      {button('remove', '×', onRemove, fixed)}
    </fieldset>
  );
}
