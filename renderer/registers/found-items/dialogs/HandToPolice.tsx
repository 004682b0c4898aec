import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useAct } from '../../../book/dialogs/act';
import { useSecond } from '../../../book/dialogs/use-second';
import { useWords } from '../../../i18n';
import { TextField } from '../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../ui/fields/TimeField';
import { aboutItem, type ItemAct } from './about';
import { HandOverSecond, needsSupervisor } from './HandOverSecond';

/** Handed to the police: station, officer and the number of their receipt. */
export function HandToPolice({ entry, desk, onClose, onDone }: ItemAct) {
  const { t } = useWords();
  const first = { policeStation: '', policeOfficer: '', policeBadgeNo: '', policeReceiptNo: '', at: '' };
  const { command, draft, send } = useAct('foundItems.handToPolice', entry.id, first, { onClose, onDone });
  const second = useSecond(command.error);
  const { values, set } = draft;
  const supervisor = needsSupervisor(entry, desk, command.error);
  const save = async () => {
    const person = supervisor ? second.person : null;
    const at = instantTyped(values.at);
    await send({ ...values, id: entry.id, version: entry.version, at, second: person });
  };
  const field = (
    name: 'policeStation' | 'policeOfficer' | 'policeBadgeNo' | 'policeReceiptNo',
    max: number,
    required = true,
  ) => (
    <TextField
      label={t(`found-items:field.foundItems.${name}`)}
      name={name}
      required={required}
      max={max}
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
    />
  );
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.handToPolice')}
      about={aboutItem(entry)}
      rule={t('found-items:rule.foundItems.handToPolice')}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
    >
      {field('policeStation', 60)}
      {field('policeOfficer', 40)}
      {field('policeBadgeNo', 20, false)}
      {field('policeReceiptNo', 40)}
      <TimeField label={t('book:field.at')} name="at" value={values.at} onChange={(at) => set({ at })} />
      {supervisor ? <HandOverSecond entry={entry} second={second} /> : null}
    </ActionDialog>
  );
}
