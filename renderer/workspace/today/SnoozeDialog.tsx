import { useState } from 'react';
import { addDays, dayOf, dayTimeOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import type { Reminder } from '../../../shared/registers/today';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';

interface SnoozeDialogProps {
  reminder: Reminder;
  /** The reminder in words. */
  about: string;
  onClose: () => void;
}

/** Minutes offered; a reminder takes those its limit allows, and tomorrow morning where it may wait a day. */
const MINUTES = [15, 30, 60, 120, 240] as const;
const DAY = 24 * 60;
/** When the day begins (domain.md §1.2). */
const MORNING = '08:20';

/** 稍后提醒: for how long, and why. The reason stands beside the reminder for everybody. */
export function SnoozeDialog({ reminder, about, onClose }: SnoozeDialogProps) {
  const { t } = useWords();
  const snooze = useCommand('today.snooze');
  const [opened] = useState(nowIso);
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const later = MINUTES.filter((minutes) => minutes <= reminder.snoozeMinutes).map((minutes) => ({
    value: isoOf(msOf(opened) + minutes * MINUTE_MS),
    label: t('today:inMinutes', { count: minutes }),
  }));
  const morning = instantOf(addDays(dayOf(opened), 1), MORNING);
  const choices =
    reminder.snoozeMinutes >= DAY
      ? [...later, { value: morning, label: t('today:tomorrow', { time: MORNING }) }]
      : later;
  const save = async () => {
    const chosen = until ?? choices[0]?.value;
    if (!chosen) return;
    const done = await snooze.run({ key: reminder.key, until: chosen, reason });
    if (done?.ok) onClose();
  };
  return (
    <ActionDialog
      title={t('today:putOff')}
      about={about}
      rule={t('today:rule')}
      onSave={() => void save()}
      onClose={onClose}
      error={snooze.error}
      busy={snooze.busy}
    >
      <ChoiceField
        label={t('today:field.until')}
        name="until"
        required
        choices={choices.map((choice) => ({ ...choice, hint: dayTimeOf(choice.value) }))}
        value={until ?? choices[0]?.value ?? null}
        onChange={setUntil}
      />
      <TextField
        label={t('today:field.reason')}
        name="reason"
        required
        max={100}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
