import { type ReactNode, type RefObject, useState } from 'react';
import type { Input, OpName } from '../../shared/api';
import type { FormNumber } from '../../shared/print/forms';
import { useWords } from '../i18n';
import { useCommand } from '../queries';
import { useDraft } from '../ui/drafts';
import type { SaveHow } from '../ui/FormFrame';
import { nowIso } from '../ui/fields/TimeField';
import { type Book, fieldLabel } from './book';
import { type Editor, EditorField, TEXT, typedValue } from './editors';
import { focusFirst, QuickStrip } from './QuickStrip';
import { usePapers } from './use-papers';

/** One field of a strip: its name is that of the operation's input, its label the book's word for it. */
export interface QuickField {
  name: string;
  editor?: Editor;
  required?: boolean;
  /** One quiet line below, already in words. */
  hint?: string;
  /** What stands there at first, and again after a save. */
  first?: string;
  /** False: not asked for now, sent as it stands. */
  when?: boolean;
}

interface QuickFormProps<N extends OpName> {
  op: N;
  book: Book;
  /** What the strip registers. */
  label: string;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
  /** The fields in the order of the paper, as they are for what is typed so far. */
  fields: (typed: Readonly<Record<string, string>>) => readonly QuickField[];
  /** Input that is not just the typed value of its field. */
  more?: (typed: Readonly<Record<string, string>>) => Partial<Input<N>>;
  /** Paper of Ctrl+P. */
  paper?: FormNumber;
  /** What typing in one field says about others, e.g. a tool its deposit. */
  follow?: (part: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** A whole strip: fields in paper order, draft kept, saved with Ctrl+Enter, printed with Ctrl+P, empty again for the next line. */
export function QuickForm<N extends OpName>(props: QuickFormProps<N>) {
  const { op, book, place } = props;
  const { t } = useWords();
  const command = useCommand(op);
  const papers = usePapers();
  const first: Record<string, string> = Object.fromEntries(
    props.fields({}).map((field) => [field.name, field.first ?? '']),
  );
  const { values, set, clear } = useDraft<Record<string, string>>(op, first);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const fields = props.fields(values);
  const textOf = (field: QuickField): string => values[field.name] ?? field.first ?? '';
  const begun = command.error !== null || fields.some((field) => textOf(field) !== (first[field.name] ?? ''));
  const save = async (how: SaveHow) => {
    const typed = Object.fromEntries(
      fields.map((field) => [field.name, typedValue(field.editor ?? TEXT, textOf(field))]),
    );
    // The names are those of the input; the door checks every value and marks its field.
    const result = await command.run({ ...typed, ...props.more?.(values) } as Input<N>);
    if (!result?.ok) return;
    const { id, serialNo } = result.data as { id: string; serialNo: string };
    setSaved({ serialNo, at: nowIso() });
    clear(first);
    focusFirst(place);
    if (how === 'print' && props.paper) await papers.print([props.paper], id);
  };
  return (
    <QuickStrip
      label={props.label}
      place={place}
      begun={begun}
      error={command.error ?? papers.error}
      busy={command.busy}
      saved={saved}
      onSave={(how) => void save(how)}
      onBack={props.onBack}
      saveAndPrint={props.paper !== undefined}
      below={props.children}
    >
      {fields
        .filter((field) => field.when !== false)
        .map((field) => (
          <EditorField
            key={field.name}
            editor={field.editor ?? TEXT}
            label={t(fieldLabel(book, field.name))}
            name={field.name}
            required={field.required ?? false}
            {...(field.hint ? { hint: field.hint } : {})}
            value={textOf(field)}
            onChange={(text) => {
              const part = { [field.name]: text };
              set({ ...part, ...props.follow?.(part) });
            }}
          />
        ))}
    </QuickStrip>
  );
}
