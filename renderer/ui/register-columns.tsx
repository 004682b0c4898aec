import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import type { PointerEvent, ReactNode } from 'react';
import { useMemo } from 'react';
import type { Column } from '../../shared/columns';
import { useWords } from '../i18n';
import { useActor } from './actor';
import { useRemembered } from './remembered';

/** A column the paper does not have, e.g. the state mark. */
export interface ExtraColumn<Row> {
  key: string;
  /** i18n key of the heading. */
  label: string;
  screenPx: number;
  cell: (row: Row) => ReactNode;
  /** Key of the paper column it stands behind; null puts it first. */
  after: string | null;
}

/** One column on screen: of the paper, or extra. */
export interface ScreenColumn<Row> {
  key: string;
  label: string;
  px: number;
  /** Figures stand right. */
  right: boolean;
  paper: Column<Row> | null;
  extra: ExtraColumn<Row> | null;
}

interface Choice {
  widths: Record<string, number>;
  hidden: string[];
}
const NARROWEST = 40;
const WIDEST = 900;
/** One press of + or − in the column menu, in px. */
const STEP = 20;

export interface ColumnChoice<Row> {
  all: ScreenColumn<Row>[];
  shown: ScreenColumn<Row>[];
  setWidth: (key: string, px: number | null) => void;
  toggle: (key: string) => void;
  reset: () => void;
}

/** The person's own widths and visible columns of a register, remembered at this workstation. */
export function useColumnChoice<Row>(
  register: string,
  columns: readonly Column<Row>[],
  extra: readonly ExtraColumn<Row>[],
): ColumnChoice<Row> {
  const { staffId } = useActor();
  const [choice, setChoice] = useRemembered<Choice>(staffId, `columns.${register}`, {
    widths: {},
    hidden: [],
  });
  const all = useMemo(() => {
    const order: ScreenColumn<Row>[] = [];
    const put = (after: string | null) => {
      for (const one of extra)
        if (one.after === after)
          order.push({
            key: one.key,
            label: one.label,
            px: choice.widths[one.key] ?? one.screenPx,
            right: false,
            paper: null,
            extra: one,
          });
    };
    put(null);
    for (const column of columns) {
      if (column.screenPx > 0)
        order.push({
          key: column.key,
          label: column.label,
          px: choice.widths[column.key] ?? column.screenPx,
          right: column.kind === 'count' || column.kind === 'money',
          paper: column,
          extra: null,
        });
      put(column.key);
    }
    return order;
  }, [columns, extra, choice.widths]);
  const shown = useMemo(
    () => all.filter((column) => !choice.hidden.includes(column.key)),
    [all, choice.hidden],
  );
  return {
    all,
    shown,
    setWidth: (key, px) => {
      const { [key]: _, ...widths } = choice.widths;
      setChoice({
        ...choice,
        widths:
          px === null ? widths : { ...widths, [key]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, px))) },
      });
    },
    toggle: (key) =>
      setChoice({
        ...choice,
        hidden: choice.hidden.includes(key)
          ? choice.hidden.filter((other) => other !== key)
          : [...choice.hidden, key],
      }),
    reset: () => setChoice({ widths: {}, hidden: [] }),
  };
}

/** Which columns are shown. */
export function ColumnMenu<Row>({ choice }: { choice: ColumnChoice<Row> }) {
  const { t } = useWords();
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray">
          {t('core:table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="stack column-menu">
          {choice.all.map((column) => (
            <div key={column.key} className="row apart column-line">
              <Checkbox
                label={t(column.label)}
                checked={choice.shown.some((other) => other.key === column.key)}
                disabled={choice.shown.length === 1 && choice.shown[0]?.key === column.key}
                onChange={() => choice.toggle(column.key)}
              />
              <span className="row column-steps">
                {([-STEP, STEP] as const).map((step) => (
                  <ActionIcon
                    key={step}
                    size={24}
                    aria-label={t(step < 0 ? 'core:table.narrower' : 'core:table.wider', {
                      column: t(column.label),
                    })}
                    onClick={() => choice.setWidth(column.key, column.px + step)}
                  >
                    {step < 0 ? '−' : '+'}
                  </ActionIcon>
                ))}
              </span>
            </div>
          ))}
          <Button variant="subtle" onClick={choice.reset}>
            {t('core:table.resetColumns')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface WidthHandleProps {
  px: number;
  /** Null: back to the first width. */
  onWidth: (px: number | null) => void;
}

/** The edge of a heading, for the mouse: drag to widen, double press for the first width. The keyboard has the column menu. */
export function WidthHandle({ px, onWidth }: WidthHandleProps) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget;
    const heading = handle.closest('th');
    const from = event.clientX;
    const width = heading?.getBoundingClientRect().width ?? px;
    handle.setPointerCapture(event.pointerId);
    const move = (at: globalThis.PointerEvent) => {
      if (heading) heading.style.width = `${Math.max(NARROWEST, width + at.clientX - from)}px`;
    };
    const end = (at: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      if (at.clientX !== from) onWidth(width + at.clientX - from);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
  };
  return (
    <span
      aria-hidden="true"
      className="width-handle"
      onPointerDown={onPointerDown}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
