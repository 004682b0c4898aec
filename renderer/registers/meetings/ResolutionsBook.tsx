import type { Input } from '../../../shared/api';
import { RESOLUTION_COLUMNS } from '../../../shared/registers/meetings.columns';
import { RESOLUTION_NEEDS } from '../../../shared/registers/resolutions';
import { RESOLUTION_STATES, type ResolutionLine } from '../../../shared/registers/resolutions.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { RESOLUTIONS } from './books';
import { resolutionTone } from './tones';

/** 会议决议 (S84): what is open and what came of the others, by day and by person. */
export function ResolutionsBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const asked: Input<'resolutions.list'>['filter'] = {
    need: needOf(filter, RESOLUTION_NEEDS),
    states: ticked(filter.states, RESOLUTION_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('resolutions.list', { filter: asked, limit: 100 });
  return (
    <BookList<ResolutionLine>
      book={RESOLUTIONS}
      desk={desk}
      list={list}
      columns={RESOLUTION_COLUMNS}
      render={RENDER}
      onOpen={onOpen}
      filters={{ states: RESOLUTION_STATES, byPerson: true, value: filter, onChange: onFilter }}
      exported={{ permit: 'meetings.export', register: 'resolutions', filter: asked }}
    />
  );
}

const RENDER = {
  serialNo: (row: ResolutionLine) => <StateCell book={RESOLUTIONS} row={row} tone={resolutionTone(row)} />,
};
