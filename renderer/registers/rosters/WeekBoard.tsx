import { useState } from 'react';
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
  const assign = useCommand('rosters.assign');
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
    const change = { rosterId: line.id, ...found.place, had: found.had, staffIds: next(found.had) };
    if (published) setAmendment(change);
    else void assign.run(change);
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
  const board = useBoard({ rows: week.slots.length, people, toggle, takeLast, raise }, draft || published);
  const error = assign.error ?? need.error;
  return (
    <section className="roster-board">
      <h2>{t('rosters:screen.board')}</h2>
      <p className="quiet small">
        {t(`rosters:screen.${draft ? 'boardHelp' : published ? 'boardHelpPublished' : 'boardRead'}`)}
      </p>
      {error ? <ErrorLine error={error} /> : null}
      <BoardGrid week={week} weekOn={line.weekOn} desk={desk} board={board} />
      {draft || published ? (
        <BoardPeople board={board} on={placeAt(board.cursor)?.had ?? []} onPick={toggle} />
      ) : null}
      {week.restless.map(({ staffId, staffName, dayOn }) => (
        <p key={`${staffId} ${dayOn}`} className="small amber">
          {t('rosters:screen.restless', { name: staffName, on: dayOn })}
        </p>
      ))}
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
