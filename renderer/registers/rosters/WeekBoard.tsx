import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { addDays } from '../../../shared/dates';
import type { RosterLine } from '../../../shared/registers/rosters.row';
import type { Desk } from '../../book/desk';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { ErrorLine } from '../../ui/refusal';
import { AddSlot } from './AddSlot';
import { AmendDialog, type Amendment } from './AmendDialog';
import { BoardGrid } from './BoardGrid';
import { BoardPeople } from './BoardPeople';
import './rosters.css';
import { type Cursor, useBoard, type Week } from './use-board';
import { useChanges } from './use-changes';
import { useDrag } from './use-drag';

interface WeekBoardProps {
  line: RosterLine;
  desk: Desk;
}

const NOTHING: Week = { slots: [], cells: [], gaps: [], restless: [] };

/** The board of one week: planned freely as a draft, changed with a reason once it is published. */
export function WeekBoard({ line, desk }: WeekBoardProps) {
  const { t } = useWords();
  const week = useOp('rosters.week', { id: line.id }, { keep: true }).data ?? NOTHING;
  const people = useOp('rosters.people', {}).data ?? [];
  const changes = useChanges(line.id);
  const need = useCommand('rosters.need');
  const [amendment, setAmendment] = useState<Amendment | null>(null);
  const draft = line.state === 'draft' && desk.may('rosters.plan');
  const published = line.state === 'published' && desk.may('rosters.publish');

  const placeAt = ({ row, col }: Cursor) => {
    const slot = week.slots[row];
    if (!slot) return null;
    const place = { post: slot.post, shift: slot.shift, dayOn: addDays(line.weekOn, col) };
    const here = week.cells.filter(
      (cell) =>
        cell.state === 'planned' &&
        cell.post === place.post &&
        cell.shift === place.shift &&
        cell.dayOn === place.dayOn,
    );
    return { place, had: here.map((cell) => cell.staffId) };
  };
  const set = (at: Cursor, next: (had: readonly string[]) => string[]) => {
    const found = placeAt(at);
    if (!found) return;
    const change = { ...found.place, had: found.had, staffIds: next(found.had) };
    if (published) setAmendment({ rosterId: line.id, ...change });
    else void changes.make([change]);
  };
  const toggle = (at: Cursor, staffId: string) =>
    set(at, (had) => (had.includes(staffId) ? had.filter((id) => id !== staffId) : [...had, staffId]));
  const takeLast = (at: Cursor) => {
    if (placeAt(at)?.had.length) set(at, (had) => had.slice(0, -1));
  };
  const raise = ({ row }: Cursor, by: number) => {
    const slot = week.slots[row];
    if (!draft || !slot || slot.people + by < 0 || slot.people + by > 9) return;
    void need.run({ id: line.id, version: line.version, ...slot, people: slot.people + by });
  };
  /** From the list onto a place, or from place to place: one step, so one undo. A published week is changed place by place. */
  const putOn = ({ staffId, from }: { staffId: string; from: Cursor | null }, at: Cursor) => {
    const to = placeAt(at);
    if (!to || to.had.includes(staffId)) return;
    const source = draft && from ? placeAt(from) : null;
    if (!source) return set(at, (had) => [...had, staffId]);
    void changes.make([
      { ...source.place, had: source.had, staffIds: source.had.filter((id) => id !== staffId) },
      { ...to.place, had: to.had, staffIds: [...to.had, staffId] },
    ]);
  };
  const replace = ({ staffId, from }: { staffId: string; from: Cursor }, by: string) =>
    set(from, (had) => (had.includes(by) ? [...had] : had.map((id) => (id === staffId ? by : id))));
  const drag = useDrag({ onPlace: putOn, onPerson: replace }, draft || published);
  const onUndo = (event: KeyboardEvent) => {
    if (event.code !== 'KeyZ' || !event.ctrlKey || event.shiftKey || event.altKey || !draft) return;
    event.preventDefault();
    void changes.undo();
  };
  const board = useBoard({ rows: week.slots.length, people, toggle, takeLast, raise }, draft || published);
  const error = changes.error ?? need.error;
  return (
    <section className="roster-board">
      <h2>{t('rosters:screen.board')}</h2>
      <p className="quiet small">
        {t(`rosters:screen.${draft ? 'boardHelp' : published ? 'boardHelpPublished' : 'boardRead'}`)}
      </p>
      {error ? <ErrorLine error={error} /> : null}
      <BoardGrid week={week} weekOn={line.weekOn} desk={desk} board={board} drag={drag} onKeyDown={onUndo} />
      {draft || published ? (
        <BoardPeople board={board} drag={drag} on={placeAt(board.cursor)?.had ?? []} onPick={toggle} />
      ) : null}
      {week.restless.map(({ staffId, staffName, dayOn }) => (
        <p key={`${staffId} ${dayOn}`} className="small amber">
          {t('rosters:screen.restless', { name: staffName, on: dayOn })}
        </p>
      ))}
      {draft && changes.canUndo ? (
        <Button variant="subtle" color="gray" onClick={() => void changes.undo()}>
          {t('core:action.undo')}&nbsp;<Kbd size="xs">Ctrl+Z</Kbd>
        </Button>
      ) : null}
      {draft ? <AddSlot line={line} desk={desk} /> : null}
      {amendment ? (
        <AmendDialog
          change={amendment}
          people={people}
          desk={desk}
          about={line.serialNo}
          onClose={() => setAmendment(null)}
        />
      ) : null}
    </section>
  );
}
