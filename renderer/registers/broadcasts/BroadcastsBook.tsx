import type { Input } from '../../../shared/api';
import { BROADCAST_NEEDS } from '../../../shared/registers/broadcasts';
import { BROADCAST_COLUMNS } from '../../../shared/registers/broadcasts.columns';
import {
  BROADCAST_KINDS,
  BROADCAST_STATES,
  type BroadcastLine,
} from '../../../shared/registers/broadcasts.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { BROADCASTS } from './books';
import { REQUEST } from './editors';
import { broadcastTone } from './tones';

/** 播音 (S28): the strip takes a request, the book below shows what was played. */
export function BroadcastsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'broadcasts.list'>['filter'] = {
    need: needOf(filter, BROADCAST_NEEDS),
    states: ticked(filter.states, BROADCAST_STATES),
    kinds: ticked(filter.picks.kinds, BROADCAST_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('broadcasts.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('broadcasts.write') ? (
        <QuickForm
          op="broadcasts.register"
          book={BROADCASTS}
          label={t('broadcasts:screen.quickAdd')}
          place={strip}
          onBack={onBack}
          fields={() => [...REQUEST]}
        />
      ) : null}
      <BookList<BroadcastLine>
        book={BROADCASTS}
        desk={desk}
        list={list}
        columns={BROADCAST_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: BROADCAST_STATES,
          byPerson: true,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(BROADCASTS, 'kind')),
              choices: BROADCAST_KINDS.map((code) => ({ value: code, label: t(`broadcasts:kind.${code}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        prints={{ permit: 'broadcasts.print', months: ['F36'], blank: ['F36', 'F37'] }}
        exported={{ permit: 'broadcasts.export', register: 'broadcasts', filter: asked }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: BroadcastLine) => <StateCell book={BROADCASTS} row={row} tone={broadcastTone(row)} />,
};
