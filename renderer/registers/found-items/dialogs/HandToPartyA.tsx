import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useAct } from '../../../book/dialogs/act';
import { useSecond } from '../../../book/dialogs/use-second';
import { useWords } from '../../../i18n';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { TextField } from '../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../ui/fields/TimeField';
import { aboutItem, type ItemAct } from './about';
import { HandOverSecond, needsSupervisor } from './HandOverSecond';

/** Handed to Party A: only its responsible person collects, against a signature on paper (S01). */
export function HandToPartyA({ entry, desk, onClose, onDone }: ItemAct) {
  const { t } = useWords();
  const first = { collectorName: entry.partyAContact ?? '', collectorDocument: '', at: '' };
  const { command, draft, send } = useAct('foundItems.handToPartyA', entry.id, first, { onClose, onDone });
  const second = useSecond(command.error);
  const { values, set } = draft;
  const supervisor = needsSupervisor(entry, desk, command.error);
  const save = async () => {
    const { collectorName, collectorDocument } = values;
    const at = instantTyped(values.at);
    await send({
      id: entry.id,
      version: entry.version,
      collectorName,
      collectorDocument,
      at,
      second: supervisor ? second.person : null,
    });
  };
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.handToPartyA')}
      about={aboutItem(entry)}
      rule={t('found-items:rule.foundItems.handToPartyA')}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
    >
      <SuggestField
        label={t('found-items:field.foundItems.collectorName')}
        name="collectorName"
        required
        value={values.collectorName}
        onChange={(collectorName) => set({ collectorName })}
        suggestions={desk.settings.partyAContacts.map((c) => ({ value: c.name, hint: c.title }))}
      />
      <TextField
        label={t('found-items:field.foundItems.collectorDocument')}
        name="collectorDocument"
        max={30}
        hint={t('found-items:dialog.handToPartyA.document')}
        value={values.collectorDocument}
        onChange={(collectorDocument) => set({ collectorDocument })}
      />
      <TimeField label={t('book:field.at')} name="at" value={values.at} onChange={(at) => set({ at })} />
      {supervisor ? <HandOverSecond entry={entry} second={second} /> : null}
    </ActionDialog>
  );
}
