import { useState } from 'react';
import { addDays, dayOf } from '../../../shared/dates';
import { MESSAGE_DAYS } from '../../../shared/registers/duty-logs';
import { shiftAt } from '../../../shared/registers/shifts';
import { fieldLabel, opLabel, ruleLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { DUTY_LOGS } from './books';
import { postsOf } from './posts';

interface MessageDialogProps {
  desk: Desk;
  /** The shift the message is for; left out: chosen here. */
  at?: { post: string; shiftOn: string; shiftCode: string };
  onClose: () => void;
  onMade: (id: string) => void;
}

/** 领导留言: for which post and shift, and what. */
export function MessageDialog({ desk, at, onClose, onMade }: MessageDialogProps) {
  const { t, lang } = useWords();
  const leave = useCommand('dutyLogs.leaveMessage');
  const now = nowIso();
  const on = shiftAt(desk.settings.shifts, now);
  const posts = postsOf(desk.settings);
  const [post, setPost] = useState(at?.post ?? posts[0] ?? '');
  const [shiftOn, setDay] = useState(at?.shiftOn ?? (on ? dayOf(on.from) : dayOf(now)));
  const [shiftCode, setShift] = useState(
    at?.shiftCode ?? on?.shift.code ?? desk.settings.shifts[0]?.code ?? '',
  );
  const [message, setMessage] = useState('');
  const days = Array.from({ length: MESSAGE_DAYS + 1 }, (_, n) => addDays(dayOf(now), n));
  const rule = ruleLabel(DUTY_LOGS, 'dutyLogs.leaveMessage');
  const save = async () => {
    const done = await leave.run({ post, shiftOn, shiftCode, message });
    if (!done?.ok) return;
    onClose();
    onMade(done.data.id);
  };
  const label = (field: string) => t(fieldLabel(DUTY_LOGS, field));
  return (
    <ActionDialog
      title={t(opLabel(DUTY_LOGS, 'dutyLogs.leaveMessage'))}
      about={at ? `${post} ${shiftOn}` : desk.actor.name}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={leave.error}
      busy={leave.busy}
    >
      {at ? null : (
        <>
          <ChoiceField
            label={label('post')}
            name="post"
            required
            choices={posts.map((one) => ({ value: one, label: one }))}
            value={post}
            onChange={(next) => setPost(next ?? '')}
          />
          <ChoiceField
            label={label('shiftOn')}
            name="shiftOn"
            required
            choices={[...new Set([shiftOn, ...days])].sort().map((day) => ({ value: day, label: day }))}
            value={shiftOn}
            onChange={(next) => setDay(next ?? shiftOn)}
          />
          <ChoiceField
            label={label('shiftCode')}
            name="shiftCode"
            required
            choices={desk.settings.shifts.map(({ code, zh, en, from, to }) => ({
              value: code,
              label: t('duty-log:screen.shiftOf', { shift: lang === 'en' ? en : zh, from, to }),
            }))}
            value={shiftCode}
            onChange={(next) => setShift(next ?? shiftCode)}
          />
        </>
      )}
      <TextField
        label={label('message')}
        name="message"
        required
        max={500}
        lines={4}
        value={message}
        onChange={setMessage}
      />
    </ActionDialog>
  );
}
