// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CloseReport, Dispose } from '../../../renderer/registers/found-items/dialogs/simple';
import type { LostReportLine } from '../../../shared/registers/lost-reports';
import { COLLEAGUE, DESK, ID, ok, refused, show, umbrella } from '../found-items/desk-stub';

/** The dialog of a simple act, on the example of two of the found-item room. */

const nothing = () => undefined;
const field = (name: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`[data-name="${name}"]`)!;
const props = { desk: DESK, onClose: nothing, onDone: nothing, onOther: nothing };
const REPORT: LostReportLine = {
  id: ID,
  serialNo: 'BS202611-0004',
  scanCode: '022611000043',
  state: 'open',
  version: 2,
  subject: 'thing',
  category: 'umbrella',
  name: '长柄黑伞',
  features: null,
  lostPlace: '大堂',
  lostFrom: '2026-11-21T01:00:00.000Z',
  lostTo: '2026-11-21T01:00:00.000Z',
  reporterName: '周芳',
  reporterPhone: null,
  reporterUnit: null,
  broadcastNo: null,
  foundItemId: null,
  result: null,
  closedAt: null,
  closedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
  note: null,
  recordedAt: '2026-11-21T01:10:00.000Z',
  recorderId: ID,
  recorderName: '李晓燕',
  strikes: [],
  foundSerialNo: null,
};

test('fields by keyboard, the second person with them; a refusal keeps all but the PIN', async () => {
  const desk = show(<Dispose entry={umbrella()} {...props} />, {
    'foundItems.dispose': () => refused('foundItems.wrongState', { state: 'claimed' }),
  });
  await waitFor(() => expect(document.activeElement).toBe(field('manner')));
  screen.getByText(/处置须两人/);
  await desk.user.keyboard('销毁{Enter}包装破损{Enter}{Enter}李娜{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('second.pin')));
  await desk.user.keyboard('482915{Control>}{Enter}{/Control}');
  await screen.findByText(/这件物品现在是“失主认领”/);
  expect(desk.sent('foundItems.dispose')).toEqual([
    {
      id: ID,
      version: 3,
      manner: '销毁',
      reason: '包装破损',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      second: { how: 'pin', staffId: COLLEAGUE.staffId, pin: '482915' },
    },
  ]);
  expect(field('reason').value).toBe('包装破损');
  expect(field('second.pin').value).toBe('');
});

test('the draft survives Esc and is gone once committed; an act without a second person sends none', async () => {
  const answers = { 'lostReports.close': () => ok({ id: ID, serialNo: REPORT.serialNo, version: 3 }) };
  const first = show(<CloseReport entry={REPORT} {...props} />, answers);
  await first.user.type(field('result'), '失主已自行找到');
  await first.user.keyboard('{Escape}');
  cleanup();
  const second = show(<CloseReport entry={REPORT} {...props} />, answers);
  expect(field('result').value).toBe('失主已自行找到');
  field('result').focus();
  await second.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(second.sent('lostReports.close')).toEqual([{ id: ID, version: 2, result: '失主已自行找到' }]),
  );
  cleanup();
  show(<CloseReport entry={REPORT} {...props} />, answers);
  expect(field('result').value).toBe('');
});
