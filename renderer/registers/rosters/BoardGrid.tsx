import { type KeyboardEvent, useEffect, useRef } from 'react';
import { addDays } from '../../../shared/dates';
import type { Desk } from '../../book/desk';
import { useWords } from '../../i18n';
import { shiftName } from './books';
import type { useBoard, Week } from './use-board';
import type { Drag } from './use-drag';

interface BoardGridProps {
  week: Week;
  weekOn: string;
  desk: Desk;
  board: ReturnType<typeof useBoard>;
  drag: Drag;
  /** Keys the board itself does not take, e.g. undo. */
  onKeyDown: (event: KeyboardEvent) => void;
}
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Post × shift down, days across, as the sheet on the wall. One cell has the focus; arrows move it. */
export function BoardGrid({ week, weekOn, desk, board, drag, onKeyDown }: BoardGridProps) {
  const { t, lang } = useWords();
  const { cursor, setCursor, onKey } = board;
  const grid = useRef<HTMLTableElement>(null);
  // The focus follows the cursor once it is in the grid.
  useEffect(() => {
    const table = grid.current;
    if (!table?.contains(document.activeElement)) return;
    table.querySelector<HTMLElement>(`[data-at="${cursor.row} ${cursor.col}"]`)?.focus();
  }, [cursor]);
  return (
    <table
      ref={grid}
      className="roster-grid"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is worked in by arrow keys is a grid.
      role="grid"
      onKeyDown={(event) => {
        onKeyDown(event);
        onKey(event);
      }}
      aria-label={t('rosters:screen.board')}
    >
      <thead>
        <tr>
          <th scope="col">{t('rosters:sheet.post')}</th>
          {DAYS.map((col) => (
            <th key={col} scope="col">
              {t(`rosters:sheet.day${col}`)} <span className="quiet">{addDays(weekOn, col).slice(5)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {week.slots.map((slot, row) => (
          <tr key={`${slot.post} ${slot.shift}`}>
            <th scope="row">
              {slot.post} <span className="nowrap">{shiftName(slot.shift, desk, lang)}</span>
              {slot.people > 0 ? (
                <span className="quiet small roster-least">
                  {t('rosters:screen.slotNeed', { n: slot.people })}
                </span>
              ) : null}
            </th>
            {DAYS.map((col) => {
              const dayOn = addDays(weekOn, col);
              const here = week.cells.filter(
                (cell) =>
                  cell.post === slot.post &&
                  cell.shift === slot.shift &&
                  cell.dayOn === dayOn &&
                  (cell.state === 'planned' || cell.changedAt !== null),
              );
              const gap = week.gaps.find(
                (one) => one.post === slot.post && one.shift === slot.shift && one.dayOn === dayOn,
              );
              return (
                <td
                  key={dayOn}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid above.
                  role="gridcell"
                  tabIndex={cursor.row === row && cursor.col === col ? 0 : -1}
                  data-at={`${row} ${col}`}
                  aria-selected={cursor.row === row && cursor.col === col}
                  className={drag.over?.row === row && drag.over.col === col ? 'roster-over' : undefined}
                  onFocus={() => setCursor({ row, col })}
                  {...drag.place({ row, col })}
                >
                  {here.map((cell) => (
                    <span
                      key={cell.id}
                      className={cell.state === 'removed' ? 'roster-off' : 'roster-on'}
                      {...(cell.state === 'planned'
                        ? drag.source({ staffId: cell.staffId, from: { row, col } })
                        : {})}
                    >
                      {cell.state === 'removed' ? <s>{cell.staffName}</s> : cell.staffName}
                      {cell.changedAt && cell.state === 'planned' ? (
                        <span title={cell.changeReason ?? t('rosters:sheet.swap')}> *</span>
                      ) : null}
                    </span>
                  ))}
                  {gap ? (
                    <span className="seal small">{t('rosters:screen.short', { n: gap.missing })}</span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
