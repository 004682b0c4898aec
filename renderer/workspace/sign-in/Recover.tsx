import { useState } from 'react';
import type { Output } from '../../../shared/api';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { FormFrame } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { SecretField } from '../../ui/fields/SecretField';
import { TextField } from '../../ui/fields/TextField';
import { Entrance } from '../Entrance';
import { RecoveryCode } from './RecoveryCode';

interface RecoverProps {
  people: Output<'session.people'>;
  onBack: () => void;
  /** The new code was acknowledged. */
  onProven: () => void;
}

/** The forgotten administrator's passphrase: the printed code, a new passphrase, a new code (trust.md D8). */
export function Recover({ people, onBack, onProven }: RecoverProps) {
  const { t } = useWords();
  const admins = people.filter((person) => person.secret === 'passphrase');
  const [typed, setTyped] = useState({ staffId: admins[0]?.staffId ?? null, code: '', passphrase: '' });
  const recover = useCommand('session.recover');
  const [code, setCode] = useState<string | null>(null);
  const send = async () => {
    if (!typed.staffId) return;
    const result = await recover.run({
      staffId: typed.staffId,
      code: typed.code,
      passphrase: typed.passphrase,
    });
    if (result?.ok) setCode(result.data.recoveryCode);
  };
  if (code) return <RecoveryCode code={code} onDone={onProven} />;
  return (
    <Entrance title={t('core:recover.title')} subtitle={t('core:recover.text')}>
      <FormFrame
        label={t('core:recover.title')}
        onSave={() => void send()}
        onBack={onBack}
        error={recover.error}
        busy={recover.busy}
        saveLabel={t('core:recover.submit')}
        disabled={!typed.staffId || typed.code === '' || typed.passphrase === ''}
      >
        <ChoiceField
          label={t('core:recover.who')}
          name="staffId"
          choices={admins.map((person) => ({
            value: person.staffId,
            label: person.name,
            search: person.initials,
            hint: person.staffNo,
          }))}
          value={typed.staffId}
          onChange={(staffId) => setTyped({ ...typed, staffId })}
        />
        <TextField
          label={t('core:recover.code')}
          name="code"
          value={typed.code}
          autoFocus
          onChange={(value) => setTyped({ ...typed, code: value })}
        />
        <SecretField
          label={t('core:recover.passphrase')}
          name="passphrase"
          kind="passphrase"
          hint={t('core:secret.rulePass')}
          value={typed.passphrase}
          onChange={(passphrase) => setTyped({ ...typed, passphrase })}
        />
      </FormFrame>
    </Entrance>
  );
}
