// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { UNMASKED_MS } from '../../../renderer/book/use-entry';
import { FoundItemEntry } from '../../../renderer/registers/found-items/FoundItemEntry';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import type { StoryLine } from '../../../shared/registers/shapes';
import { type Answers, DESK, type Desk, ID, ok, show, umbrella } from './desk-stub';

afterEach(() => {
  vi.useRealTimers();
});

const REPORT = {
  id: '01JD000000000000000000000R',
  serialNo: 'BS202611-0004',
  name: '长柄黑伞',
  where: '大堂',
  at: '2026-11-21T01:00:00.000Z',
  score: 8,
};

const STORY: StoryLine[] = [
  {
    seq: 7,
    at: '2026-11-21T02:00:00.000Z',
    actorName: '张伟',
    kind: 'CREATE',
    op: 'foundItems.register',
    change: { set: { name: '黑色雨伞' } },
    hash: 'aa11bb22cc33',
  },
  {
    seq: 9,
    at: '2026-11-21T03:00:00.000Z',
    actorName: '王丽华',
    kind: 'CORRECT',
    op: 'foundItems.correct',
    change: {
      set: { foundPlace: '二楼' },
      was: { foundPlace: '一楼大堂' },
      field: 'foundPlace',
      reason: '位置写错',
    },
    hash: 'dd44ee55ff66',
  },
];

function page(entry: FoundItemLine, next: string[], more: Answers = {}): Desk {
  return show(<FoundItemEntry id={ID} desk={DESK} action={null} onBack={() => undefined} />, {
    'foundItems.entry': () => ok({ entry, story: STORY, next, freeUntil: null, warnings: ['notify'] }),
    'foundItems.matches': () => ok([REPORT]),
    'foundItems.markSeen': () => ok({ seen: true }),
    ...more,
  });
}

test('a match is linked by one key and can be taken back', async () => {
  const linked: Answers = {
    'foundItems.link': () => ok({ id: ID, serialNo: 'SW202611-0001', version: 4 }),
    'foundItems.unlink': () => ok({ id: ID, serialNo: 'SW202611-0001', version: 5 }),
  };
  const desk = page(umbrella(), ['foundItems.notifyPartyA', 'foundItems.link'], linked);
  await screen.findByText('长柄黑伞');
  fireEvent.keyDown(window, { code: 'Digit1', key: '1' });
  await screen.findByText('已与 BS202611-0004 关联');
  expect(desk.sent('foundItems.link')).toEqual([{ id: ID, version: 3, lostReportId: REPORT.id }]);
  await desk.user.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(desk.sent('foundItems.unlink')).toEqual([{ id: ID, version: 4 }]));
});

test('only what may be done is offered; the first has the focus, letters open the dialogs', async () => {
  page(umbrella(), ['foundItems.notifyPartyA', 'foundItems.correct']);
  const first = await screen.findByRole('button', { name: /通知甲方/ });
  await waitFor(() => expect(document.activeElement).toBe(first));
  expect(screen.queryByRole('button', { name: /移交公安/ })).toBeNull();
  fireEvent.keyDown(window, { code: 'KeyP', key: 'p' });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(window, { code: 'KeyE', key: 'e' });
  await screen.findByRole('dialog');
});

test('the line shows corrections struck with name and time, the story says who did what with its hash', async () => {
  const strikes = [
    {
      field: 'foundPlace',
      old: '一楼大堂',
      new: '二楼',
      reason: '位置写错',
      by: '王丽华',
      at: '2026-11-21T03:00:00.000Z',
    },
  ];
  page(umbrella({ foundPlace: '二楼', strikes }), []);
  const line = await screen.findByLabelText('登记内容');
  expect(within(line).getByText('一楼大堂').tagName).toBe('S');
  within(line).getByText(/王丽华 2026-11-21 11:00/);
  const story = screen.getByRole('list', { name: '经过' });
  within(story).getByText('登记捡拾物品');
  within(story).getByText('原因：位置写错');
  within(story).getByText(/dd44ee55/);
  screen.getByText('尚未通知甲方');
});

test('another person than the recorder ends the free window by opening a fresh entry', async () => {
  const recordedAt = new Date(Date.now() - 60_000).toISOString();
  const other = page(umbrella({ recordedAt, recorderId: '01JD000000000000000000000Z' }), []);
  await waitFor(() => expect(other.sent('foundItems.markSeen')).toEqual([{ id: ID }]));
  cleanup();
  const own = page(umbrella({ recordedAt }), []);
  await screen.findByLabelText('登记内容');
  expect(own.sent('foundItems.markSeen')).toEqual([]);
});

test('unmasked values are hidden again after half a minute', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const desk = page(umbrella(), ['foundItems.notifyPartyA'], {
    'foundItems.unmask': () =>
      ok({
        finderPhone: '13812345678',
        claimantPhone: null,
        claimantDocument: null,
        collectorDocument: null,
      }),
  });
  await screen.findByText('138****5678');
  fireEvent.keyDown(window, { code: 'KeyM', key: 'm' });
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-name')).toBe('reason'));
  fireEvent.change(dialog.querySelector('[data-name=reason]')!, { target: { value: '联系本人' } });
  fireEvent.keyDown(document.activeElement!, { key: 'Enter', ctrlKey: true });
  await screen.findByText('13812345678');
  expect(desk.sent('foundItems.unmask')).toEqual([{ id: ID, reason: '联系本人' }]);
  await vi.advanceTimersByTimeAsync(UNMASKED_MS);
  await screen.findByText('138****5678');
});
