// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import FoundItemsTab from '../../../renderer/registers/found-items/FoundItemsTab';
import type { OpenRequest } from '../../../renderer/registers/open';
import { type Answers, type Desk, ID, ok, show, umbrella } from '../found-items/desk-stub';

/** A tab of books, on the example of the found-item room: what every room's tab does by itself. */

const EMPTY = { rows: [], next: null, total: 0, more: false };
const ANSWERS: Answers = {
  'foundItems.counts': () => ok({ notify: 2, partyA: 1, disposal: 0, cosign: 0, long: 4 }),
  'foundItems.list': () => ok({ rows: [umbrella()], next: null, total: 1, more: false }),
  'lostReports.list': () => ok(EMPTY),
  'foundItems.entry': () => ok({ entry: umbrella(), story: [], next: [], freeUntil: null, warnings: [] }),
};
const ask = (part: Partial<OpenRequest>): OpenRequest => ({
  register: 'foundItems',
  entryId: null,
  action: null,
  need: null,
  turn: 1,
  ...part,
});
const tab = (open: OpenRequest | null = null): Desk => show(<FoundItemsTab open={open} />, ANSWERS);
const filters = (desk: Desk) => desk.sent('foundItems.list').map(({ filter }) => filter.need ?? null);
const focused = () => document.activeElement?.getAttribute('data-name');

test('N goes to the first field of the strip, Esc back to the lines', async () => {
  const desk = tab();
  await screen.findByText('黑色雨伞');
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  expect(focused()).toBe('category');
  // The first Esc closes the open list of categories.
  await desk.user.keyboard('{Escape}{Escape}');
  expect(document.activeElement?.getAttribute('role')).toBe('grid');
});

test('a count is a door to its list and back; the words may name a limit of the office', async () => {
  const desk = tab();
  const door = await screen.findByRole('button', { name: /超过 30 天未处理/ });
  await waitFor(() => expect(door.textContent).toContain('4'));
  await desk.user.click(door);
  await waitFor(() => expect(filters(desk)).toEqual([null, 'long']));
  expect(door.getAttribute('aria-pressed')).toBe('true');
  await desk.user.click(door);
  expect(door.getAttribute('aria-pressed')).toBe('false');
});

test('book and ticks are remembered for the person, names and text are not', async () => {
  const desk = tab();
  await desk.user.click(await screen.findByRole('tab', { name: '报失登记' }));
  await desk.user.type(await screen.findByPlaceholderText('查找'), '伞');
  await desk.user.type(screen.getByPlaceholderText('起始日'), '2026-11-01');
  await waitFor(() => expect(JSON.stringify(localStorage)).toContain('2026-11-01'));
  expect(JSON.stringify(localStorage)).toContain('lostReports');
  expect(JSON.stringify(localStorage)).not.toContain('伞');
});

test('asked for a need from elsewhere, the list shows it once; turning books does not bring it back', async () => {
  const desk = tab(ask({ need: 'disposal' }));
  const door = await screen.findByRole('button', { name: /到期待处置/ });
  await waitFor(() => expect(door.getAttribute('aria-pressed')).toBe('true'));
  await desk.user.click(door);
  await desk.user.click(screen.getByRole('tab', { name: '报失登记' }));
  await desk.user.click(screen.getByRole('tab', { name: '捡拾登记' }));
  const again = await screen.findByRole('button', { name: /到期待处置/ });
  expect(again.getAttribute('aria-pressed')).toBe('false');
});

test('asked for a new entry, the focus is in the strip; asked for an entry, it stands in front and Esc closes it', async () => {
  tab(ask({ action: 'foundItems.register' }));
  await waitFor(() => expect(focused()).toBe('category'));
  document.body.innerHTML = '';
  tab(ask({ entryId: ID }));
  await screen.findByRole('article', { name: 'SW202611-0001' });
  act(() => {
    fireEvent.keyDown(document.body, { key: 'Escape' });
  });
  expect(screen.queryByRole('article')).toBeNull();
});
