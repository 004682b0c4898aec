import { useState } from 'react';
import type { Input } from '../../../../shared/api';
import { KEY_COPY_NEEDS } from '../../../../shared/registers/key-copies';
import { KEY_COPY_STATES, type KeyCopyLine } from '../../../../shared/registers/key-copies.row';
import { KEY_COPY_COLUMNS } from '../../../../shared/registers/key-desk.columns';
import { BookList } from '../../../book/BookList';
import type { BookPageProps } from '../../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../../book/filters';
import { StateCell } from '../../../book/StateCell';
import { useOpPages } from '../../../queries';
import { KEY_COPIES } from './books';
import './desk.css';
import { ApplyCopy } from './dialogs/ApplyCopy';
import { COPY_TONES } from './tones';

/** 钥匙配制 (S08, F13): applications, decisions, what was cut. */
export function CopiesBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [applying, setApplying] = useState(false);
  const asked: Input<'keyCopies.list'>['filter'] = {
    need: needOf(filter, KEY_COPY_NEEDS),
    states: ticked(filter.states, KEY_COPY_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyCopies.list', { filter: asked, limit: 100 });
  return (
    <>
      <BookList<KeyCopyLine>
        book={KEY_COPIES}
        desk={desk}
        list={list}
        columns={KEY_COPY_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: KEY_COPY_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'keyLoans.export', register: 'keyCopies', filter: asked }}
        prints={{ permit: 'keyLoans.print', blank: ['F13'] }}
        onNew={desk.may('keyCopies.apply') ? () => setApplying(true) : undefined}
      />
      {applying ? <ApplyCopy onClose={() => setApplying(false)} onDone={(id) => onOpen(id)} /> : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: KeyCopyLine) => <StateCell book={KEY_COPIES} row={row} tone={COPY_TONES[row.state]} />,
};
