import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { MANDATE_NEEDS } from '../../../shared/registers/key-mandates';
import { daysText, MANDATE_COLUMNS } from '../../../shared/registers/key-mandates.columns';
import { type KeyMandateLine, MANDATE_STATES } from '../../../shared/registers/key-mandates.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { KEY_MANDATES } from './books';
import { NewMandate } from './dialogs/NewMandate';
import { mandateTone } from './tones';

/** 委托书 (S04): on what the office keeps owners' keys, and until when. */
export function MandatesBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [fresh, setFresh] = useState(false);
  const asked: Input<'keyMandates.list'>['filter'] = {
    need: needOf(filter, MANDATE_NEEDS),
    states: ticked(filter.states, MANDATE_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyMandates.list', { filter: asked, limit: 100 });
  return (
    <>
      <BookList<KeyMandateLine>
        book={KEY_MANDATES}
        desk={desk}
        list={list}
        columns={MANDATE_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: MANDATE_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'keys.export', register: 'keyMandates', filter: asked }}
        prints={{ permit: 'keys.print', blank: ['F08'] }}
        onNew={desk.may('keys.mandate') ? () => setFresh(true) : undefined}
      />
      {fresh ? <NewMandate onClose={() => setFresh(false)} onMade={onOpen} /> : null}
    </>
  );
}

function DaysLeft({ row }: { row: KeyMandateLine }) {
  const words = useWords();
  return <span className={row.expired ? 'late-mark' : ''}>{daysText(row, words)}</span>;
}

const RENDER = {
  serialNo: (row: KeyMandateLine) => <StateCell book={KEY_MANDATES} row={row} tone={mandateTone(row)} />,
  daysLeft: (row: KeyMandateLine) => <DaysLeft row={row} />,
};
