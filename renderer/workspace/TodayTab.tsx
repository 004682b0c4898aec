import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { dayOf, MINUTE_MS } from '../../shared/dates';
import { bookLabel, needLabel, opLabel } from '../book/book';
import { type Desk, useDesk } from '../book/desk';
import { needWords } from '../book/NeedDoors';
import { hasWords, useWords } from '../i18n';
import { useOp } from '../queries';
import { BOARDS, type Board } from '../registers/boards';
import { homes } from '../registers/homes';
import { useOpen, type WorkspaceProps } from '../registers/open';
import { nowIso } from '../ui/fields/TimeField';
import { ErrorLine } from '../ui/refusal';
import { When } from '../ui/When';
import { DayClock } from './today/DayClock';
import { Reminders } from './today/Reminders';

/** What must I do now: the clock, what presses, and each book's numbers as doors to their lists (look.md). */
export default function TodayTab(_: WorkspaceProps) {
  const { t } = useWords();
  const desk = useDesk();
  const board = useOp('today.board', {});
  const { refetch } = board;
  useEffect(() => {
    // Hours pass without anybody writing anything.
    const clock = setInterval(() => void refetch(), MINUTE_MS);
    return () => clearInterval(clock);
  }, [refetch]);
  const now = board.data?.now ?? nowIso();
  const today = dayOf(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const boards = desk ? BOARDS.filter((one) => desk.may(one.permit)) : [];
  return (
    <section className="today sheet">
      <header className="row apart today-head">
        <h1>{t('core:today.title')}</h1>
        <span className="quiet number">
          {t('core:today.date', { date: today, weekday: t(`core:weekday.${weekday}`) })}
        </span>
      </header>
      <ErrorLine error={board.error?.error} />
      {board.data ? <DayClock clock={board.data.clock} now={now} /> : null}
      {desk && boards.length === 0 ? <p className="quiet">{t('core:today.nothingHere')}</p> : null}
      {desk && boards.length > 0 ? (
        <div className={boards.length > 2 ? 'today-columns many' : 'today-columns'}>
          <Reminders reminders={board.data?.reminders ?? []} desk={desk} />
          <div className="boards">
            {boards.map((one) => (
              <OneBoard key={one.counts.book.register} board={one} desk={desk} dense={boards.length > 2} />
            ))}
          </div>
          <Recent />
        </div>
      ) : null}
    </section>
  );
}

interface OneBoardProps {
  board: Board;
  desk: Desk;
  /** Many boards share the screen: only what waits is listed. */
  dense: boolean;
}

/** The counts of one register. */
function OneBoard({ board, desk, dense }: OneBoardProps) {
  const { t } = useWords();
  const open = useOpen();
  const { counts, fresh, Extra } = board;
  const { book, needs } = counts;
  const asked = useOp(counts.op, {});
  const counted: Partial<Record<string, number>> | undefined = asked.data;
  const waiting = counted ? needs.filter((need) => counted[need]) : needs;
  const idle = counted !== undefined && waiting.length === 0;
  // Out of its tab a book may need more words: 台账 of what?
  const own = `${book.ns}:today.${book.register}`;
  const title = t(hasWords(own) ? own : bookLabel(book));
  return (
    <section className="board" aria-label={title}>
      <div className="row apart">
        <h2>{title}</h2>
        {Extra ? <Extra /> : null}
        {fresh && desk.may(fresh.permit) ? (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => open({ register: book.register, action: fresh.op })}
          >
            {t(opLabel(book, fresh.op))}
          </Button>
        ) : null}
      </div>
      <ErrorLine error={asked.error?.error} />
      <ul className="needs">
        {(dense ? waiting : needs).map((need) => (
          <Need
            key={need}
            word={t(needLabel(book, need), needWords(desk))}
            count={counted ? (counted[need] ?? 0) : null}
            late={counts.late?.includes(need) ?? false}
            onOpen={() => open({ register: board.opens?.[need] ?? book.register, need })}
          />
        ))}
      </ul>
      {idle && !dense ? <p className="quiet small">{t('core:today.allDone')}</p> : null}
    </section>
  );
}

interface NeedProps {
  word: string;
  /** Null while it is asked. */
  count: number | null;
  /** Already too late when it is not 0: in seal red. */
  late: boolean;
  onOpen: () => void;
}

/** One number and the door to its list; nothing to do is said quietly. */
function Need({ word, count, late, onOpen }: NeedProps) {
  const { t } = useWords();
  const red = late && Boolean(count);
  return (
    <li>
      <button
        type="button"
        className={red ? 'need late' : 'need'}
        disabled={!count}
        title={t('core:today.open', { count: count ?? 0 })}
        onClick={onOpen}
      >
        <span className="need-shape" aria-hidden="true">
          {!count ? '○' : red ? '▲' : '●'}
        </span>
        <span className="need-word">{word}</span>
        <span className="need-count number">{count ?? '…'}</span>
      </button>
    </li>
  );
}

/** What the shift before wrote down: the log of two days over all books (desk-practice.md §4 Lists). */
function Recent() {
  const { t } = useWords();
  const open = useOpen();
  const lines = useOp('search.recent', { limit: 14 });
  return (
    <section>
      <h2>{t('core:today.recent')}</h2>
      {lines.data?.length === 0 ? <p className="quiet">{t('core:today.noRecent')}</p> : null}
      <ul className="recent">
        {lines.data?.map((line) => (
          <li key={line.entryId}>
            <button
              type="button"
              className="recent-line"
              title={line.serialNo}
              onClick={() => open({ register: line.register, entryId: line.entryId })}
            >
              <When at={line.at} />
              <span>{line.title}</span>
              <span className="quiet recent-where">{line.detail}</span>
              <span className="recent-state">{t(homes[line.register]?.state(line.state) ?? line.state)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
