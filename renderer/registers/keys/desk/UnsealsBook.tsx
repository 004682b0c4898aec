import { useState } from 'react';
import type { Input } from '../../../../shared/api';
import { KEY_UNSEAL_COLUMNS } from '../../../../shared/registers/key-desk.columns';
import { KEY_UNSEAL_NEEDS } from '../../../../shared/registers/key-unseals';
import { KEY_UNSEAL_STATES, type KeyUnsealLine } from '../../../../shared/registers/key-unseals.row';
import { BookList } from '../../../book/BookList';
import type { BookPageProps } from '../../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../../book/filters';
import { StateCell } from '../../../book/StateCell';
import { useOpPages } from '../../../queries';
import { KEY_UNSEALS } from './books';
import './desk.css';
import { OpenStoreroom } from './dialogs/OpenStoreroom';
import { UNSEAL_TONES } from './tones';

/** 库房钥匙启用及再封存 (S06, F11): what stands open comes first when it is asked for. */
export function UnsealsBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [opening, setOpening] = useState(false);
  const asked: Input<'keyUnseals.list'>['filter'] = {
    need: needOf(filter, KEY_UNSEAL_NEEDS),
    states: ticked(filter.states, KEY_UNSEAL_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyUnseals.list', { filter: asked, limit: 100 });
  return (
    <>
      <BookList<KeyUnsealLine>
        book={KEY_UNSEALS}
        desk={desk}
        list={list}
        columns={KEY_UNSEAL_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: KEY_UNSEAL_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'keyLoans.export', register: 'keyUnseals', filter: asked }}
        prints={{ permit: 'keyLoans.print', blank: ['F11'] }}
        onNew={desk.may('keyLoans.issue') ? () => setOpening(true) : undefined}
      />
      {opening ? <OpenStoreroom onClose={() => setOpening(false)} onDone={(id) => onOpen(id)} /> : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: KeyUnsealLine) => <StateCell book={KEY_UNSEALS} row={row} tone={UNSEAL_TONES[row.state]} />,
};
