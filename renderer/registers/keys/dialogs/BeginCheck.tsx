import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useWords } from '../../../i18n';
import { useCommand, useOp } from '../../../queries';

interface BeginCheckProps {
  onClose: () => void;
  /** Begun: the counting sheet is opened. */
  onMade: (id: string) => void;
}

/** 开始周检: the cabinets of this ISO week that are not checked yet; all of them unless some are unticked. */
export function BeginCheck({ onClose, onMade }: BeginCheckProps) {
  const { t } = useWords();
  const start = useCommand('keyChecks.start');
  const due = useOp('keyChecks.due', {});
  const [left, setLeft] = useState<readonly string[]>([]);
  const cabinets = due.data?.cabinets ?? [];
  const chosen = cabinets.filter((cabinet) => !left.includes(cabinet.id));
  const save = async () => {
    const done = await start.run({ cabinetIds: chosen.map((cabinet) => cabinet.id) });
    if (!done?.ok) return;
    onClose();
    onMade(done.data.id);
  };
  return (
    <ActionDialog
      title={t('keys:op.keyChecks.start')}
      about={due.data?.week ?? ''}
      onSave={() => void save()}
      onClose={onClose}
      error={start.error ?? due.error?.error ?? null}
      busy={start.busy}
      disabled={chosen.length === 0}
    >
      {due.data && cabinets.length === 0 ? (
        <p className="quiet">{t('keys:screen.nothingDue')}</p>
      ) : (
        <fieldset className="mandate-keys">
          <legend>{t('keys:screen.chooseCabinets')}</legend>
          {cabinets.map(({ id, code, name, keys }) => (
            <Checkbox
              key={id}
              label={t('keys:screen.cabinetChoice', { code, name, n: keys })}
              checked={!left.includes(id)}
              onChange={(event) =>
                setLeft(event.currentTarget.checked ? left.filter((one) => one !== id) : [...left, id])
              }
            />
          ))}
        </fieldset>
      )}
    </ActionDialog>
  );
}
