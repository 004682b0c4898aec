import { useState } from 'react';
import type { Input } from '../../../shared/api';
import type { OpError } from '../../../shared/result';
import { useWords } from '../../i18n';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { useNotices } from '../../ui/Notices';
import { type Book, type CorrectOp, fieldLabel, opLabel, warningLabel } from '../book';
import type { Desk } from '../desk';
import { type Editor, EditorField, startText, TEXT, typedText } from '../editors';
import { valueText } from '../values';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';

interface CorrectLineProps {
  book: Book;
  entry: { id: string; version: number };
  about: string;
  desk: Desk;
  /** Fields that may be corrected on this entry, in paper order. */
  fields: readonly string[];
  /** In which field each is typed; default a plain text. */
  editors: Readonly<Record<string, Editor>>;
  /** Until when an edit is free for this reader; null: never again. */
  freeUntil: string | null;
  onClose: () => void;
  onDone: () => void;
}

const NO_CORRECTION = { field: null as string | null, value: '', reason: '' };

/**
 * One field corrected by `<register>.correct`: pick it, see the old value struck as it will be on paper, write the new
 * one. Once the free-edit window is over a reason is asked for (domain.md §6.3).
 */
export function CorrectLine({ book, entry, desk, editors, ...props }: CorrectLineProps) {
  const words = useWords();
  const { t } = words;
  const notices = useNotices();
  const op = `${book.register}.correct` as CorrectOp;
  const { command, draft, send } = useAct(op, entry.id, NO_CORRECTION, props);
  const { values, set } = draft;
  const [missing, setMissing] = useState<OpError | null>(null);
  const line: Readonly<Record<string, unknown>> = { ...entry };
  const field = props.fields.find((f) => f === values.field) ?? null;
  const editor = (field ? editors[field] : null) ?? TEXT;
  const worded = editor.kind === 'own' ? editor.as : undefined;
  const { error } = command;
  const refusedFree = error?.kind === 'refused' && error.reason.endsWith('.reasonMissing');
  const frozen = refusedFree || !props.freeUntil || props.freeUntil <= nowIso();
  const change = (part: Partial<typeof values>) => {
    setMissing(null);
    set(part);
  };
  const save = async () => {
    if (!field) return setMissing({ kind: 'invalid', fields: { field: { code: 'text.empty' } } });
    if (frozen && values.reason.trim().length < 2)
      return setMissing({ kind: 'refused', reason: 'entry.reasonMissing' });
    const done = await send({
      id: entry.id,
      version: entry.version,
      field,
      value: typedText(editor, values.value),
      reason: values.reason,
    } as Input<CorrectOp>);
    for (const warning of done?.warnings ?? []) notices.say(t(warningLabel(book, warning)), true);
  };
  return (
    <ActionDialog
      title={t(opLabel(book, op))}
      about={props.about}
      rule={t(`book:rule.${frozen ? 'correctFrozen' : 'correctFree'}`)}
      onSave={() => void save()}
      onClose={props.onClose}
      error={missing ?? error}
      busy={command.busy}
    >
      <ChoiceField
        label={t('book:dialog.correctField')}
        name="field"
        required
        choices={props.fields.map((f) => ({ value: f, label: t(fieldLabel(book, f)) }))}
        value={values.field}
        onChange={(next) =>
          change({ field: next, value: next ? startText(editors[next] ?? TEXT, line[next]) : '' })
        }
      />
      {field ? (
        <>
          <p className="correct-preview">
            <s className="seal">{valueText(book, field, line[worded ?? field], words, desk) || '/'}</s>{' '}
            {/* An id says nothing: its field does. */}
            <span>
              {worded ? null : valueText(book, field, typedText(editor, values.value), words, desk)}
            </span>
          </p>
          <EditorField
            key={field}
            editor={editor}
            label={t('book:dialog.correctValue')}
            name="value"
            value={values.value}
            onChange={(value) => change({ value })}
          />
          {frozen ? (
            <TextField
              label={t('book:dialog.correctReason')}
              name="reason"
              required
              max={200}
              value={values.reason}
              onChange={(reason) => change({ reason })}
            />
          ) : null}
        </>
      ) : null}
    </ActionDialog>
  );
}
