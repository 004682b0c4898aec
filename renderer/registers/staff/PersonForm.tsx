import { Checkbox } from '@mantine/core';
import type { StaffRow } from '../../../shared/registers/staff';
import { CAPACITIES, type Capacity, ROLES, type Role } from '../../../shared/roles';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { FormFrame, useFieldProblem } from '../../ui/FormFrame';
import { TextField } from '../../ui/fields/TextField';

interface PersonFormProps {
  /** Null adds a new person. */
  person: StaffRow | null;
  onDone: () => void;
  onBack: () => void;
}

interface Typed {
  staffNo: string;
  name: string;
  initials: string;
  roles: Role[];
  capacities: Capacity[];
  note: string;
}

const typedOf = (person: StaffRow | null): Typed => ({
  staffNo: person?.staffNo ?? '',
  name: person?.name ?? '',
  initials: person?.initials ?? '',
  roles: person?.roles ?? [],
  capacities: person?.capacities ?? [],
  note: person?.note ?? '',
});

/** A person of the office: number, name with editable initials, roles and what is given on top of them. */
export function PersonForm({ person, onDone, onBack }: PersonFormProps) {
  const { t } = useWords();
  const draft = useDraft(person ? `staff.${person.id}.${person.version}` : 'staff.new', typedOf(person));
  const add = useCommand('staff.add');
  const amend = useCommand('staff.amend');
  const { values, set } = draft;
  const send = async () => {
    const result = person
      ? await amend.run({ id: person.id, version: person.version, ...values })
      : await add.run(values);
    if (!result?.ok) return;
    draft.clear();
    onDone();
  };
  return (
    <FormFrame
      label={t(person ? 'core:staff.title' : 'core:staff.add')}
      onSave={() => void send()}
      onBack={onBack}
      error={add.error ?? amend.error}
      busy={add.busy || amend.busy}
      autoFocus
    >
      <div className="fields">
        <TextField
          label={t('core:staff.staffNo')}
          name="staffNo"
          required
          max={20}
          value={values.staffNo}
          onChange={(staffNo) => set({ staffNo })}
        />
        <TextField
          label={t('core:staff.name')}
          name="name"
          required
          max={40}
          value={values.name}
          // Initials follow the name again unless somebody edits them.
          onChange={(name) => set({ name, initials: '' })}
        />
        <TextField
          label={t('core:staff.initials')}
          name="initials"
          max={20}
          hint={t('core:staff.initialsHint')}
          value={values.initials}
          onChange={(initials) => set({ initials })}
        />
      </div>
      <Ticks
        label={t('core:staff.roles')}
        name="roles"
        all={ROLES}
        word={(role) => t(`core:role.${role}`)}
        value={values.roles}
        onChange={(roles) => set({ roles })}
      />
      <Ticks
        label={t('core:staff.capacities')}
        name="capacities"
        all={CAPACITIES}
        word={(capacity) => t(`core:capacity.${capacity}`)}
        value={values.capacities}
        onChange={(capacities) => set({ capacities })}
      />
      <TextField
        label={t('core:staff.note')}
        name="note"
        max={200}
        lines={2}
        value={values.note}
        onChange={(note) => set({ note })}
      />
    </FormFrame>
  );
}

interface TicksProps<T extends string> {
  label: string;
  /** Name in the operation's input. */
  name: string;
  all: readonly T[];
  word: (one: T) => string;
  value: readonly T[];
  onChange: (value: T[]) => void;
}

function Ticks<T extends string>({ label, name, all, word, value, onChange }: TicksProps<T>) {
  const { problem, forget } = useFieldProblem(name);
  return (
    <fieldset aria-invalid={problem ? true : undefined}>
      <legend>{label}</legend>
      <div className="checks">
        {all.map((one) => (
          <Checkbox
            key={one}
            label={word(one)}
            checked={value.includes(one)}
            onChange={(event) => {
              forget();
              onChange(
                event.currentTarget.checked ? [...value, one] : value.filter((other) => other !== one),
              );
            }}
          />
        ))}
      </div>
      {problem ? <p className="seal small">{problem}</p> : null}
    </fieldset>
  );
}
