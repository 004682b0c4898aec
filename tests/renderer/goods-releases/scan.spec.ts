// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type {} from '../../../renderer/client';
import { goodsReleaseScan } from '../../../renderer/registers/goods-releases/scan';
import type { Output } from '../../../shared/api';
import type { ScannedEntry } from '../../../shared/registers/search';
import { bridge, CLERK, ok, refused } from '../support';

const ENTRY: ScannedEntry = {
  kind: 'entry',
  register: 'goodsReleases',
  entryId: '01JD0000000000000000000000',
  serialNo: 'FX202611-0001',
  title: '3-1-1502 林小雨',
  detail: '',
  state: 'released',
  at: '2026-11-21T02:00:00.000Z',
  next: 'goodsReleases.returnSlip',
  acts: ['goodsReleases.returnSlip'],
  last: null,
};
const tools = { words: { lang: 'zh-CN' as const, t: (key: string) => key }, actor: CLERK };
const SLIP = { id: ENTRY.entryId, version: 4 } as Output<'goodsReleases.entry'>['entry'];

test('a released slip is filed by the scan alone, and taken back within five seconds', async () => {
  const done = { id: ENTRY.entryId, serialNo: ENTRY.serialNo, version: 5 };
  const { inputs } = bridge({
    'goodsReleases.entry': () => ok({ entry: SLIP, story: [], next: [], freeUntil: null, warnings: [] }),
    'goodsReleases.returnSlip': () => ok(done),
    'goodsReleases.undoReturn': () => ok(done),
  });
  const answer = await goodsReleaseScan.instant?.(ENTRY, tools);
  if (!answer || 'error' in answer) throw new Error('filed at once');
  expect(answer.said).toBe('goods-releases:scan.returned');
  expect(inputs('goodsReleases.returnSlip')[0]).toMatchObject({ id: ENTRY.entryId, version: 4 });
  await answer.undo?.();
  expect(inputs('goodsReleases.undoReturn')[0]).toEqual({ id: ENTRY.entryId, version: 5 });
});

test('other states, and people who do not file, get the plain card; a refusal is said', async () => {
  const { calls } = bridge({});
  expect(await goodsReleaseScan.instant?.({ ...ENTRY, state: 'issued' }, tools)).toBeNull();
  expect(await goodsReleaseScan.instant?.({ ...ENTRY, acts: [] }, tools)).toBeNull();
  expect(calls).toEqual([]);
  bridge({ 'goodsReleases.entry': () => refused('notFound') });
  expect(await goodsReleaseScan.instant?.(ENTRY, tools)).toMatchObject({ error: { reason: 'notFound' } });
  const expired = { ...ENTRY, state: 'issued', next: 'releaseRequests.reissue' };
  expect(goodsReleaseScan.explain?.(expired, tools.words)).toBe('goods-releases:scan.expired');
  expect(goodsReleaseScan.explain?.(ENTRY, tools.words)).toBeNull();
});
