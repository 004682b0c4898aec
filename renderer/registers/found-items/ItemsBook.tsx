import { type RefObject, useMemo, useState } from 'react';
import { dayOf } from '../../../shared/dates';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import {
  FOUND_ITEM_OPEN,
  FOUND_ITEM_STATES,
  type FoundItemLine,
} from '../../../shared/registers/found-items.row';
import type { PrintRequest } from '../../../shared/registers/prints';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { EmptyState } from '../../ui/EmptyState';
import { nowIso } from '../../ui/fields/TimeField';
import { PrintPreview } from '../../ui/PrintPreview';
import { RegisterTable } from '../../ui/RegisterTable';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { BookFilters } from './BookFilters';
import { ExportMenu, PrintMenu } from './BookMenus';
import type { Desk } from './desk';
import { type BookFilter, itemFilter, NO_FILTER } from './filters';
import { QuickAddItem } from './QuickAddItem';
import { cellStrikes } from './strikes';
import { itemTone } from './tones';

interface ItemsBookProps {
  desk: Desk;
  filter: BookFilter;
  onFilter: (filter: BookFilter) => void;
  onOpen: (id: string) => void;
  /** The quick-add strip and the way back from it to the lines. */
  strip: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** 物品捡拾登记: the strip to type in, then the book itself, columns as on F01. */
export function ItemsBook({ desk, filter, onFilter, onOpen, strip, onBack }: ItemsBookProps) {
  const words = useWords();
  const { t } = words;
  const asked = itemFilter(filter);
  const list = useOpPages('foundItems.list', { filter: asked, limit: 100 });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const [first] = list.data?.pages ?? [];
  const [paper, setPaper] = useState<PrintRequest | null>(null);
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const states = FOUND_ITEM_STATES.map((state) => ({ value: state, label: t(`found-items:state.${state}`) }));

  return (
    <>
      {desk.may('foundItems.register') ? <QuickAddItem desk={desk} place={strip} onBack={onBack} /> : null}
      <ErrorLine error={list.error?.error} />
      <RegisterTable<FoundItemLine>
        register="foundItems"
        label={t('found-items:screen.book.foundItems')}
        columns={FOUND_ITEM_COLUMNS}
        render={RENDER}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        struck={(row, column) => cellStrikes(row, column, words)}
        voided={(row) => row.state === 'voided'}
        onMore={() => {
          if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
        }}
        {...(first ? { total: { count: first.total, more: first.more } } : {})}
        loading={list.isPending}
        filters={<BookFilters desk={desk} states={states} byPerson value={filter} onChange={onFilter} />}
        actions={
          <>
            {desk.may('foundItems.export') ? <ExportMenu register="foundItems" filter={asked} /> : null}
            {desk.may('foundItems.print') ? <PrintMenu onPrint={setPaper} /> : null}
          </>
        }
        empty={
          filtered ? (
            <EmptyState what={t('found-items:empty.filtered')} />
          ) : (
            <EmptyState
              what={t('found-items:empty.foundItems')}
              shortcut={{ keys: 'N', does: t('found-items:empty.foundItemsKey') }}
              rule={t('found-items:empty.foundItemsRule')}
            />
          )
        }
      />
      <PrintPreview request={paper} onClose={() => setPaper(null)} />
    </>
  );
}

/** Under the number: word, shape and colour; overdue when its category's days are over. */
function ItemState({ row }: { row: FoundItemLine }) {
  const { t } = useWords();
  const open = FOUND_ITEM_OPEN.includes(row.state);
  const due = open && row.disposalDueOn !== null && row.disposalDueOn <= dayOf(nowIso());
  return (
    <span className="state-cell">
      <span className="number">{row.serialNo}</span>
      <StateMark word={t(`found-items:state.${row.state}`)} tone={itemTone(row.state, due)} />
      {row.confirmer2How === 'pending' && row.state !== 'voided' ? (
        <StateMark word={t('found-items:mark.pending')} tone="missing" />
      ) : null}
      {open && row.valuable === 1 && row.countersignedAt === null ? (
        <StateMark word={t('found-items:screen.toCountersign')} tone="missing" />
      ) : null}
      {row.late ? <span className="late-mark">{t('found-items:screen.late')}</span> : null}
    </span>
  );
}

const RENDER = { serialNo: (row: FoundItemLine) => <ItemState row={row} /> };
