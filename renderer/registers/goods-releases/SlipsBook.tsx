import { type GoodsReleaseFilter, SLIP_NEEDS } from '../../../shared/registers/goods-releases';
import { GOODS_RELEASE_COLUMNS } from '../../../shared/registers/goods-releases.columns';
import { GOODS_RELEASE_STATES, type GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { GOODS_RELEASES } from './books';
import { slipTone } from './tones';

/** 放行条: the slips, columns as on F27. Slips begin as applications, so there is no strip here. */
export function SlipsBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const asked: GoodsReleaseFilter = {
    need: needOf(filter, SLIP_NEEDS),
    states: ticked(filter.states, GOODS_RELEASE_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('goodsReleases.list', { filter: asked, limit: 100 });
  return (
    <BookList<GoodsReleaseLine>
      book={GOODS_RELEASES}
      desk={desk}
      list={list}
      columns={GOODS_RELEASE_COLUMNS}
      render={RENDER}
      onOpen={onOpen}
      filters={{ states: GOODS_RELEASE_STATES, byPerson: true, value: filter, onChange: onFilter }}
      exported={{ permit: 'goodsReleases.export', register: 'goodsReleases', filter: asked }}
      prints={{ permit: 'goodsReleases.print', months: ['F27'], blank: ['F26', 'F27'] }}
    />
  );
}

const RENDER = {
  serialNo: (row: GoodsReleaseLine) => (
    <StateCell
      book={GOODS_RELEASES}
      row={{ ...row, state: row.expired ? 'expired' : row.state }}
      tone={slipTone(row)}
    />
  ),
};
