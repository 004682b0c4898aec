import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Output } from '../../../shared/api';
import type { Actor, SessionState } from '../../../shared/registers/session';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { isComposing } from '../../ui/keys';
import { matchRank, useReader } from '../../ui/pinyin';
import { ErrorLine } from '../../ui/refusal';
import { whenText } from '../../ui/When';
import { Entrance } from '../Entrance';
import { DemoHint } from './DemoHint';
import { Recover } from './Recover';
import { SecretForm } from './SecretForm';

type Person = Output<'session.people'>[number];

interface SignInProps {
  state: SessionState;
  onProven: (proven: { actor: Actor; mustChangePin: boolean }, secret: string) => void;
  /** Back to the locked person's own screen. */
  onBack?: () => void;
}

/** Pick yourself (most recent first; pinyin, initials or number filter), then the PIN: under three seconds by keyboard. */
export function SignIn({ state, onProven, onBack }: SignInProps) {
  const words = useWords();
  const { t } = words;
  const people = useOp('session.people', {});
  const reader = useReader();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<Person | null>(null);
  const [recovering, setRecovering] = useState(false);

  const fitting = useMemo(
    () =>
      (people.data ?? [])
        .map((person) => ({
          person,
          rank: Math.max(
            matchRank(person.name, typed, reader, person.initials),
            matchRank(person.staffNo, typed, null),
          ),
        }))
        .filter((entry) => entry.rank > 0)
        // A stable sort keeps the most recent first among equals.
        .sort((a, b) => (typed.trim() === '' ? 0 : b.rank - a.rank))
        .map((entry) => entry.person),
    [people.data, typed, reader],
  );
  const here = Math.min(active, Math.max(0, fitting.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(fitting.length - 1, here + move)));
    } else if (event.key === 'Enter' && fitting[here]) {
      event.preventDefault();
      setChosen(fitting[here]);
    } else if (event.key === 'Escape' && onBack) onBack();
  };

  if (recovering)
    return (
      <Recover
        people={people.data ?? []}
        onBack={() => setRecovering(false)}
        onProven={() => setRecovering(false)}
      />
    );
  const where = [state.officeName, state.station].filter(Boolean).join(' · ');
  if (chosen)
    return (
      <Entrance
        title={chosen.name}
        subtitle={chosen.roles.map((role) => t(`core:role.${role}`)).join(t('core:listComma'))}
      >
        <SecretForm
          staffId={chosen.staffId}
          kind={chosen.secret}
          submit={t('core:signIn.enter')}
          back={t('core:signIn.back')}
          onBack={() => setChosen(null)}
          onProven={onProven}
        />
        {state.demo ? <DemoHint /> : null}
      </Entrance>
    );
  return (
    <Entrance title={t('core:signIn.title')} subtitle={where}>
      <TextInput
        aria-label={t('core:signIn.filter')}
        placeholder={t('core:signIn.filter')}
        value={typed}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="people"
        aria-activedescendant={fitting[here] ? `person-${fitting[here].staffId}` : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ErrorLine error={people.error?.error} />
      <div id="people" className="people" role="listbox" aria-label={t('core:signIn.title')}>
        {fitting.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once, by the filter field that holds the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here (aria-activedescendant)
          <div
            key={person.staffId}
            id={`person-${person.staffId}`}
            role="option"
            aria-selected={index === here}
            className={index === here ? 'person active' : 'person'}
            onClick={() => setChosen(person)}
          >
            <span className="person-name">{person.name}</span>
            <span className="quiet grow">
              {person.roles.map((role) => t(`core:role.${role}`)).join(t('core:listComma'))}
            </span>
            <span className="quiet number small">
              {person.lastOnAt
                ? t('core:signIn.lastOn', { when: whenText(person.lastOnAt, nowIso(), words) })
                : ''}
            </span>
            <span className="quiet number">{person.staffNo}</span>
          </div>
        ))}
      </div>
      {people.data && fitting.length === 0 ? (
        <p className="quiet">
          {people.data.length === 0 ? t('core:signIn.none') : t('core:signIn.nobody', { typed })}
        </p>
      ) : null}
      <div className="row apart">
        {onBack ? (
          <Button variant="subtle" color="gray" onClick={onBack}>
            {t('core:action.back')}
          </Button>
        ) : (
          <span />
        )}
        <Button variant="subtle" color="gray" onClick={() => setRecovering(true)}>
          {t('core:signIn.recover')}
        </Button>
      </div>
      {state.demo ? <DemoHint /> : null}
    </Entrance>
  );
}
