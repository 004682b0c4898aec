import { Kbd } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { SearchHit } from '../../shared/registers/search';
import { hasWords, useWords } from '../i18n';
import { useOp } from '../queries';
import { homes } from '../registers/homes';
import { isComposing } from '../ui/keys';
import { ErrorLine } from '../ui/refusal';
import { Highlight } from './Highlight';

export interface OmniBoxHandle {
  focus: () => void;
}

interface OmniBoxProps {
  /** Enter or a press: the entry, with its next act preselected. */
  onOpen: (hit: SearchHit) => void;
  ref?: Ref<OmniBoxHandle>;
}

/** Pause after the last key before the door is asked, in ms. */
const PAUSE_MS = 60;

/** The one box over all registers: number, scan code, name, features, phone tail, pinyin (speed.md §1). */
export function OmniBox({ onOpen, ref }: OmniBoxProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  }));
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useOp('search.find', { typed: asked, limit: 12 }, { enabled: asked !== '', keep: true });
  const hits = asked === '' ? [] : (found.data?.hits ?? []);
  const here = Math.min(active, Math.max(0, hits.length - 1));
  /** Enter typed before the answer came takes the first hit of that answer. */
  const [waiting, setWaiting] = useState(false);

  const take = (hit: SearchHit) => {
    setOpen(false);
    setWaiting(false);
    setTyped('');
    input.current?.blur();
    onOpen(hit);
  };
  const fresh = asked === typed.trim() && !found.isFetching;
  useEffect(() => {
    if (waiting && fresh && asked !== '') {
      setWaiting(false);
      if (hits[0]) take(hits[0]);
    }
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(hits.length - 1, here + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (fresh && hits[here]) take(hits[here]);
      else if (typed.trim() !== '' && !fresh) setWaiting(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (typed === '') input.current?.blur();
      setTyped('');
      setOpen(false);
    }
  };
  const shown = open && asked !== '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search landmark around a combobox, not a form to send
    <div
      className="omni"
      role="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        ref={input}
        className="omni-input"
        type="text"
        role="combobox"
        aria-label={t('core:find.label')}
        aria-expanded={shown}
        aria-controls="omni-hits"
        aria-activedescendant={shown && hits[here] ? `omni-hit-${here}` : undefined}
        placeholder={t('core:find.placeholder')}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <Kbd className="omni-key">/</Kbd>
      {shown ? (
        <div className="omni-drop sheet">
          <ErrorLine error={found.error?.error} />
          <div id="omni-hits" role="listbox" aria-label={t('core:find.label')}>
            {hits.map((hit, index) => (
              <Hit
                key={`${hit.register}-${hit.entryId}`}
                hit={hit}
                id={`omni-hit-${index}`}
                active={index === here}
                onTake={() => take(hit)}
              />
            ))}
          </div>
          {found.data && fresh && hits.length === 0 ? (
            <p className="quiet omni-note">{t('core:find.nothing', { typed: asked })}</p>
          ) : null}
          {found.data?.more ? (
            <p className="quiet small omni-note">{t('core:find.more', { count: hits.length })}</p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

interface HitProps {
  hit: SearchHit;
  id: string;
  active: boolean;
  onTake: () => void;
}

function Hit({ hit, id, active, onTake }: HitProps) {
  const { t } = useWords();
  const home = homes[hit.register];
  const state = home?.state(hit.state);
  const next = hit.next && home ? home.op(hit.next) : null;
  const act = next && hasWords(next) ? t(next) : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once, by the box that holds the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and points here (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={active ? 'omni-hit active' : 'omni-hit'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="number">
        <Highlight text={hit.serialNo} marks={hit.marks} />
      </span>
      <span>
        <Highlight text={hit.title} marks={hit.marks} />
      </span>
      <span className="small">{state && hasWords(state) ? t(state) : hit.state}</span>
      <span className="omni-next small">
        {active ? (act ? t('core:find.next', { act }) : t('core:find.open')) : act}
      </span>
      <span className="quiet small omni-detail">
        <Highlight text={hit.detail} marks={hit.marks} />
      </span>
    </div>
  );
}
