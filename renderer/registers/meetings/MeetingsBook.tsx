import { useEffect, useRef } from 'react';
import type { Input } from '../../../shared/api';
import { timeOf } from '../../../shared/dates';
import { MEETING_NEEDS } from '../../../shared/registers/meetings';
import { MEETING_COLUMNS } from '../../../shared/registers/meetings.columns';
import { MEETING_KINDS, MEETING_STATES, type MeetingLine } from '../../../shared/registers/meetings.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { type Editor, TIME } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { onCommitted, useOp, useOpPages } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { useRemembered } from '../../ui/remembered';
import { MEETINGS } from './books';
import { meetingTone } from './tones';
import './meetings.css';

const KIND: Editor = { kind: 'choice', group: 'meetings:kind', codes: MEETING_KINDS };

/** 例会与纪要 (S84, F96): the strip begins a meeting and opens its minutes, the book below. */
export function MeetingsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const people = useOp('meetings.people', {}).data ?? [];
  const [chair, setChair] = useRemembered(desk.actor.staffId, 'meetings.chair', desk.actor.staffId);
  const [place, setPlace] = useRemembered(desk.actor.staffId, 'meetings.place', '');
  const asked: Input<'meetings.list'>['filter'] = {
    need: needOf(filter, MEETING_NEEDS),
    states: ticked(filter.states, MEETING_STATES),
    kinds: ticked(filter.picks.kinds, MEETING_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('meetings.list', { filter: asked, limit: 100 });
  const latest = useRef(onOpen);
  latest.current = onOpen;
  // A meeting that begins is written in at once.
  useEffect(
    () =>
      onCommitted((op, data) => {
        if (op === 'meetings.register') latest.current((data as { id: string }).id);
      }),
    [],
  );
  const colleague: Editor = {
    kind: 'list',
    choices: people.map(({ id, name }) => ({ value: id, label: name })),
  };
  return (
    <>
      {desk.may('meetings.write') && people.length > 0 ? (
        <QuickForm
          op="meetings.register"
          book={MEETINGS}
          label={t('meetings:screen.quickAdd')}
          place={strip}
          onBack={onBack}
          follow={(part) => {
            if (part.chairId) setChair(part.chairId);
            if (part.place) setPlace(part.place);
            return {};
          }}
          fields={(typed) => [
            { name: 'kind', editor: KIND, required: true, first: kindNow(nowIso()) },
            { name: 'title', editor: { kind: 'text', max: 60 }, when: typed.kind === 'special' },
            { name: 'heldAt', editor: TIME },
            { name: 'place', editor: { kind: 'text', max: 60 }, required: true, first: place },
            { name: 'chairId', editor: colleague, required: true, first: chair },
            { name: 'minutesById', editor: colleague, required: true, first: desk.actor.staffId },
          ]}
        />
      ) : null}
      <BookList<MeetingLine>
        book={MEETINGS}
        desk={desk}
        list={list}
        columns={MEETING_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: MEETING_STATES,
          byPerson: true,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(MEETINGS, 'kind')),
              choices: MEETING_KINDS.map((code) => ({ value: code, label: t(`meetings:kind.${code}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'meetings.export', register: 'meetings', filter: asked }}
        prints={{ permit: 'meetings.print', blank: ['F96'] }}
      />
    </>
  );
}

/** The meeting of this hour: in the morning the morning's, from five o'clock on the evening's. */
function kindNow(now: string): string {
  const time = timeOf(now);
  if (time < '10:00') return 'morning';
  return time >= '17:00' ? 'evening' : 'weekly';
}

const RENDER = {
  serialNo: (row: MeetingLine) => <StateCell book={MEETINGS} row={row} tone={meetingTone(row)} />,
};
