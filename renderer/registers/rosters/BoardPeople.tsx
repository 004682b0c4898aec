import { Kbd, UnstyledButton } from '@mantine/core';
import { useWords } from '../../i18n';
import type { Cursor, useBoard } from './use-board';
import type { Drag } from './use-drag';

interface BoardPeopleProps {
  board: ReturnType<typeof useBoard>;
  drag: Drag;
  /** Who stands on the cursor's place. */
  on: readonly string[];
  onPick: (at: Cursor, staffId: string) => void;
}
const NUMBERED = 9;

/** The grid has the focus again: the next key goes where it went. */
const focusCell = ({ row, col }: Cursor): void =>
  document.querySelector<HTMLElement>(`[data-at="${row} ${col}"]`)?.focus();

/** Who answers to what was typed: a number key or a click puts them on the cursor's place, or takes them off. */
export function BoardPeople({ board, drag, on, onPick }: BoardPeopleProps) {
  const { t } = useWords();
  return (
    <fieldset className="roster-people" aria-label={t('rosters:screen.person')}>
      {board.typed ? <span className="ink">{t('rosters:screen.typed', { typed: board.typed })}</span> : null}
      {board.found.length === 0 ? <span className="quiet">{t('rosters:screen.nobody')}</span> : null}
      {board.found.map((person, index) => (
        <UnstyledButton
          key={person.staffId}
          tabIndex={-1}
          className={on.includes(person.staffId) ? 'roster-person on' : 'roster-person'}
          aria-pressed={on.includes(person.staffId)}
          {...drag.source({ staffId: person.staffId, from: null })}
          {...drag.person(person.staffId)}
          onClick={() => {
            onPick(board.cursor, person.staffId);
            focusCell(board.cursor);
          }}
        >
          {index < NUMBERED ? <Kbd size="xs">{index + 1}</Kbd> : null} {person.name}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
