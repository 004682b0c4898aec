import type { Input } from '../../../shared/api';
import { SHIFT_SWAP_COLUMNS } from '../../../shared/registers/rosters.columns';
import { SWAP_NEEDS } from '../../../shared/registers/shift-swaps';
import { type ShiftSwapLine, SWAP_STATES } from '../../../shared/registers/shift-swaps.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { SHIFT_SWAPS } from './books';
import { STAFF, shiftOf } from './fields';
import { swapTone } from './tones';

/** 换班 (S81): the strip asks for a swap of one's own shift, what was asked below. */
export function SwapsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'shiftSwaps.list'>['filter'] = {
    need: needOf(filter, SWAP_NEEDS),
    states: ticked(filter.states, SWAP_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('shiftSwaps.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('shiftSwaps.ask') ? (
        <QuickForm
          op="shiftSwaps.register"
          book={SHIFT_SWAPS}
          label={t('rosters:screen.askSwap')}
          place={strip}
          onBack={onBack}
          fields={(typed) => [
            { name: 'cellId', editor: shiftOf(desk.actor.staffId), required: true },
            { name: 'colleagueId', editor: STAFF, required: true },
            { name: 'otherCellId', editor: shiftOf(typed.colleagueId ?? '') },
            { name: 'reason', editor: { kind: 'text', max: 200 }, required: true },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
          more={(typed) => ({
            cellId: typed.cellId ?? '',
            colleagueId: typed.colleagueId ?? '',
            otherCellId: typed.otherCellId || null,
          })}
          follow={(part): Record<string, string> => ('colleagueId' in part ? { otherCellId: '' } : {})}
        />
      ) : null}
      <BookList<ShiftSwapLine>
        book={SHIFT_SWAPS}
        desk={desk}
        list={list}
        columns={SHIFT_SWAP_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: SWAP_STATES, byPerson: true, value: filter, onChange: onFilter }}
        exported={{ permit: 'shiftSwaps.export', register: 'shiftSwaps', filter: asked }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: ShiftSwapLine) => <StateCell book={SHIFT_SWAPS} row={row} tone={swapTone(row)} />,
};
