import type { ReactNode } from 'react';
import type { Input, OpName } from '../../../shared/api';
import type { Permit } from '../../../shared/roles';
import { useWords } from '../../i18n';
import { PinConfirm } from '../../ui/PinConfirm';
import { type Book, fieldLabel, opLabel, ruleLabel } from '../book';
import { type Editor, EditorField, TEXT, typedValue } from '../editors';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';
import { useSecond } from './use-second';

/** One field of an act: its name is that of the operation's input, its label that of the book's field. */
export interface ActField<N extends OpName> {
  name: Extract<keyof Input<N>, string>;
  editor?: Editor;
  required?: boolean;
  /** Key of the label; default the book's word for the field, else `book:field.<name>`. */
  label?: string;
  /** Key of one quiet line below. */
  hint?: string;
  /** What stands there at first. */
  first?: string;
  /** False: not asked for now, not sent. */
  when?: boolean;
}

/** Who signs along: by PIN, and where allowed as a witness on paper or later (待补签). */
export interface SecondAsked {
  /** Key of what this signature is: 主管会签. */
  label: string;
  permit: Permit;
  witness?: boolean;
  pending?: boolean;
  /** Key of why it is asked for. */
  why?: string;
}

interface ActFormProps<N extends OpName> {
  op: N;
  book: Book;
  entry: { id: string; version: number };
  about: string;
  fields?: readonly ActField<N>[];
  /** A second person; null when the row needs none (then `second: null` is sent). */
  second?: SecondAsked | null;
  /** Further input that is not typed here. */
  more?: Partial<Input<N>>;
  grave?: boolean;
  onClose: () => void;
  onDone: () => void;
  /** Above the fields, e.g. a question when there is nothing to type. */
  children?: ReactNode;
}

/**
 * A whole dialog of one act: fields in paper order, a second person if the trade asks for one, draft kept, errors at the
 * field, title and rule by convention. Sends id, version, the typed values, `second`.
 */
export function ActForm<N extends OpName>(props: ActFormProps<N>) {
  const { op, book, entry } = props;
  const { t } = useWords();
  const asked = (props.fields ?? []).filter((field) => field.when !== false);
  const first: Record<string, string> = Object.fromEntries(asked.map((f) => [f.name, f.first ?? '']));
  const { command, draft, send } = useAct(op, entry.id, first, props);
  const second = useSecond(command.error);
  const rule = ruleLabel(book, op);
  const value = (name: string): string => draft.values[name] ?? first[name] ?? '';
  const save = async () => {
    const typed = Object.fromEntries(asked.map((f) => [f.name, typedValue(f.editor ?? TEXT, value(f.name))]));
    const person = props.second === undefined ? {} : { second: props.second ? second.person : null };
    // The names are those of the input (ActField); the door checks every value and marks its field.
    await send({ id: entry.id, version: entry.version, ...typed, ...person, ...props.more } as Input<N>);
  };
  return (
    <ActionDialog
      title={t(opLabel(book, op))}
      about={props.about}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={props.onClose}
      error={second.error}
      busy={command.busy}
      grave={props.grave ?? false}
    >
      {props.children}
      {asked.map((field) => (
        <EditorField
          key={field.name}
          editor={field.editor ?? TEXT}
          label={t(field.label ?? fieldLabel(book, field.name))}
          name={field.name}
          required={field.required ?? false}
          {...(field.hint ? { hint: t(field.hint) } : {})}
          value={value(field.name)}
          onChange={(text) => draft.set({ [field.name]: text })}
        />
      ))}
      {props.second ? (
        <div>
          {props.second.why ? <p className="quiet small">{t(props.second.why)}</p> : null}
          <PinConfirm
            label={t(props.second.label)}
            permit={props.second.permit}
            value={second.typed}
            onChange={second.set}
            allowWitness={props.second.witness ?? false}
            allowPending={props.second.pending ?? false}
          />
        </div>
      ) : null}
    </ActionDialog>
  );
}
