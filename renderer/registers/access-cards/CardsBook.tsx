import type { Input } from '../../../shared/api';
import { ACCESS_CARD_NEEDS } from '../../../shared/registers/access-cards';
import { ACCESS_CARD_COLUMNS } from '../../../shared/registers/access-cards.columns';
import {
  ACCESS_CARD_STATES,
  type AccessCardLine,
  CARD_KINDS,
} from '../../../shared/registers/access-cards.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { ACCESS_CARDS } from './books';
import { QuickAddCard } from './QuickAddCard';
import { cardTone } from './tones';

/** 业主卡/出入证领用登记 (S32, F40): the strip on top, the book below. */
export function CardsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'accessCards.list'>['filter'] = {
    need: needOf(filter, ACCESS_CARD_NEEDS),
    states: ticked(filter.states, ACCESS_CARD_STATES),
    kinds: ticked(filter.picks.kinds, CARD_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('accessCards.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('accessCards.issue') ? <QuickAddCard place={strip} onBack={onBack} /> : null}
      <BookList<AccessCardLine>
        book={ACCESS_CARDS}
        desk={desk}
        list={list}
        columns={ACCESS_CARD_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: ACCESS_CARD_STATES,
          byPerson: true,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(ACCESS_CARDS, 'kind')),
              choices: CARD_KINDS.map((kind) => ({ value: kind, label: t(`access-cards:kind.${kind}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'accessCards.export', register: 'accessCards', filter: asked }}
        prints={{ permit: 'accessCards.print', months: ['F40'], blank: ['F40'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: AccessCardLine) => <StateCell book={ACCESS_CARDS} row={row} tone={cardTone(row)} />,
};
