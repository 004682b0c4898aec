import type { Input } from '../../../shared/api';
import { COVER_NEEDS } from '../../../shared/registers/post-covers';
import { COVER_STATES, type PostCoverLine } from '../../../shared/registers/post-covers.row';
import { POST_COVER_COLUMNS } from '../../../shared/registers/rosters.columns';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { POST_COVERS } from './books';
import { LeavePost } from './LeavePost';
import { coverTone } from './tones';

/** 离岗顶替登记 (S15): the strip on top, the log below. */
export function CoversBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const asked: Input<'postCovers.list'>['filter'] = {
    need: needOf(filter, COVER_NEEDS),
    states: ticked(filter.states, COVER_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('postCovers.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('postCovers.record') ? <LeavePost desk={desk} place={strip} onBack={onBack} /> : null}
      <BookList<PostCoverLine>
        book={POST_COVERS}
        desk={desk}
        list={list}
        columns={POST_COVER_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: COVER_STATES, byPerson: true, value: filter, onChange: onFilter }}
        exported={{ permit: 'postCovers.export', register: 'postCovers', filter: asked }}
        prints={{ permit: 'postCovers.print', months: ['coverList'], blank: ['coverList'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: PostCoverLine) => <StateCell book={POST_COVERS} row={row} tone={coverTone(row)} />,
};
