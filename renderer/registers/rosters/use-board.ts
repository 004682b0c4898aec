import { type KeyboardEvent, useState } from 'react';
import type { Output } from '../../../shared/api';
import type { RosterPerson } from '../../../shared/registers/rosters';
import { matchRank, useReader } from '../../ui/pinyin';

/** The board's keyboard: where the cursor stands, what was typed, who answers to it. */

export type Week = Output<'rosters.week'>;
export interface Cursor {
  row: number;
  col: number;
}
/** As many are numbered 1 to 9. */
const NUMBERED = 9;

interface BoardKeys {
  cursor: Cursor;
  setCursor: (cursor: Cursor) => void;
  typed: string;
  /** Who answers to what was typed, the likeliest first; the first nine have numbers. */
  found: readonly RosterPerson[];
  onKey: (event: KeyboardEvent) => void;
}

interface Acts {
  rows: number;
  /** People who may be put on. */
  people: readonly RosterPerson[];
  /** Puts somebody on the cursor's place, or takes them off. */
  toggle: (at: Cursor, staffId: string) => void;
  /** Takes off who was put on last. */
  takeLast: (at: Cursor) => void;
  /** Changes the minimum of the cursor's line. */
  raise: (at: Cursor, by: number) => void;
}

const MOVES: Readonly<Record<string, readonly [row: number, col: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const between = (value: number, most: number): number => Math.min(Math.max(0, value), most);

/** Keys of the grid (desk-practice.md §4): arrows, letters and numbers choose a person, Enter, Backspace, + and −. */
export function useBoard({ rows, people, toggle, takeLast, raise }: Acts, editable: boolean): BoardKeys {
  const [cursor, setCursor] = useState<Cursor>({ row: 0, col: 0 });
  const [typed, setTyped] = useState('');
  const reader = useReader();
  const found = people
    .map((person) => ({ person, rank: matchRank(person.name, typed, reader, person.initials) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => (typed === '' ? 0 : b.rank - a.rank))
    .map(({ person }) => person);

  const choose = (person: RosterPerson | undefined) => {
    if (!person) return;
    toggle(cursor, person.staffId);
    setTyped('');
  };
  const edit = (key: string): boolean => {
    if (key === 'Enter') choose(typed === '' ? undefined : found[0]);
    else if (key === 'Backspace' && typed !== '') setTyped(typed.slice(0, -1));
    else if (key === 'Backspace' || key === 'Delete') takeLast(cursor);
    else if (key === 'Escape' && typed !== '') setTyped('');
    else if (key === '+' || key === '=') raise(cursor, 1);
    else if (key === '-') raise(cursor, -1);
    else if (/^[1-9]$/.test(key) && Number(key) <= NUMBERED) choose(found[Number(key) - 1]);
    else if (/^[a-zA-Z]$/.test(key)) setTyped(typed + key.toLowerCase());
    else return false;
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const move = MOVES[event.key];
    if (move) {
      setCursor({ row: between(cursor.row + move[0], rows - 1), col: between(cursor.col + move[1], 6) });
      setTyped('');
    } else if (!editable || !edit(event.key)) return;
    event.preventDefault();
  };
  return { cursor, setCursor, typed, found, onKey };
}
