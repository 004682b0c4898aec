import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Hook } from '../../../shared/registers/keys';
import type { CabinetLine } from '../../../shared/registers/keys.row';
import { stateLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { useKeys } from '../../book/use-keys';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { isTyping } from '../../ui/keys';
import { useRemembered } from '../../ui/remembered';
import { StateMark } from '../../ui/StateMark';
import { KEYS } from './books';
import { type CabinetAct, CabinetDialog } from './dialogs/CabinetDialog';
import './keys.css';
import { mayKeep } from './may-keep';
import { KEY_TONES } from './tones';
import { stepOn } from './walk';

interface CabinetBoardProps {
  desk: Desk;
  cabinets: readonly CabinetLine[];
  /** Opens a key in front of the book. */
  onOpen: (id: string) => void;
  /** Back to the list. */
  onClose: () => void;
}

/** A cabinet as it hangs on the wall: hook number, key number, state in word, shape and colour. Walked with the arrow keys. */
export function CabinetBoard({ desk, cabinets, onOpen, onClose }: CabinetBoardProps) {
  const { t } = useWords();
  const [chosen, choose] = useRemembered(desk.actor.staffId, 'keys.cabinet', '');
  const [act, setAct] = useState<CabinetAct | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const here = cabinets.find((cabinet) => cabinet.id === chosen) ?? cabinets[0];
  const board = useOp('keys.board', { cabinetId: here?.id ?? '' }, { enabled: here !== undefined });
  const keeper = desk.may('keys.manage') && mayKeep(desk.actor);
  useKeys(place, (event) => {
    if (event.code !== 'Escape' || act !== null || isTyping(event.target)) return false;
    onClose();
    return true;
  });
  return (
    <div ref={place} className="cabinets">
      <nav className="cabinet-doors" aria-label={t('keys:screen.cabinets')}>
        {cabinets.map((cabinet) => (
          <button
            key={cabinet.id}
            type="button"
            className="cabinet-door"
            aria-current={cabinet.id === here?.id ? 'page' : undefined}
            onClick={() => choose(cabinet.id)}
          >
            <strong>{cabinet.code}</strong> {cabinet.name}
            <span className="quiet small">
              {cabinet.active === 1
                ? t('keys:screen.cabinetKeys', { keys: cabinet.keys, out: cabinet.out, hooks: cabinet.hooks })
                : t('keys:screen.closed')}
            </span>
          </button>
        ))}
        {keeper ? (
          <Button variant="default" onClick={() => setAct({ kind: 'add' })}>
            {t('keys:screen.newCabinet')}
          </Button>
        ) : null}
      </nav>
      <section className="cabinet sheet" aria-label={t('keys:screen.board')}>
        <div className="row apart">
          <h2>
            {here ? `${here.code} ${here.name}` : t('keys:screen.cabinets')}{' '}
            <span className="quiet small">{here ? `${here.place} · ${here.keeperName}` : ''}</span>
          </h2>
          <div className="row end">
            {here && keeper && here.active === 1 ? (
              <>
                <Button variant="default" onClick={() => setAct({ kind: 'amend', cabinet: here })}>
                  {t('keys:screen.changeCabinet')}
                </Button>
                {here.keys === 0 ? (
                  <Button variant="default" onClick={() => setAct({ kind: 'close', cabinet: here })}>
                    {t('keys:screen.closeCabinet')}
                  </Button>
                ) : null}
              </>
            ) : null}
            <Button variant="subtle" onClick={onClose} rightSection={<Kbd size="xs">Esc</Kbd>}>
              ← {t('core:action.back')}
            </Button>
          </div>
        </div>
        {here ? (
          <Hooks hooks={board.data ?? []} onOpen={onOpen} />
        ) : (
          <p className="quiet">{t('keys:screen.noCabinets')}</p>
        )}
      </section>
      {act ? <CabinetDialog act={act} onClose={() => setAct(null)} onMade={choose} /> : null}
    </div>
  );
}

function Hooks({ hooks, onOpen }: { hooks: readonly Hook[]; onOpen: (id: string) => void }) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLFieldSetElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const next = stepOn(event.key, at, hooks.length, columnsOf(grid.current));
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelectorAll<HTMLElement>('.hook')[next]?.focus();
  };
  return (
    <>
      <p className="quiet small">{t('keys:screen.boardKeys')}</p>
      <fieldset ref={grid} className="hooks" aria-label={t('keys:screen.board')} onKeyDown={onKey}>
        {hooks.map(({ hookNo, key }, i) => (
          <button
            key={hookNo}
            type="button"
            className={key ? `hook ${key.state}` : 'hook free'}
            tabIndex={i === at ? 0 : -1}
            aria-label={t('keys:screen.hookOf', { hook: hookNo })}
            aria-describedby={`hook-${hookNo}`}
            onFocus={() => setAt(i)}
            onClick={() => (key ? onOpen(key.id) : undefined)}
          >
            <span className="hook-no number">{hookNo}</span>
            <span id={`hook-${hookNo}`} className="hook-key">
              {key ? (
                <>
                  <strong className="number">{key.keyNo}</strong>
                  <span className="hook-label">{key.label}</span>
                  <StateMark word={t(stateLabel(KEYS, key.state))} tone={KEY_TONES[key.state]} />
                  {key.piecesOut > 0 && key.piecesOut < key.pieces ? (
                    <span className="quiet small">{t('keys:mark.partOut', { out: key.piecesOut })}</span>
                  ) : null}
                </>
              ) : (
                <span className="quiet small">{t('keys:screen.free')}</span>
              )}
            </span>
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** How many hooks stand side by side: counted where they were drawn. */
function columnsOf(grid: HTMLElement | null): number {
  const hooks = [...(grid?.querySelectorAll<HTMLElement>('.hook') ?? [])];
  const top = hooks[0]?.offsetTop;
  const first = hooks.findIndex((hook) => hook.offsetTop !== top);
  return first < 1 ? hooks.length : first;
}
