import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { CHECK_COLUMNS } from '../../../shared/registers/key-checks.columns';
import { CHECK_STATES, type KeyCheckLine } from '../../../shared/registers/key-checks.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { KEY_CHECKS } from './books';
import { BeginCheck } from './dialogs/BeginCheck';
import { CHECK_TONES } from './tones';

/** 周检 (S09): one check per week and cabinet. Those not signed yet stand under 检查未完成. */
export function ChecksBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [fresh, setFresh] = useState(false);
  const asked: Input<'keyChecks.list'>['filter'] = {
    need: filter.need === 'open' ? 'open' : null,
    states: ticked(filter.states, CHECK_STATES),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyChecks.list', { filter: asked, limit: 100 });
  return (
    <>
      <BookList<KeyCheckLine>
        book={KEY_CHECKS}
        desk={desk}
        list={list}
        columns={CHECK_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: CHECK_STATES, byDay: false, value: filter, onChange: onFilter }}
        exported={{ permit: 'keys.export', register: 'keyChecks', filter: asked }}
        prints={{ permit: 'keys.print', blank: ['F15'] }}
        onNew={desk.may('keys.check') ? () => setFresh(true) : undefined}
      />
      {fresh ? <BeginCheck onClose={() => setFresh(false)} onMade={onOpen} /> : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: KeyCheckLine) => (
    <StateCell
      book={KEY_CHECKS}
      row={row}
      tone={row.state === 'open' && row.differences > 0 ? 'late' : CHECK_TONES[row.state]}
    />
  ),
};
