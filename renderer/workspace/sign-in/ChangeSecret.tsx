import { useState } from 'react';
import type { Actor } from '../../../shared/registers/session';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { FormFrame } from '../../ui/FormFrame';
import { SecretField } from '../../ui/fields/SecretField';
import { useNotices } from '../../ui/Notices';
import { Entrance } from '../Entrance';

const kindOf = (actor: Actor): 'pin' | 'passphrase' =>
  actor.roles.includes('sysAdmin') ? 'passphrase' : 'pin';

interface SecretChangeProps {
  actor: Actor;
  /** Known already when it was typed a moment ago. */
  current?: string;
  onDone: () => void;
  onBack?: () => void;
}

function SecretChange({ actor, current, onDone, onBack }: SecretChangeProps) {
  const { t } = useWords();
  const kind = kindOf(actor);
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const change = useCommand('session.changeSecret');
  const differ = typed.again !== '' && typed.again !== typed.next;
  const send = async () => {
    if (typed.again !== typed.next) return;
    const result = await change.run({ current: current ?? typed.current, next: typed.next });
    if (result?.ok) onDone();
  };
  return (
    <FormFrame
      label={t('core:secret.change')}
      onSave={() => void send()}
      error={change.error}
      busy={change.busy}
      disabled={typed.next === '' || typed.again !== typed.next}
      autoFocus
      {...(onBack ? { onBack } : {})}
    >
      {current === undefined ? (
        <SecretField
          label={t('core:secret.current')}
          name="current"
          kind={kind}
          value={typed.current}
          onChange={(v) => setTyped({ ...typed, current: v })}
        />
      ) : null}
      <SecretField
        label={t('core:secret.next')}
        name="next"
        kind={kind}
        value={typed.next}
        hint={t(kind === 'pin' ? 'core:secret.ruleDigits' : 'core:secret.rulePass')}
        onChange={(v) => setTyped({ ...typed, next: v })}
      />
      <SecretField
        label={t('core:secret.again')}
        kind={kind}
        value={typed.again}
        problem={differ && typed.again.length >= typed.next.length ? t('core:secret.differ') : undefined}
        onChange={(v) => setTyped({ ...typed, again: v })}
      />
    </FormFrame>
  );
}

/** The first PIN came from the administrator: nothing opens before the person has an own one. */
export function MustChange({
  actor,
  current,
  onDone,
}: {
  actor: Actor;
  current: string;
  onDone: () => void;
}) {
  const { t } = useWords();
  const pin = kindOf(actor) === 'pin';
  return (
    <Entrance title={t(pin ? 'core:secret.mustTitle' : 'core:secret.mustTitlePass')} subtitle={actor.name}>
      <p>{t(pin ? 'core:secret.mustText' : 'core:secret.mustTextPass')}</p>
      <SecretChange actor={actor} current={current} onDone={onDone} />
    </Entrance>
  );
}

/** Changing the own PIN from the menu. */
export function ChangeSecretDialog({
  actor,
  opened,
  onClose,
}: {
  actor: Actor;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useWords();
  const notices = useNotices();
  return (
    <Dialog title={t('core:secret.change')} opened={opened} onClose={onClose} width={420}>
      <SecretChange
        actor={actor}
        onBack={onClose}
        onDone={() => {
          onClose();
          notices.say(t('core:secret.done'));
        }}
      />
    </Dialog>
  );
}
