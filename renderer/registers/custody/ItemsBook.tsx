import type { Input } from '../../../shared/api';
import { CUSTODY_NEEDS } from '../../../shared/registers/custody-items';
import { CUSTODY_COLUMNS } from '../../../shared/registers/custody-items.columns';
import {
  CUSTODY_FORBIDDEN,
  CUSTODY_KINDS,
  CUSTODY_STATES,
  type CustodyItemLine,
} from '../../../shared/registers/custody-items.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { COUNT, DAY, PHONE, TIME } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { TICK } from '../../book/tick';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { CUSTODY_ITEMS } from './books';
import './custody.css';
import { UNIT } from '../units/unit-editor';
import { choice, NAME, suggestOf } from './editors';
import { itemTone } from './tones';

/** 物品托管登记 (S17, F24): the strip on top in the order of the paper, the book below. */
export function ItemsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'custodyItems.list'>['filter'] = {
    need: needOf(filter, CUSTODY_NEEDS),
    states: ticked(filter.states, CUSTODY_STATES),
    kinds: ticked(filter.picks.kinds, CUSTODY_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('custodyItems.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('custodyItems.keep') ? (
        <QuickForm
          op="custodyItems.register"
          book={CUSTODY_ITEMS}
          label={t('custody:screen.quickItem')}
          place={strip}
          onBack={onBack}
          paper="custodyTag"
          fields={() => [
            { name: 'depositorName', editor: NAME, required: true },
            { name: 'depositorPhone', editor: PHONE, required: true },
            {
              name: 'kind',
              editor: choice('kind', [...CUSTODY_KINDS, ...CUSTODY_FORBIDDEN]),
              required: true,
            },
            { name: 'itemName', editor: { kind: 'text', max: 60 }, required: true },
            { name: 'quantity', editor: COUNT, required: true, first: '1' },
            { name: 'dueOn', editor: DAY, required: true },
            { name: 'storagePlace', editor: suggestOf(desk.settings.storagePlaces), required: true },
            { name: 'declared', editor: TICK, required: true },
            { name: 'unitId', editor: UNIT },
            { name: 'features', editor: { kind: 'text', max: 120 } },
            { name: 'collectorNames', editor: { kind: 'text', max: 80 } },
            { name: 'tagNo', editor: { kind: 'text', max: 20 } },
            { name: 'valueNote', editor: { kind: 'text', max: 60 } },
            { name: 'keptAt', editor: TIME },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
          more={(typed) => ({ declared: typed.declared === 'yes' })}
        />
      ) : null}
      <BookList<CustodyItemLine>
        book={CUSTODY_ITEMS}
        desk={desk}
        list={list}
        columns={CUSTODY_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: CUSTODY_STATES,
          byPerson: true,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(CUSTODY_ITEMS, 'kind')),
              choices: CUSTODY_KINDS.map((kind) => ({ value: kind, label: t(`custody:kind.${kind}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'custodyItems.export', register: 'custodyItems', filter: asked }}
        prints={{ permit: 'custodyItems.print', months: ['F24'], blank: ['F24', 'custodyTag'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: CustodyItemLine) => <StateCell book={CUSTODY_ITEMS} row={row} tone={itemTone(row)} />,
};
