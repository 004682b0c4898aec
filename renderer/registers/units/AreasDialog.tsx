import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/api';
import { fieldLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { UNITS } from './books';

type Known = Output<'units.areas'>;
type Area = Known['areas'][number];

/** 区域和管家: the areas of the project, how many units each has, and whose they are. */
export function AreasDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const known = useOp('units.areas', {}).data;
  const [open, setOpen] = useState<{ area: Area | null } | null>(null);
  if (open) return <AreaForm area={open.area} stewards={known?.stewards} onClose={() => setOpen(null)} />;
  return (
    <Dialog opened onClose={onClose} title={t('units:screen.areas')}>
      <ul className="unit-rows">
        {(known?.areas ?? []).map((area) => (
          <li key={area.id} className={area.active === 1 ? undefined : 'quiet'}>
            <span className="unit-what">{area.name}</span>
            <span>{area.stewardName ?? '/'}</span>
            <span className="number small">{t('units:screen.unitCount', { n: area.units })}</span>
            <Button variant="subtle" size="compact-xs" onClick={() => setOpen({ area })}>
              {t('core:action.change')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row end">
        <Button onClick={() => setOpen({ area: null })}>{t('units:op.units.addArea')}</Button>
      </div>
    </Dialog>
  );
}

function AreaForm({
  area,
  stewards,
  onClose,
}: {
  area: Area | null;
  stewards: Known['stewards'] | undefined;
  onClose: () => void;
}) {
  const { t } = useWords();
  const add = useCommand('units.addArea');
  const change = useCommand('units.changeArea');
  const [name, setName] = useState(area?.name ?? '');
  const [stewardId, setSteward] = useState<string | null>(area?.stewardId ?? null);
  const save = async (active = true) => {
    const fields = { name, stewardId };
    const done = area
      ? await change.run({ id: area.id, version: area.version, ...fields, active })
      : await add.run(fields);
    if (done?.ok) onClose();
  };
  return (
    <ActionDialog
      title={t(area ? 'units:op.units.changeArea' : 'units:op.units.addArea')}
      about={area?.name ?? ''}
      onSave={() => void save()}
      onClose={onClose}
      error={add.error ?? change.error}
      busy={add.busy || change.busy}
      actions={
        area && area.active === 1 ? (
          <Button variant="subtle" color="red" onClick={() => void save(false)}>
            {t('units:screen.closeArea')}
          </Button>
        ) : null
      }
    >
      <TextField
        label={t(fieldLabel(UNITS, 'area'))}
        name="name"
        required
        max={40}
        value={name}
        onChange={setName}
      />
      <ChoiceField
        label={t(fieldLabel(UNITS, 'stewardId'))}
        name="stewardId"
        clearable
        choices={stewards?.map((person) => ({ value: person.id, label: person.name }))}
        value={stewardId}
        onChange={setSteward}
      />
    </ActionDialog>
  );
}
