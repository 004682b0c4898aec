import {
  type ComponentPropsWithRef,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { type TableComponents, TableVirtuoso, type TableVirtuosoHandle } from 'react-virtuoso';
import type { Column } from '../../shared/columns';
import { useWords } from '../i18n';
import { isComposing } from './keys';
import {
  ColumnMenu,
  type ExtraColumn,
  type ScreenColumn,
  useColumnChoice,
  WidthHandle,
} from './register-columns';

/** Old text of a corrected cell, struck through before the new one. */
export interface Struck {
  old: string;
  /** Reason, name and time, on hover. */
  title: string;
}

interface RegisterTableProps<Row> {
  /** Name the person's widths are remembered under. */
  register: string;
  /** What the list holds, for screen readers. */
  label: string;
  /** The register's one column list: same order and words as the paper. */
  columns: readonly Column<Row>[];
  /** Columns the paper does not have. Give a constant. */
  extra?: readonly ExtraColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Enter or a press on a line. */
  onOpen: (row: Row) => void;
  /** Own drawing of a paper cell, by column key; default is the column's text. */
  render?: Partial<Record<string, (row: Row) => ReactNode>>;
  /** Struck old values of a cell. */
  struck?: (row: Row, column: Column<Row>) => readonly Struck[];
  /** The line is void: number and line stay, struck through. */
  voided?: (row: Row) => boolean;
  /** The end comes near and there is more to fetch. */
  onMore?: () => void;
  /** How many lines match, and whether that is only a lower bound (1000+). */
  total?: { count: number; more: boolean };
  /** Left of the bar above the lines: filters. */
  filters?: ReactNode;
  /** Right of the bar: export, print. */
  actions?: ReactNode;
  /** Shown instead of lines when there are none. */
  empty: ReactNode;
  /** The first page is still being asked. */
  loading?: boolean;
}

interface Seat {
  active: number;
  rowId: (index: number) => string;
  open: (index: number) => void;
  isVoid: (index: number) => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  label: string;
  count: number;
}

const NO_EXTRA: readonly never[] = [];

/** The book on screen: thousands of lines, only the visible ones drawn; read and walked by keyboard alone. */
export function RegisterTable<Row>(props: RegisterTableProps<Row>) {
  const { rows, rowKey, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const choice = useColumnChoice(props.register, props.columns, props.extra ?? NO_EXTRA);
  const list = useRef<TableVirtuosoHandle>(null);
  const base = useId();
  const [active, setActive] = useState(0);
  const here = Math.min(active, Math.max(0, rows.length - 1));
  useEffect(() => {
    if (active !== here) setActive(here);
  }, [active, here]);

  const go = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setActive(to);
    list.current?.scrollIntoView({ index: to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(here + 1),
      ArrowUp: () => go(here - 1),
      PageDown: () => go(here + 15),
      PageUp: () => go(here - 15),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      Enter: () => rows[here] && onOpen(rows[here]),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  const seat: Seat = {
    active: here,
    rowId: (index) => `${base}-${index}`,
    open: (index) => {
      setActive(index);
      if (rows[index]) onOpen(rows[index]);
    },
    isVoid: (index) => Boolean(rows[index] && props.voided?.(rows[index])),
    onKeyDown,
    label: props.label,
    count: rows.length,
  };
  const cell = (row: Row, column: ScreenColumn<Row>): ReactNode => {
    if (!column.paper) return column.extra?.cell(row);
    const struck = props.struck?.(row, column.paper) ?? [];
    const own = props.render?.[column.key];
    return (
      <>
        {struck.map((old) => (
          <s key={old.title + old.old} className="struck" title={old.title}>
            {old.old}
          </s>
        ))}
        {own ? own(row) : daysWhole(column.paper.cell(row, words))}
      </>
    );
  };

  return (
    <section className="register-table sheet">
      <div className="register-bar row apart">
        <div className="row grow">{props.filters}</div>
        <div className="row">
          {props.total ? (
            <span className="quiet small number" role="status">
              {t(props.total.more ? 'core:table.totalMore' : 'core:table.total', {
                count: props.total.count,
              })}
            </span>
          ) : null}
          {props.actions}
          <ColumnMenu choice={choice} />
        </div>
      </div>
      {rows.length === 0 ? (
        <div className="register-empty">
          {props.loading ? <p className="quiet">{t('core:loading')}</p> : props.empty}
        </div>
      ) : (
        <TableVirtuoso<Row, Seat>
          ref={list}
          className="register-lines"
          data={rows}
          context={seat}
          components={PARTS as TableComponents<Row, Seat>}
          computeItemKey={(_, row) => rowKey(row)}
          defaultItemHeight={33}
          increaseViewportBy={400}
          {...(props.onMore ? { endReached: props.onMore } : {})}
          fixedHeaderContent={() => (
            <tr>
              {choice.shown.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.right ? 'right' : undefined}
                  style={{ width: column.px }}
                >
                  {t(column.label)}
                  <WidthHandle px={column.px} onWidth={(px) => choice.setWidth(column.key, px)} />
                </th>
              ))}
            </tr>
          )}
          itemContent={(_, row) =>
            choice.shown.map((column) => (
              <td key={column.key} className={column.right ? 'right' : undefined}>
                {cell(row, column)}
              </td>
            ))
          }
        />
      )}
    </section>
  );
}

/** Narrow cells wrap, but never inside a day: 2026-11-22 stays in one piece. */
function daysWhole(text: string): ReactNode {
  const parts = text.split(/(\d{4}-\d{2}-\d{2})/);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
      <span key={index} className="number">
        {part}
      </span>
    ),
  );
}

type Given<T extends 'div' | 'table' | 'tr'> = ComponentPropsWithRef<T> & { context?: Seat };

/** Virtuoso's parts; stable, so lines keep their place while data changes. */
const PARTS: TableComponents<unknown, Seat> = {
  Scroller: ({ context, ...rest }: Given<'div'>) => (
    // biome-ignore lint/a11y/useSemanticElements: the scrolled frame of a virtual table is a grid, not a table element
    <div
      {...rest}
      role="grid"
      tabIndex={0}
      aria-label={context?.label}
      aria-rowcount={context?.count}
      aria-activedescendant={context ? context.rowId(context.active) : undefined}
      onKeyDown={context?.onKeyDown}
    />
  ),
  Table: ({ context: _, ...rest }: Given<'table'>) => <table {...rest} />,
  TableRow: ({ context, item: _, ...rest }: Given<'tr'> & { item?: unknown; 'data-index'?: number }) => {
    const index = rest['data-index'] ?? 0;
    const classes = [context?.active === index ? 'active' : '', context?.isVoid(index) ? 'void' : '']
      .join(' ')
      .trim();
    return (
      <tr
        {...rest}
        id={context?.rowId(index)}
        className={classes || undefined}
        aria-selected={context?.active === index}
        onClick={() => context?.open(index)}
      />
    );
  },
};
