import { useWords } from '../../../i18n';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { instantTyped, TimeField } from '../../../ui/fields/TimeField';
import { ActionDialog } from './ActionDialog';
import { type ActProps, aboutItem, useAct } from './act';

/** The lost-and-found notice is up (招领公告): where and since when. */
export function PostNotice({ entry, onClose, onDone }: ActProps) {
  const { t } = useWords();
  const first = { how: t('found-items:dialog.postNotice.board'), at: '' };
  const { command, draft, send } = useAct('foundItems.postNotice', entry.id, first, { onClose, onDone });
  const { values, set } = draft;
  const ways = ['board', 'screen', 'lift', 'broadcast'].map((way) => ({
    value: t(`found-items:dialog.postNotice.${way}`),
    hint: null,
  }));
  const save = () =>
    send({ id: entry.id, version: entry.version, how: values.how, at: instantTyped(values.at) });
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.postNotice')}
      about={aboutItem(entry)}
      rule={t('found-items:dialog.postNotice.rule')}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <SuggestField
        label={t('found-items:field.foundItems.noticeHow')}
        name="how"
        required
        value={values.how}
        onChange={(how) => set({ how })}
        suggestions={ways}
      />
      <TimeField
        label={t('found-items:field.foundItems.noticePostedAt')}
        name="at"
        value={values.at}
        onChange={(at) => set({ at })}
      />
    </ActionDialog>
  );
}
