import { useState } from 'react';
import type { Input } from '../../../shared/api';
import type { Column } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import { PASS_NEEDS, PASS_STATES, type VisitorPassLine } from '../../../shared/registers/visitor-passes';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { AddPasses } from './AddPasses';
import { VISITOR_PASSES } from './books';
import { passTone } from './tones';

const column = (
  key: string,
  screenPx: number,
  cell: Column<VisitorPassLine>['cell'],
): Column<VisitorPassLine> => ({
  key,
  kind: 'text',
  label: `visits:column.${key}`,
  paperMm: 0,
  screenPx,
  cell,
  fields: key === 'cardNo' ? ['passNo'] : key === 'remark' ? ['note'] : [],
});
const COLUMNS: readonly Column<VisitorPassLine>[] = [
  column('cardNo', 120, (row) => row.passNo),
  column('serialNo', 220, (row) => row.serialNo),
  column('holder', 140, (row) => row.holder ?? ''),
  column('holderPlace', 140, (row) => row.unitCode ?? ''),
  column('cardSince', 160, (row) => dayTimeOf(row.since)),
  column('remark', 240, (row) => [row.reason, row.note].filter(Boolean).join(' ')),
];
const RENDER = {
  serialNo: (row: VisitorPassLine) => <StateCell book={VISITOR_PASSES} row={row} tone={passTone(row)} />,
};

/** 访客证: the stock, who has which card, what has not come back. */
export function PassesBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const asked: Input<'visitorPasses.list'>['filter'] = {
    need: needOf(filter, PASS_NEEDS),
    states: ticked(filter.states, PASS_STATES),
    search: textsOf(filter).search,
  };
  const list = useOpPages('visitorPasses.list', { filter: asked, limit: 100 });
  const [adding, setAdding] = useState(false);
  const may = desk.may('visitorPasses.manage');
  return (
    <>
      <BookList<VisitorPassLine>
        book={VISITOR_PASSES}
        desk={desk}
        list={list}
        columns={COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: PASS_STATES, byDay: false, value: filter, onChange: onFilter }}
        onNew={may ? () => setAdding(true) : undefined}
      />
      {adding ? <AddPasses onClose={() => setAdding(false)} /> : null}
    </>
  );
}
