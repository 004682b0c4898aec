import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { TRANSFER_NEEDS } from '../../../shared/registers/key-transfers';
import { TRANSFER_COLUMNS } from '../../../shared/registers/key-transfers.columns';
import { type KeyTransferLine, TRANSFER_STATES } from '../../../shared/registers/key-transfers.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { KEY_TRANSFERS } from './books';
import { NewTransfer } from './dialogs/NewTransfer';
import { TRANSFER_TONES } from './tones';

/** 移交 (F07): lists of keys that change hands. */
export function TransfersBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [fresh, setFresh] = useState(false);
  const asked: Input<'keyTransfers.list'>['filter'] = {
    need: needOf(filter, TRANSFER_NEEDS),
    states: ticked(filter.states, TRANSFER_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyTransfers.list', { filter: asked, limit: 100 });
  return (
    <>
      <BookList<KeyTransferLine>
        book={KEY_TRANSFERS}
        desk={desk}
        list={list}
        columns={TRANSFER_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: TRANSFER_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'keys.export', register: 'keyTransfers', filter: asked }}
        prints={{ permit: 'keys.print', blank: ['F07'] }}
        onNew={desk.may('keys.transfer') ? () => setFresh(true) : undefined}
      />
      {fresh ? <NewTransfer desk={desk} onClose={() => setFresh(false)} onMade={onOpen} /> : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: KeyTransferLine) => (
    <StateCell book={KEY_TRANSFERS} row={row} tone={TRANSFER_TONES[row.state]} />
  ),
};
