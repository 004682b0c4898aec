import { Button } from '@mantine/core';
import { useState } from 'react';
import { yuan } from '../../../shared/money';
import type { SpaceLine } from '../../../shared/registers/units.columns';
import { SPACE_KINDS } from '../../../shared/registers/units.row';
import { fieldLabel } from '../../book/book';
import { ActForm } from '../../book/dialogs/ActForm';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { DAY, type Editor } from '../../book/editors';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { SPACES, UNITS } from './books';
import { PARTY, UNIT } from './editors';

const REASON: Editor = { kind: 'longText', max: 200 };
type Act = 'assign' | 'free' | 'retire';

interface SpaceDialogProps {
  /** Null: a new space. */
  space: SpaceLine | null;
  onClose: () => void;
}

/** A parking space: number, kind, place, fee; and to whom it is given. */
export function SpaceDialog({ space, onClose }: SpaceDialogProps) {
  const { t } = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const add = useCommand('units.addSpace');
  const change = useCommand('units.changeSpace');
  const [values, setValues] = useState({
    no: space?.no ?? '',
    kind: (space?.kind ?? 'rented') as string | null,
    place: space?.place ?? '',
    fee: space?.monthlyFeeCents ? yuan(space.monthlyFeeCents) : '',
    note: space?.note ?? '',
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  if (space && act) return <SpaceAct act={act} space={space} onClose={onClose} />;
  const save = async () => {
    const fields = {
      no: values.no,
      kind: SPACE_KINDS.find((code) => code === values.kind) ?? 'rented',
      place: values.place,
      monthlyFeeCents: values.fee.trim() ? centsTyped(values.fee) : null,
      note: values.note,
    };
    const done = space
      ? await change.run({ id: space.id, version: space.version, ...fields })
      : await add.run(fields);
    if (done?.ok) onClose();
  };
  const text = (name: 'no' | 'place' | 'fee' | 'note', field: string, max: number, required = false) => (
    <TextField
      label={t(fieldLabel(UNITS, field))}
      name={field}
      required={required}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const acts: readonly Act[] = space === null ? [] : space.state === 'free' ? ['assign', 'retire'] : ['free'];
  return (
    <ActionDialog
      title={t(space ? 'units:op.units.changeSpace' : 'units:op.units.addSpace')}
      about={space ? `${space.no} ${t(`units:space.${space.state}`)}` : ''}
      onSave={() => void save()}
      onClose={onClose}
      error={add.error ?? change.error}
      busy={add.busy || change.busy}
      actions={acts.map((one) => (
        <Button key={one} variant="default" onClick={() => setAct(one)}>
          {t(`units:op.units.${one}Space`)}
        </Button>
      ))}
    >
      {text('no', 'no', 20, true)}
      <ChoiceField
        label={t(fieldLabel(UNITS, 'kind'))}
        name="kind"
        choices={SPACE_KINDS.map((code) => ({ value: code, label: t(`units:space.${code}`) }))}
        value={values.kind}
        onChange={(kind) => set({ kind })}
      />
      {text('place', 'place', 40)}
      {text('fee', 'monthlyFeeCents', 12)}
      {text('note', 'note', 300)}
    </ActionDialog>
  );
}

function SpaceAct({ act, space, onClose }: { act: Act; space: SpaceLine; onClose: () => void }) {
  const shared = {
    book: { ...SPACES, register: 'units' },
    entry: space,
    about: space.no,
    onClose,
    onDone: () => undefined,
  };
  if (act === 'assign')
    return (
      <ActForm
        op="units.assignSpace"
        {...shared}
        fields={[
          { name: 'unitId', editor: UNIT },
          { name: 'partyId', editor: PARTY },
          { name: 'fromOn', editor: DAY, required: true },
          { name: 'untilOn', editor: DAY },
        ]}
      />
    );
  if (act === 'free')
    return <ActForm op="units.freeSpace" {...shared} fields={[{ name: 'reason', editor: REASON }]} />;
  return (
    <ActForm
      op="units.retireSpace"
      {...shared}
      grave
      fields={[{ name: 'reason', editor: REASON, required: true }]}
    />
  );
}
