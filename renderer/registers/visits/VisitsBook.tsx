import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { Input } from '../../../shared/api';
import { timeOf } from '../../../shared/dates';
import { leftCell, VISIT_COLUMNS } from '../../../shared/registers/visits.columns';
import { VISIT_NEEDS } from '../../../shared/registers/visits.forms';
import { VISIT_OPEN, VISIT_STATES, VISIT_TYPES, type VisitLine } from '../../../shared/registers/visits.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useKeys } from '../../book/use-keys';
import { useWords } from '../../i18n';
import { useCommand, useOp, useOpPages } from '../../queries';
import { usePermit } from '../../ui/actor';
import { nowIso } from '../../ui/fields/TimeField';
import { isTyping } from '../../ui/keys';
import { useNotices } from '../../ui/Notices';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { VISITS } from './books';
import { CloseDay } from './CloseDay';
import { EvacuationButton } from './EvacuationButton';
import { QuickVisit } from './QuickVisit';
import { visitTone } from './tones';
import './visits.css';

/** 来访登记 (S10): the strip, who is inside, the book. L on a line records the leave, F9 prints who is in. */
export function VisitsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'visits.list'>['filter'] = {
    need: needOf(filter, VISIT_NEEDS),
    states: ticked(filter.states, VISIT_STATES),
    types: ticked(filter.picks.types, VISIT_TYPES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('visits.list', { filter: asked, limit: 100 });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const [closing, setClosing] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const leaving = useLeave();
  const records = desk.may('visits.record');
  useKeys(place, (event) => {
    if (event.code !== 'KeyL' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
      return false;
    const line = place.current
      ?.closest('.register-table')
      ?.querySelector<HTMLElement>('[role="grid"]:focus tr.active');
    const row = rows[Number(line?.dataset.index ?? -1)];
    if (!records || !row || !isHere(row)) return false;
    void leaving.leave(row);
    return true;
  });
  return (
    <>
      {records ? <QuickVisit desk={desk} place={strip} onBack={onBack} onOpen={onOpen} /> : null}
      <ErrorLine error={leaving.error} />
      <BookList<VisitLine>
        book={VISITS}
        desk={desk}
        list={list}
        columns={VISIT_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: VISIT_STATES,
          selects: [
            {
              name: 'types',
              label: t(fieldLabel(VISITS, 'type')),
              choices: VISIT_TYPES.map((code) => ({ value: code, label: t(`visits:type.${code}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'visits.export', register: 'visits', filter: asked }}
        prints={{ permit: 'visits.print', months: ['F16'], now: ['evacuation'], blank: ['F16', 'F17'] }}
        actions={
          <span ref={place} className="row">
            <HeadCount />
            {desk.may('visits.print') ? <EvacuationButton hot /> : null}
            {records ? (
              <Button variant="default" onClick={() => setClosing(true)}>
                {t('visits:screen.closeDay')}
              </Button>
            ) : null}
          </span>
        }
      />
      {closing ? <CloseDay onClose={() => setClosing(false)} /> : null}
    </>
  );
}

const isHere = (row: VisitLine): boolean => VISIT_OPEN.includes(row.state);

/** Records a leave at once and offers to take it back for five seconds. */
function useLeave() {
  const { t } = useWords();
  const notices = useNotices();
  const command = useCommand('visits.leave');
  const back = useCommand('visits.takeBackLeave');
  const latest = useRef({ t, notices, command, back });
  latest.current = { t, notices, command, back };
  const leave = useRef(async (row: VisitLine) => {
    const { command: go, notices: say, t: words, back: undo } = latest.current;
    const done = await go.run({ id: row.id, version: row.version });
    if (!done?.ok) return;
    const { id, version } = done.data;
    say.undo(
      words('visits:screen.leftSaid', { name: row.visitorName ?? row.serialNo, at: timeOf(nowIso()) }),
      () => void undo.run({ id, version }),
    );
  });
  return { leave: leave.current, error: command.error ?? back.error };
}

/** 离开时间: of somebody here the press that records it. */
function LeftCell({ row }: { row: VisitLine }) {
  const words = useWords();
  const leaving = useLeave();
  const may = usePermit('visits.record');
  if (!isHere(row) || !may) return <>{leftCell(row, words)}</>;
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        tabIndex={-1}
        onClick={(event) => {
          // The line itself opens the entry.
          event.stopPropagation();
          void leaving.leave(row);
        }}
      >
        {words.t('visits:screen.leaveNow')}
      </Button>
      <ErrorLine error={leaving.error} />
    </>
  );
}

/** Who is inside now: what a fire brigade asks first. */
function HeadCount() {
  const { t } = useWords();
  const { data } = useOp('visits.headCount', {});
  return data ? (
    <span className="quiet small number" role="status">
      {t('visits:screen.insideNow', data)}
    </span>
  ) : null;
}

/** What is still missing of a line: the host's word, the card. */
function VisitState({ row }: { row: VisitLine }) {
  const { t } = useWords();
  return (
    <StateCell book={VISITS} row={row} tone={visitTone(row)}>
      {row.consentMissing ? <StateMark word={t('visits:need.visits.consent')} tone="missing" /> : null}
      {row.passMissing ? <StateMark word={t('visits:mark.passMissing')} tone="late" /> : null}
      {row.watchNote ? (
        <StateMark word={t('visits:screen.watched')} tone="late" title={row.watchNote} />
      ) : null}
    </StateCell>
  );
}

const RENDER = {
  serialNo: (row: VisitLine) => <VisitState row={row} />,
  left: (row: VisitLine) => <LeftCell row={row} />,
};
