import type { Input } from '../../../shared/api';
import { DISCLOSURE_NEEDS } from '../../../shared/registers/disclosures';
import { DISCLOSURE_COLUMNS } from '../../../shared/registers/disclosures.columns';
import { DISCLOSURE_STATES, type DisclosureLine } from '../../../shared/registers/disclosures.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { DISCLOSURES } from './books';
import { QuickAsk } from './QuickAsk';
import { DISCLOSURE_TONES } from './tones';

const RENDER = {
  serialNo: (row: DisclosureLine) => (
    <StateCell book={DISCLOSURES} row={row} tone={DISCLOSURE_TONES[row.state]} />
  ),
};

/** 业主信息查询登记 (S12). */
export function DisclosuresBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const asked: Input<'disclosures.list'>['filter'] = {
    need: needOf(filter, DISCLOSURE_NEEDS),
    states: ticked(filter.states, DISCLOSURE_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('disclosures.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('disclosures.ask') ? (
        <QuickAsk place={strip} onBack={onBack} onOpen={(id) => onOpen(id, 'disclosures.approve')} />
      ) : null}
      <BookList<DisclosureLine>
        book={DISCLOSURES}
        desk={desk}
        list={list}
        columns={DISCLOSURE_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: DISCLOSURE_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'disclosures.export', register: 'disclosures', filter: asked }}
        prints={{ permit: 'disclosures.print', months: ['disclosureList'], blank: ['disclosureList'] }}
      />
    </>
  );
}
