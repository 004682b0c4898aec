import { useState } from 'react';
import type { Input } from '../../../../shared/api';
import { type Book, fieldLabel, opLabel, ruleLabel } from '../../../book/book';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { type Editor, EditorField, startText, TEXT, typedText } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { useCommand } from '../../../queries';
import { type Choice, ChoiceField } from '../../../ui/fields/ChoiceField';

type AmendOp = 'units.amend' | 'parties.amend';

interface AmendFormProps {
  op: AmendOp;
  book: Book;
  entry: { id: string; version: number };
  about: string;
  /** What may change in life, with its words. */
  fields: readonly Choice[];
  editors: Readonly<Record<string, Editor>>;
  onClose: () => void;
  onDone: () => void;
}

/** 登记变更: which item, and what it is from now on. Masked values are typed anew. */
export function AmendForm({ op, book, entry, about, fields, editors, onClose, onDone }: AmendFormProps) {
  const { t } = useWords();
  const amend = useCommand(op);
  const [field, setField] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const editor = editors[field ?? ''] ?? TEXT;
  const written: Readonly<Record<string, unknown>> = { ...entry };
  const rule = ruleLabel(book, op);
  const save = async () => {
    const { id, version } = entry;
    // The field is one of those offered; the door checks field and value.
    const done = await amend.run({ id, version, field, value: typedText(editor, value) } as Input<AmendOp>);
    if (!done?.ok) return;
    onDone();
    onClose();
  };
  return (
    <ActionDialog
      title={t(opLabel(book, op))}
      about={about}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={amend.error}
      busy={amend.busy}
    >
      <ChoiceField
        label={t(fieldLabel(book, 'field'))}
        name="field"
        required
        choices={fields}
        value={field}
        onChange={(next) => {
          setField(next);
          setValue(startText(editors[next ?? ''] ?? TEXT, written[next ?? '']));
        }}
      />
      {field ? (
        <EditorField
          key={field}
          editor={editor}
          label={t(fieldLabel(book, 'value'))}
          name="value"
          value={value}
          onChange={setValue}
        />
      ) : null}
    </ActionDialog>
  );
}
