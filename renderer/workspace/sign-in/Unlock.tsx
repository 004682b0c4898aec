import { Button } from '@mantine/core';
import type { Actor } from '../../../shared/registers/session';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { Entrance } from '../Entrance';
import { DemoHint } from './DemoHint';
import { SecretForm } from './SecretForm';

interface UnlockProps {
  /** The person the desk is locked for. */
  actor: Actor;
  demo: boolean;
  onProven: (proven: { actor: Actor; mustChangePin: boolean }, secret: string) => void;
  /** A colleague takes over. */
  onOther: () => void;
}

/** The lock screen: nothing of the work is drawn, nothing of it is lost. */
export function Unlock({ actor, demo, onProven, onOther }: UnlockProps) {
  const { t } = useWords();
  const people = useOp('session.people', {});
  const kind = people.data?.find((person) => person.staffId === actor.staffId)?.secret ?? 'pin';
  return (
    <Entrance
      title={t('core:lock.title')}
      subtitle={t(kind === 'pin' ? 'core:lock.who' : 'core:lock.whoPass', { name: actor.name })}
    >
      <SecretForm
        key={kind}
        staffId={actor.staffId}
        kind={kind}
        submit={t('core:lock.unlock')}
        onProven={onProven}
      />
      <p className="quiet small">{t('core:lock.kept')}</p>
      <div className="row apart entrance-foot">
        <span className="quiet small grow">{t('core:lock.otherHint', { name: actor.name })}</span>
        <Button variant="default" onClick={onOther}>
          {t('core:lock.other')}
        </Button>
      </div>
      {demo ? <DemoHint /> : null}
    </Entrance>
  );
}
