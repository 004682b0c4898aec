import { useState } from 'react';
import type { StaffRow } from '../../../shared/registers/staff';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { FormFrame } from '../../ui/FormFrame';
import { SecretField } from '../../ui/fields/SecretField';
import { useNotices } from '../../ui/Notices';

interface SecretDialogProps {
  person: StaffRow | null;
  onClose: () => void;
}

/** A first or new PIN from the administrator; the person must change it at the next sign-in. */
export function SecretDialog({ person, onClose }: SecretDialogProps) {
  const { t } = useWords();
  return (
    <Dialog
      title={t('core:staff.setSecretFor', { name: person?.name ?? '' })}
      opened={person !== null}
      onClose={onClose}
      width={420}
    >
      {person ? <SecretForm key={person.id} person={person} onClose={onClose} /> : null}
    </Dialog>
  );
}

function SecretForm({ person, onClose }: { person: StaffRow; onClose: () => void }) {
  const { t } = useWords();
  const notices = useNotices();
  const kind = person.roles.includes('sysAdmin') ? 'passphrase' : 'pin';
  const [secret, setSecret] = useState('');
  const setting = useCommand('staff.setSecret');
  const send = async () => {
    const result = await setting.run({ id: person.id, secret });
    if (!result?.ok) return;
    notices.say(t('core:saved.plain'));
    onClose();
  };
  return (
    <FormFrame
      label={t(`core:staff.set.${kind}`)}
      onSave={() => void send()}
      onBack={onClose}
      error={setting.error}
      busy={setting.busy}
      disabled={secret === ''}
      autoFocus
    >
      <SecretField
        label={t(`core:signIn.${kind}`)}
        name="secret"
        kind={kind}
        hint={t(kind === 'pin' ? 'core:secret.ruleDigits' : 'core:secret.rulePass')}
        value={secret}
        onChange={setSecret}
      />
      <p className="quiet small">{t('core:staff.setSecretHint')}</p>
    </FormFrame>
  );
}
