import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useAct } from '../../../book/dialogs/act';
import { useWords } from '../../../i18n';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { instantTyped, TimeField } from '../../../ui/fields/TimeField';
import { aboutItem, type ItemAct } from './about';

/** Party A is told at once (L04): whom, when and how. */
export function NotifyPartyA({ entry, desk, onClose, onDone }: ItemAct) {
  const { t } = useWords();
  const contacts = desk.settings.partyAContacts;
  const first = { contact: contacts[0]?.name ?? '', at: '', how: t('found-items:dialog.notifyPartyA.phone') };
  const { command, draft, send } = useAct('foundItems.notifyPartyA', entry.id, first, { onClose, onDone });
  const { values, set } = draft;
  const save = () =>
    send({
      id: entry.id,
      version: entry.version,
      contact: values.contact,
      at: instantTyped(values.at),
      how: values.how,
    });
  const ways = ['phone', 'wechat', 'inPerson'].map((way) => ({
    value: t(`found-items:dialog.notifyPartyA.${way}`),
    hint: null,
  }));
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.notifyPartyA')}
      about={aboutItem(entry)}
      rule={t('found-items:rule.foundItems.notifyPartyA')}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <SuggestField
        label={t('found-items:field.foundItems.partyAContact')}
        name="contact"
        required
        value={values.contact}
        onChange={(contact) => set({ contact })}
        suggestions={contacts.map((c) => ({
          value: c.name,
          hint: [c.title, c.phone].filter(Boolean).join(' ') || null,
        }))}
      />
      <SuggestField
        label={t('found-items:field.foundItems.partyANotifiedHow')}
        name="how"
        required
        value={values.how}
        onChange={(how) => set({ how })}
        suggestions={ways}
      />
      <TimeField
        label={t('found-items:field.foundItems.partyANotifiedAt')}
        name="at"
        value={values.at}
        onChange={(at) => set({ at })}
      />
    </ActionDialog>
  );
}
