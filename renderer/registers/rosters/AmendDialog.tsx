import { useState } from 'react';
import type { Input } from '../../../shared/api';
import type { RosterPerson } from '../../../shared/registers/rosters';
import type { Desk } from '../../book/desk';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { TextField } from '../../ui/fields/TextField';
import { shiftName } from './books';

export type Amendment = Omit<Input<'rosters.amend'>, 'reason'>;

interface AmendDialogProps {
  change: Amendment;
  people: readonly RosterPerson[];
  desk: Desk;
  about: string;
  onClose: () => void;
}

/** A published place changes: who stood there, who stands there now, and why (L20). */
export function AmendDialog({ change, people, desk, about, onClose }: AmendDialogProps) {
  const { t, lang } = useWords();
  const amend = useCommand('rosters.amend');
  const [reason, setReason] = useState('');
  const names = (ids: readonly string[]): string =>
    ids.map((id) => people.find((person) => person.staffId === id)?.name ?? '').join(' ') || '/';
  const save = async () => {
    const result = await amend.run({ ...change, reason });
    if (result?.ok) onClose();
  };
  return (
    <ActionDialog
      title={t('rosters:op.rosters.amend')}
      about={about}
      onSave={() => void save()}
      onClose={onClose}
      error={amend.error}
      busy={amend.busy}
    >
      <p>
        {change.dayOn} {shiftName(change.shift, desk, lang)} {change.post}
      </p>
      <p>
        <s className="quiet">{names(change.had)}</s> {names(change.staffIds)}
      </p>
      <TextField
        label={t('rosters:screen.why')}
        name="reason"
        required
        hint={t('rosters:screen.whyHint')}
        max={200}
        lines={2}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
