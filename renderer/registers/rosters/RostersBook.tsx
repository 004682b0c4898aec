import type { Input } from '../../../shared/api';
import { addDays, dayOf } from '../../../shared/dates';
import { ROSTER_NEEDS } from '../../../shared/registers/rosters';
import { ROSTER_COLUMNS } from '../../../shared/registers/rosters.columns';
import { ROSTER_STATES, type RosterLine } from '../../../shared/registers/rosters.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { DAY } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { ROSTERS } from './books';
import { rosterTone } from './tones';

/** The Monday after today. */
function nextMonday(): string {
  const today = dayOf(nowIso());
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, weekday === 0 ? 1 : 8 - weekday);
}

/** 排班表 (S81): the strip plans a week, the weeks below, the latest first. */
export function RostersBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'rosters.list'>['filter'] = {
    need: needOf(filter, ROSTER_NEEDS),
    states: ticked(filter.states, ROSTER_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('rosters.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('rosters.plan') ? (
        <QuickForm
          op="rosters.register"
          book={ROSTERS}
          label={t('rosters:screen.newWeek')}
          place={strip}
          onBack={onBack}
          fields={() => [
            { name: 'weekOn', editor: DAY, required: true, first: nextMonday() },
            {
              name: 'copy',
              editor: {
                kind: 'list',
                choices: [
                  { value: 'yes', label: t('rosters:screen.copyYes') },
                  { value: 'no', label: t('rosters:screen.copyNo') },
                ],
              },
              required: true,
              first: 'yes',
            },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
          more={(typed) => ({ copy: (typed.copy ?? 'yes') === 'yes' })}
        />
      ) : null}
      <BookList<RosterLine>
        book={ROSTERS}
        desk={desk}
        list={list}
        columns={ROSTER_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: ROSTER_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'rosters.export', register: 'rosters', filter: asked }}
        prints={{ permit: 'rosters.print', months: ['F91'], blank: ['F91'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: RosterLine) => <StateCell book={ROSTERS} row={row} tone={rosterTone(row)} />,
};
