import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/api';
import { BOUND_BOOKS, type BoundRegister } from '../../../shared/registers/month-bindings';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { useNotices } from '../../ui/Notices';
import { NO_SECOND, PinConfirm } from '../../ui/PinConfirm';
import { ErrorLine } from '../../ui/refusal';

interface BindDialogProps {
  register: BoundRegister;
  month: string;
  onClose: () => void;
  onBound: (id: string) => void;
}

/** What the volume will hold, then two more people: checked and sealed. It cannot be undone, and says so. */
export function BindDialog({ register, month, onClose, onBound }: BindDialogProps) {
  const { t } = useWords();
  const notices = useNotices();
  const preview = useCommand('monthBindings.preview');
  const bind = useCommand('monthBindings.bind');
  const [seen, setSeen] = useState<Output<'monthBindings.preview'> | null>(null);
  const [checker, setChecker] = useState(NO_SECOND);
  const [supervisor, setSupervisor] = useState(NO_SECOND);
  const { run } = preview;
  useEffect(() => {
    void run({ register, month }).then((result) => {
      if (result?.ok) setSeen(result.data);
    });
  }, [run, register, month]);
  const book = t(`print:title.${BOUND_BOOKS[register]}`);
  const complete = [checker, supervisor].every(({ staffId, pin }) => staffId !== null && pin !== '');
  const go = async () => {
    if (!checker.staffId || !supervisor.staffId) return;
    const result = await bind.run({
      register,
      month,
      checker: { staffId: checker.staffId, pin: checker.pin },
      supervisor: { staffId: supervisor.staffId, pin: supervisor.pin },
    });
    if (!result?.ok) return;
    notices.say(t('bindings:bind.done', { no: result.data.serialNo }));
    onBound(result.data.id);
  };
  return (
    <Dialog title={t('bindings:bind.title', { book, month })} opened onClose={onClose} width={660}>
      <div className="stack">
        {seen ? (
          <dl className="bindings-facts">
            <dt>{t('bindings:bind.lines')}</dt>
            <dd className="number">{seen.lines}</dd>
            <dt>{t('bindings:bind.pages')}</dt>
            <dd>{t('bindings:bind.pageSpan', { from: seen.pageFrom, to: seen.pageTo, n: seen.pages })}</dd>
            <dt>{t('bindings:bind.voids')}</dt>
            <dd className="number">{seen.voids}</dd>
            <dt>{t('bindings:bind.corrections')}</dt>
            <dd className="number">{seen.corrections}</dd>
          </dl>
        ) : (
          <p className="quiet">{preview.error ? '' : t('bindings:bind.counting')}</p>
        )}
        <ErrorLine error={preview.error} />
        <p className="seal">{t('bindings:bind.warning')}</p>
        <PinConfirm
          label={t('bindings:bind.checker')}
          permit="bindings.check"
          value={checker}
          onChange={setChecker}
        />
        <PinConfirm
          label={t('bindings:bind.supervisor')}
          permit="bindings.seal"
          value={supervisor}
          onChange={setSupervisor}
        />
        <p role="status" className="quiet">
          {bind.busy ? t('bindings:bind.running') : ''}
        </p>
        <ErrorLine error={bind.error} />
        <div className="row end">
          <Button variant="subtle" color="gray" disabled={bind.busy} onClick={onClose}>
            {t('core:action.cancel')}
          </Button>
          <Button color="red" disabled={!seen || !complete} loading={bind.busy} onClick={() => void go()}>
            {t('bindings:bind.go')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
