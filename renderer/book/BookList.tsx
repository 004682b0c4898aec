import { Button, Kbd } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Column } from '../../shared/columns';
import type { PrintRequest } from '../../shared/registers/prints';
import type { Permit } from '../../shared/roles';
import { hasWords, useWords } from '../i18n';
import type { OpFailed } from '../queries';
import { EmptyState } from '../ui/EmptyState';
import { PrintPreview } from '../ui/PrintPreview';
import { RegisterTable } from '../ui/RegisterTable';
import { ErrorLine } from '../ui/refusal';
import type { ExtraColumn } from '../ui/register-columns';
import { BookFilters, type BookFiltersProps } from './BookFilters';
import { type BookForms, type Exported, ExportMenu, PrintMenu } from './BookMenus';
import { type Book, bookLabel, type LineStrike } from './book';
import type { Desk } from './desk';
import { isFiltered } from './filters';
import { cellStrikes } from './strikes';

/** What every line of a list has. */
export interface ListRow {
  id: string;
  state?: string;
  strikes?: readonly LineStrike[];
}

/** Keyset pages as `useOpPages('<register>.list', …)` answers them. */
export interface Pages<Row> {
  data: { pages: readonly { rows: readonly Row[]; total: number; more: boolean }[] } | undefined;
  error: OpFailed | null;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface BookListProps<Row extends ListRow> {
  book: Book;
  desk: Desk;
  list: Pages<Row>;
  columns: readonly Column<Row>[];
  /** Own drawing of a paper cell by column key. Give a constant. */
  render?: Partial<Record<string, (row: Row) => ReactNode>>;
  /** Columns the paper does not have. Give a constant. */
  extra?: readonly ExtraColumn<Row>[];
  onOpen: (id: string) => void;
  /** States, selects, by day, by person, and the filter itself. */
  filters: Omit<BookFiltersProps, 'book'>;
  /** 导出, for whoever holds the permit. */
  exported?: Exported & { permit: Permit };
  /** 打印, for whoever holds the permit. */
  prints?: BookForms & { permit: Permit };
  /** A book without a strip: N and this button open its form. */
  onNew?: (() => void) | undefined;
  /** Further buttons of the bar. */
  actions?: ReactNode;
}

/** The book itself: filters, menus, lines with their corrections struck, keyset pages; empty, it teaches. */
export function BookList<Row extends ListRow>(props: BookListProps<Row>) {
  const { book, desk, list, exported, prints, filters } = props;
  const words = useWords();
  const { t } = words;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const [first] = list.data?.pages ?? [];
  const [paper, setPaper] = useState<PrintRequest | null>(null);
  return (
    <>
      <ErrorLine error={list.error?.error} />
      <RegisterTable<Row>
        register={book.register}
        label={t(bookLabel(book))}
        columns={props.columns}
        {...(props.render ? { render: props.render } : {})}
        {...(props.extra ? { extra: props.extra } : {})}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => props.onOpen(row.id)}
        struck={(row, column) => (hasStrikes(row) ? cellStrikes(row, column, words) : [])}
        voided={(row) => row.state === 'voided'}
        onMore={() => {
          if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
        }}
        {...(first ? { total: { count: first.total, more: first.more } } : {})}
        loading={list.isPending}
        filters={<BookFilters book={book} {...filters} />}
        actions={
          <>
            {props.onNew ? (
              <Button data-new onClick={props.onNew}>
                {t('book:action.new')} <Kbd size="xs">N</Kbd>
              </Button>
            ) : null}
            {props.actions}
            {exported && desk.may(exported.permit) ? (
              <ExportMenu register={exported.register} filter={exported.filter} />
            ) : null}
            {prints && desk.may(prints.permit) ? <PrintMenu forms={prints} onPrint={setPaper} /> : null}
          </>
        }
        empty={<EmptyBook book={book} filtered={isFiltered(filters.value)} />}
      />
      <PrintPreview request={paper} onClose={() => setPaper(null)} />
    </>
  );
}

const hasStrikes = <Row extends ListRow>(row: Row): row is Row & { strikes: readonly LineStrike[] } =>
  row.strikes !== undefined;

/** `<ns>:empty.<register>`, `….<register>Key` (what N does) and `….<register>Rule` (where the rule comes from). */
function EmptyBook({ book, filtered }: { book: Book; filtered: boolean }) {
  const { t } = useWords();
  if (filtered) return <EmptyState what={t('book:empty.filtered')} />;
  const key = `${book.ns}:empty.${book.register}`;
  return (
    <EmptyState
      what={t(key)}
      {...(hasWords(`${key}Key`) ? { shortcut: { keys: 'N', does: t(`${key}Key`) } } : {})}
      {...(hasWords(`${key}Rule`) ? { rule: t(`${key}Rule`) } : {})}
    />
  );
}
