import { useState } from 'react';
import { opLabel, ruleLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { useNotices } from '../../ui/Notices';
import { VISITOR_PASSES } from './books';

/** 添加访客证: the first number and how many. */
export function AddPasses({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const notices = useNotices();
  const add = useCommand('visitorPasses.add');
  const [passNo, setPassNo] = useState('');
  const [count, setCount] = useState('1');
  const [note, setNote] = useState('');
  const rule = ruleLabel(VISITOR_PASSES, 'visitorPasses.add');
  const save = async () => {
    const done = await add.run({ passNo, count: countTyped(count), note });
    if (!done?.ok) return;
    notices.say(t('visits:screen.addedPasses', { n: done.data.passes.length }));
    onClose();
  };
  return (
    <ActionDialog
      title={t(opLabel(VISITOR_PASSES, 'visitorPasses.add'))}
      about=""
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={add.error}
      busy={add.busy}
    >
      <TextField
        label={t('visits:field.visitorPasses.passNo')}
        name="passNo"
        required
        max={20}
        placeholder="V001"
        value={passNo}
        onChange={setPassNo}
      />
      <CountField
        label={t('visits:field.visitorPasses.count')}
        name="count"
        value={count}
        onChange={setCount}
      />
      <TextField label={t('book:field.note')} name="note" max={300} value={note} onChange={setNote} />
    </ActionDialog>
  );
}
