// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { bookLabel, needLabel, opLabel } from '../../../renderer/book/book';
import { hasWords } from '../../../renderer/i18n';
import { BOARDS } from '../../../renderer/registers/boards';
import { OpenContext } from '../../../renderer/registers/open';
import TodayTab from '../../../renderer/workspace/TodayTab';
import { type Answers, bridge, CLERK, ok, show } from '../support';

const ANSWERS: Answers = {
  'office.settings': () => ok({ ...DEFAULT_SETTINGS, versions: {} }),
  'foundItems.counts': () => ok({ notify: 3, partyA: 0, disposal: 1, cosign: 0, long: 0 }),
  'search.recent': () => ok([]),
  'today.board': () => ok({ now: '2026-11-27T01:00:00.000Z', clock: [], reminders: [] }),
};

test('each board has its words, and every count is a door to its list', async () => {
  for (const { counts, fresh } of BOARDS) {
    const keys = [bookLabel(counts.book), ...counts.needs.map((need) => needLabel(counts.book, need))];
    if (fresh) keys.push(opLabel(counts.book, fresh.op));
    expect(keys.filter((key) => !hasWords(key))).toEqual([]);
  }
  bridge(ANSWERS);
  const open = vi.fn();
  show(
    <OpenContext.Provider value={open}>
      <TodayTab open={null} />
    </OpenContext.Provider>,
  );
  const board = within(await screen.findByRole('region', { name: '捡拾登记' }));
  const late = board.getByRole('button', { name: /到期待处置/ });
  await waitFor(() => expect(late.textContent).toContain('1'));
  expect(late.className).toContain('late');
  // Among many boards only what waits is listed.
  expect(board.queryByRole('button', { name: /待甲方领取/ })).toBeNull();
  await userEvent.click(late);
  await userEvent.click(board.getByRole('button', { name: '登记捡拾物品' }));
  expect(open.mock.calls).toEqual([
    [{ register: 'foundItems', need: 'disposal' }],
    [{ register: 'foundItems', action: 'foundItems.register' }],
  ]);
});

test('a board whose permit is missing is not drawn', async () => {
  const desk = bridge(ANSWERS);
  show(<TodayTab open={null} />, { ...CLERK, roles: ['sysAdmin'] });
  await screen.findByText(/没有需要处理的登记簿/);
  expect(desk.inputs('foundItems.counts')).toEqual([]);
});
