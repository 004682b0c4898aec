import { dayTimeOf } from '../../../shared/dates';
import { opLabel, ruleLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { CONTACT_LOGS } from './books';
import './contacts.css';

/** What the gate wrote down out of hours, read in the morning and taken over in one act (§1.2). */
export function NightDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const command = useCommand('contactLogs.takeOver');
  const asked = useOp('contactLogs.list', { filter: { need: 'toTakeOver' }, limit: 60 });
  const rows = asked.data?.rows ?? [];
  const rule = ruleLabel(CONTACT_LOGS, 'contactLogs.takeOver');
  const save = async () => {
    const done = await command.run({ items: rows.map(({ id, version }) => ({ id, version })) });
    if (done?.ok) onClose();
  };
  return (
    <ActionDialog
      title={t(opLabel(CONTACT_LOGS, 'contactLogs.takeOver'))}
      about={t('contacts:screen.nightAll', { n: rows.length })}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      disabled={rows.length === 0}
      wide
    >
      <ul className="contact-night">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="number">{dayTimeOf(row.happenedAt)}</span>
            <span>{t(`contacts:kind.${row.kind}`)}</span>
            <span>{[row.unitCode ?? row.callerPlace, row.callerName].filter(Boolean).join(' ')}</span>
            <span className="grow">{row.content}</span>
            {row.serious === 1 ? (
              <span className="seal small">{t('contacts:mark.serious', { to: row.reportedTo ?? '' })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </ActionDialog>
  );
}
