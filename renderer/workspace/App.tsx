import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useState } from 'react';
import type { Actor } from '../../shared/registers/session';
import { client } from '../client';
import { useWords } from '../i18n';
import { useOp } from '../queries';
import { ActorProvider } from '../ui/actor';
import { drafts } from '../ui/drafts';
import { NoticesProvider } from '../ui/Notices';
import { ErrorLine } from '../ui/refusal';
import { Frame } from './Frame';
import { FirstStart } from './setup/FirstStart';
import { MustChange } from './sign-in/ChangeSecret';
import { SignIn } from './sign-in/SignIn';
import { Unlock } from './sign-in/Unlock';

/** Which of the app's faces is shown is main's decision: no office yet, nobody on, locked, or at work. */
export function App() {
  const { t } = useWords();
  const queries = useQueryClient();
  const session = useOp('session.state', {});
  /** The person whose work is in this page's memory. Anybody else gets a fresh page. */
  const [owner, setOwner] = useState<Actor | null>(null);
  /** A person who must choose an own PIN first, with the one just typed. */
  const [must, setMust] = useState<{ actor: Actor; current: string } | null>(null);
  /** The locked person stepped aside for a colleague. */
  const [aside, setAside] = useState(false);
  /** First start began in this page: its recovery code must be seen even though the office exists by then. */
  const [starting, setStarting] = useState(false);
  const state = session.data;
  const phase = state?.phase;
  const on = state?.actor ?? null;

  const ask = useCallback(() => queries.invalidateQueries({ queryKey: ['session.state'] }), [queries]);

  useEffect(() => {
    const ready = state !== undefined && (phase !== 'open' || owner !== null);
    document.documentElement.dataset.appState = ready ? 'ready' : 'loading';
  }, [state, phase, owner]);

  useEffect(() => {
    if (phase === 'open' && on) {
      setAside(false);
      if (owner && owner.staffId !== on.staffId) return location.reload();
      if (!owner)
        void client.session.drafts({}).then((given) => {
          if (given.ok) drafts.restore(given.data.drafts);
          setOwner(on);
        });
    }
    // Main keeps the text of a locked desk for its owner, in case a colleague takes over (trust.md D4, D5).
    if (phase === 'locked' && owner) void client.session.keepDrafts({ drafts: drafts.all() });
    if (phase === 'signedOut' && owner) location.reload();
  }, [phase, on, owner]);

  useEffect(() => {
    if (phase === 'setup') setStarting(true);
  }, [phase]);

  const onProven = useCallback(
    (proven: { actor: Actor; mustChangePin: boolean }, secret: string) => {
      setMust(proven.mustChangePin ? { actor: proven.actor, current: secret } : null);
      void ask();
    },
    [ask],
  );

  if (!state)
    return (
      <main className="entrance">
        {session.error ? (
          <ErrorLine error={session.error.error} />
        ) : (
          <p className="quiet">{t('core:loading')}</p>
        )}
      </main>
    );
  if (phase === 'setup' || starting)
    return (
      <FirstStart
        onDone={() => {
          setStarting(false);
          void ask();
        }}
      />
    );

  const locked = phase === 'locked';
  const working = owner !== null && (phase === 'open' || locked) && on?.staffId === owner.staffId;
  return (
    <NoticesProvider>
      {must ? (
        <MustChange
          actor={must.actor}
          current={must.current}
          onDone={() => {
            setMust(null);
            void ask();
          }}
        />
      ) : phase === 'signedOut' || (locked && aside) ? (
        <SignIn state={state} onProven={onProven} {...(locked ? { onBack: () => setAside(false) } : {})} />
      ) : locked && on ? (
        <Unlock actor={on} demo={state.demo} onProven={onProven} onOther={() => setAside(true)} />
      ) : null}
      {working && owner ? (
        <div className="at-work" hidden={locked} inert={locked}>
          <ActorProvider actor={on ?? owner}>
            <Suspense fallback={null}>
              <Frame state={state} locked={locked} />
            </Suspense>
          </ActorProvider>
        </div>
      ) : null}
    </NoticesProvider>
  );
}
