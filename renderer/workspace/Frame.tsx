import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SessionState } from '../../shared/registers/session';
import { holds, TABS, type Tab, tabUse } from '../../shared/roles';
import { client } from '../client';
import { hasWords, useWords } from '../i18n';
import { useHostEvent } from '../queries';
import { workspaces } from '../registers';
import { ConversionBar } from '../registers/contacts/ConversionBar';
import { homes } from '../registers/homes';
import { type Ask, chooseAct, OpenContext, type OpenRequest } from '../registers/open';
import { useActor } from '../ui/actor';
import { isComposing, isTyping, withCommand } from '../ui/keys';
import { Shortcuts } from '../ui/Shortcuts';
import { LangSwitch } from './LangSwitch';
import { OmniBox, type OmniBoxHandle } from './OmniBox';
import { ScanDesk } from './scan/ScanDesk';
import { ScanSetup } from './scan/ScanSetup';
import { UserMenu } from './UserMenu';
import { VerifyDialog } from './VerifyDialog';

interface FrameProps {
  state: SessionState;
  /** Hidden behind the lock screen: keys and scanner are deaf. */
  locked: boolean;
}

/** The desk itself: title bar with the omni-box, tabs of this person's roles, the open workspaces. */
export function Frame({ state, locked }: FrameProps) {
  const words = useWords();
  const { t } = words;
  const actor = useActor();
  const tabs = useMemo(
    () => TABS.filter((tab) => workspaces[tab] && tabUse(actor.roles, tab) !== '-'),
    [actor.roles],
  );
  const [at, setAt] = useState<Tab>(tabs[0] ?? 'today');
  /** Tabs once opened stay drawn (hidden), so coming back finds the list where it was. */
  const [visited, setVisited] = useState<readonly Tab[]>([]);
  const [request, setRequest] = useState<{ tab: Tab; open: OpenRequest } | null>(null);
  const [sheet, setSheet] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const [scanner, setScanner] = useState(false);
  const omni = useRef<OmniBoxHandle>(null);
  const turn = useRef(0);
  const here = tabs.includes(at) ? at : (tabs[0] ?? null);

  useEffect(() => {
    if (here) setVisited((before) => (before.includes(here) ? before : [...before, here]));
  }, [here]);

  const open = useCallback(({ begin = false, ...ask }: Ask) => {
    const home = homes[ask.register];
    if (!home) return;
    turn.current += 1;
    chooseAct(begin ? (ask.action ?? null) : null);
    setRequest({
      tab: home.tab,
      open: { entryId: null, action: null, need: null, ...ask, turn: turn.current },
    });
    setAt(home.tab);
  }, []);

  const latest = useRef({ tabs, locked });
  latest.current = { tabs, locked };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event) || latest.current.locked || event.defaultPrevented) return;
      const act = keyAct(event);
      if (!act) return;
      if (act !== 'lock' && document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      if (act === 'find') omni.current?.focus();
      else if (act === 'sheet') setSheet(true);
      else if (act === 'lock') void client.session.lock({});
      else {
        const tab = latest.current.tabs[act - 1];
        if (tab) setAt(tab);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useHostEvent('command', ({ command }) => {
    if (locked) return;
    if (command === 'shortcuts' || command === 'help') setSheet(true);
    else if (command === 'verify' && holds(actor.roles, 'journal.verify')) setVerifying(true);
    else if (command === 'settings' && tabs.includes('system')) setAt('system');
    else if (command === 'scanner') setScanner(true);
    else if (command === 'lock') void client.session.lock({});
    else if (command === 'print') pressPrint();
  });

  useHostEvent('open', ({ register, need }) => {
    if (!locked) open({ register, need });
  });

  const banner = (key: string): string =>
    hasWords(`core:banner.${key}`) ? t(`core:banner.${key}`) : t('core:banner.other', { key });
  return (
    <OpenContext.Provider value={open}>
      <div className="frame">
        <a className="skip-link" href="#workspace">
          {t('core:frame.skip')}
        </a>
        <header className="title-bar">
          <div className="title-name">
            <strong>{state.officeName ?? t('core:app.name')}</strong>
            <span className="quiet small">
              {state.station}
              {state.demo ? <span className="demo-mark">{t('core:frame.demo')}</span> : null}
            </span>
          </div>
          <OmniBox
            ref={omni}
            onOpen={(hit) => open({ register: hit.register, entryId: hit.entryId, action: hit.next })}
          />
          <div className="row title-right">
            <LangSwitch />
            <UserMenu
              onVerify={() => setVerifying(true)}
              onShortcuts={() => setSheet(true)}
              onScanner={() => setScanner(true)}
            />
          </div>
        </header>
        <div className="tabs" role="tablist" aria-label={t('core:frame.tabs')}>
          {tabs.map((tab, index) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-controls={`panel-${tab}`}
              aria-selected={tab === here}
              className="tab"
              title={index < 9 ? `Alt+${index + 1}` : undefined}
              onClick={() => setAt(tab)}
            >
              {t(`core:tab.${tab}`)}
            </button>
          ))}
        </div>
        {state.banners.length > 0 ? (
          <div className="banners" role="alert">
            {state.banners.map((key) => (
              <p key={key}>
                <span aria-hidden="true">▲</span> {banner(key)}
              </p>
            ))}
          </div>
        ) : null}
        <ConversionBar />
        <main id="workspace" className="workspace">
          {tabs
            .filter((tab) => visited.includes(tab))
            .map((tab) => {
              const Workspace = workspaces[tab];
              return Workspace ? (
                <div
                  key={tab}
                  id={`panel-${tab}`}
                  role="tabpanel"
                  aria-labelledby={`tab-${tab}`}
                  className="panel"
                  hidden={tab !== here}
                  inert={tab !== here}
                >
                  <Suspense fallback={<p className="quiet">{t('core:loading')}</p>}>
                    <Workspace open={request?.tab === tab ? request.open : null} />
                  </Suspense>
                </div>
              ) : null;
            })}
        </main>
      </div>
      <ScanDesk locked={locked} onOpen={open} />
      <ScanSetup opened={scanner} onClose={() => setScanner(false)} />
      <Shortcuts opened={sheet} onClose={() => setSheet(false)} />
      <VerifyDialog opened={verifying} onClose={() => setVerifying(false)} />
    </OpenContext.Provider>
  );
}

/** Which act of the frame a key asks for; a number is a tab. Letters and signs only where nobody types. */
function keyAct(event: KeyboardEvent): 'find' | 'sheet' | 'lock' | number | null {
  if (withCommand(event) && !event.altKey && event.key.toLowerCase() === 'k') return 'find';
  if (withCommand(event) && !event.altKey && event.key.toLowerCase() === 'l') return 'lock';
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (event.altKey && !withCommand(event) && digit) return Number(digit);
  if (event.altKey || withCommand(event) || isTyping(event.target)) return null;
  if (event.key === '/' || event.key === '、') return 'find';
  return event.key === '?' || event.key === '？' ? 'sheet' : null;
}

/** The menu's 打印 means what Ctrl+P means where the focus is: the form saves and prints, the entry prints its slip. */
function pressPrint(): void {
  const press = { key: 'p', code: 'KeyP', ctrlKey: true, bubbles: true, cancelable: true };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', press));
}
