import type { Input } from '../../../shared/api';
import { MOVE_NEEDS } from '../../../shared/registers/move-notices';
import { MOVE_COLUMNS } from '../../../shared/registers/move-notices.columns';
import {
  MOVE_DIRECTIONS,
  MOVE_STATES,
  type MoveNoticeLine,
} from '../../../shared/registers/move-notices.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { DAY, PHONE, TIME } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { UNIT } from '../units/unit-editor';
import { MOVE_NOTICES } from './books';
import { CLOCK, choice, liftOf, NAME } from './editors';
import { moveTone } from './tones';

/** 搬家登记 (S20): the strip on top, the notices below, latest day of moving first. */
export function MovesBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'moveNotices.list'>['filter'] = {
    need: needOf(filter, MOVE_NEEDS),
    states: ticked(filter.states, MOVE_STATES),
    directions: ticked(filter.picks.directions, MOVE_DIRECTIONS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('moveNotices.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('moveNotices.record') ? (
        <QuickForm
          op="moveNotices.register"
          book={MOVE_NOTICES}
          label={t('custody:screen.quickMove')}
          place={strip}
          onBack={onBack}
          fields={() => [
            { name: 'unitId', editor: UNIT, required: true },
            { name: 'direction', editor: choice('direction', MOVE_DIRECTIONS), required: true },
            { name: 'moveOn', editor: DAY, required: true },
            { name: 'fromTime', editor: CLOCK, required: true, first: '09:00' },
            { name: 'toTime', editor: CLOCK, required: true, first: '11:00' },
            { name: 'contactName', editor: NAME, required: true },
            { name: 'lift', editor: liftOf(desk.settings.lifts) },
            { name: 'contactPhone', editor: PHONE },
            { name: 'moverCompany', editor: { kind: 'text', max: 60 } },
            { name: 'plate', editor: { kind: 'text', max: 15 } },
            { name: 'announcedAt', editor: TIME },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
          more={(typed) => ({ unitId: typed.unitId ?? '' })}
        />
      ) : null}
      <BookList<MoveNoticeLine>
        book={MOVE_NOTICES}
        desk={desk}
        list={list}
        columns={MOVE_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: MOVE_STATES,
          byPerson: true,
          selects: [
            {
              name: 'directions',
              label: t(fieldLabel(MOVE_NOTICES, 'direction')),
              choices: MOVE_DIRECTIONS.map((one) => ({ value: one, label: t(`custody:direction.${one}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'moveNotices.export', register: 'moveNotices', filter: asked }}
        prints={{ permit: 'moveNotices.print', months: ['moveList'], blank: ['moveList'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: MoveNoticeLine) => <StateCell book={MOVE_NOTICES} row={row} tone={moveTone(row)} />,
};
