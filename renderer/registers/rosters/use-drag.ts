import { type DragEvent, useState } from 'react';
import type { Cursor } from './use-board';

/** Somebody held by the mouse: from the list of people, or with the place they stand on. */
export interface Held {
  staffId: string;
  from: Cursor | null;
}

export interface Drag {
  /** The place the mouse is over while it holds somebody. */
  over: Cursor | null;
  /** Props of what can be picked up; none while nothing may be changed. */
  source: (held: Held) => object;
  /** Props of a place somebody can be put on. */
  place: (at: Cursor) => object;
  /** Props of a person who can take over the place of whoever is dropped on them. */
  person: (staffId: string) => object;
}

interface Acts {
  onPlace: (held: Held, at: Cursor) => void;
  onPerson: (held: Held & { from: Cursor }, staffId: string) => void;
}

/** Dragging on the board, beside its keyboard: everything it does can be done by keys as well. */
export function useDrag({ onPlace, onPerson }: Acts, editable: boolean): Drag {
  const [held, setHeld] = useState<Held | null>(null);
  const [over, setOver] = useState<Cursor | null>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setHeld(null);
    setOver(null);
  };
  if (!editable) return { over: null, source: () => ({}), place: () => ({}), person: () => ({}) };
  return {
    over,
    source: (what) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        setHeld(what);
      },
      onDragEnd: () => {
        setHeld(null);
        setOver(null);
      },
    }),
    place: (at) => ({
      onDragOver: (event: DragEvent) => {
        if (!held) return;
        event.preventDefault();
        if (over?.row !== at.row || over.col !== at.col) setOver(at);
      },
      onDrop: (event: DragEvent) => {
        drop(event);
        if (held && (held.from?.row !== at.row || held.from.col !== at.col)) onPlace(held, at);
      },
    }),
    person: (staffId) => ({
      onDragOver: (event: DragEvent) => {
        if (held?.from) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        drop(event);
        if (held?.from && held.staffId !== staffId) onPerson({ ...held, from: held.from }, staffId);
      },
    }),
  };
}
