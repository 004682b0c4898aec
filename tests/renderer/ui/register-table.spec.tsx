// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EmptyState } from '../../../renderer/ui/EmptyState';
import { RegisterTable } from '../../../renderer/ui/RegisterTable';
import type { Column } from '../../../shared/columns';
import { bridge, CLERK, show } from '../support';

interface Line {
  id: string;
  no: string;
  name: string;
  count: number;
  void: boolean;
}
const column = (key: 'no' | 'name' | 'count', screenPx: number): Column<Line> => ({
  key,
  kind: key === 'count' ? 'count' : 'text',
  label: `found-items:column.${key === 'no' ? 'serialNo' : key === 'count' ? 'quantity' : 'name'}`,
  paperMm: 20,
  screenPx,
  cell: (row) => String(row[key]),
  fields: [key],
});
const COLUMNS = [column('no', 120), column('name', 200), column('count', 60)];
const LINES: Line[] = Array.from({ length: 12 }, (_, index) => ({
  id: `id${index}`,
  no: `SW202611-${String(index + 1).padStart(4, '0')}`,
  name: `雨伞${index + 1}`,
  count: index + 1,
  void: index === 2,
}));

function book(onOpen: (row: Line) => void = () => undefined, rows: readonly Line[] = LINES) {
  return (
    <RegisterTable<Line>
      register="test"
      label="登记簿"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      voided={(row) => row.void}
      struck={(row, { key }) =>
        row.id === 'id1' && key === 'name' ? [{ old: '雨衣', title: '写错 李晓燕 2026-11-21 09:30' }] : []
      }
      total={{ count: 1000, more: true }}
      empty={<EmptyState what="这本簿子记捡拾物品。" shortcut={{ keys: 'N', does: '登记' }} />}
    />
  );
}

beforeEach(() => {
  bridge({});
});

describe('the register on screen', () => {
  it('has the columns of the paper, in its order, and says how many lines match', async () => {
    show(book());
    await screen.findByText('SW202611-0001');
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(['编号', '物品名称', '数量']);
    expect(screen.getByText('1000 条以上')).toBeTruthy();
  });

  it('is walked and opened by keyboard alone', async () => {
    const onOpen = vi.fn();
    show(book(onOpen));
    await screen.findByText('SW202611-0001');
    const grid = screen.getByRole('grid', { name: '登记簿' });
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(onOpen.mock.lastCall?.[0]).toBe(LINES[1]);
    await userEvent.keyboard('{End}{Enter}{Home}{Enter}');
    expect(onOpen.mock.calls.map(([row]) => row.id)).toEqual(['id1', 'id11', 'id0']);
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('SW202611-0001');
  });

  it('draws corrections struck before the new value and void lines struck as a whole', async () => {
    show(book());
    const old = await screen.findByText('雨衣');
    expect(old.tagName).toBe('S');
    expect(old.title).toContain('李晓燕');
    expect(old.closest('td')?.textContent).toBe('雨衣雨伞2');
    expect(screen.getByText('雨伞3').closest('tr')?.className).toContain('void');
  });

  it('remembers hidden columns for this person only', async () => {
    const { unmount } = show(book());
    await screen.findByText('SW202611-0001');
    await userEvent.click(screen.getByRole('button', { name: '列' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('checkbox', { name: '数量' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: /数量/ })).toBeNull());
    unmount();
    const again = show(book());
    await screen.findByText('SW202611-0001');
    expect(screen.queryByRole('columnheader', { name: /数量/ })).toBeNull();
    again.unmount();
    show(book(), { ...CLERK, staffId: '01JD0THER0000000000000000C' });
    await screen.findByText('SW202611-0001');
    expect(screen.getByRole('columnheader', { name: /数量/ })).toBeTruthy();
  });

  it('teaches when it is empty', () => {
    show(book(undefined, []));
    expect(screen.getByText('这本簿子记捡拾物品。')).toBeTruthy();
  });
});
