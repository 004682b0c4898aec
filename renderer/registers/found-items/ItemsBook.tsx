import { dayOf } from '../../../shared/dates';
import { FOUND_ITEM_NEEDS, type FoundItemFilter } from '../../../shared/registers/found-items';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import {
  FOUND_ITEM_OPEN,
  FOUND_ITEM_STATES,
  type FoundItemLine,
} from '../../../shared/registers/found-items.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { StateMark } from '../../ui/StateMark';
import { categoryName, FOUND_ITEMS } from './books';
import { QuickAddItem } from './QuickAddItem';
import { itemTone } from './tones';

/** 物品捡拾登记: the strip to type in, then the book itself, columns as on F01. */
export function ItemsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t, lang } = useWords();
  const { categories } = desk.settings;
  const codes = categories.map((c) => c.code);
  const asked: FoundItemFilter = {
    need: needOf(filter, FOUND_ITEM_NEEDS),
    states: ticked(filter.states, FOUND_ITEM_STATES),
    categories: ticked(filter.picks.categories, codes),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('foundItems.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('foundItems.register') ? <QuickAddItem desk={desk} place={strip} onBack={onBack} /> : null}
      <BookList<FoundItemLine>
        book={FOUND_ITEMS}
        desk={desk}
        list={list}
        columns={FOUND_ITEM_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: FOUND_ITEM_STATES,
          selects: [
            {
              name: 'categories',
              label: t(fieldLabel(FOUND_ITEMS, 'category')),
              choices: codes.map((code) => ({ value: code, label: categoryName(categories, code, lang) })),
            },
          ],
          byPerson: true,
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'foundItems.export', register: 'foundItems', filter: asked }}
        prints={{ permit: 'foundItems.print', months: ['F01', 'F03', 'F04'], now: ['notice'], blank: BLANK }}
      />
    </>
  );
}

const BLANK = ['F01', 'F02', 'F03', 'F04'] as const;

/** Under the number: word, shape and colour; overdue when its category's days are over. */
function ItemState({ row }: { row: FoundItemLine }) {
  const { t } = useWords();
  const open = FOUND_ITEM_OPEN.includes(row.state);
  const due = open && row.disposalDueOn !== null && row.disposalDueOn <= dayOf(nowIso());
  return (
    <StateCell book={FOUND_ITEMS} row={row} tone={itemTone(row.state, due)}>
      {row.confirmer2How === 'pending' && row.state !== 'voided' ? (
        <StateMark word={t('found-items:mark.pending')} tone="missing" />
      ) : null}
      {open && row.valuable === 1 && row.countersignedAt === null ? (
        <StateMark word={t('found-items:screen.toCountersign')} tone="missing" />
      ) : null}
    </StateCell>
  );
}

const RENDER = { serialNo: (row: FoundItemLine) => <ItemState row={row} /> };
