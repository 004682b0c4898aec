// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { ReleaseStrip } from '../../../renderer/registers/goods-releases/ReleaseStrip';
import { type Answers, bridge, CLERK, ok, refused, show } from '../support';

const ID = '01JD0000000000000000000000';
const MANAGER = { staffId: '01JD000000000000000000000B', staffNo: 'S001', name: '周建国', initials: 'zjg' };
const DESK = { actor: CLERK, settings: { ...DEFAULT_SETTINGS, versions: {} }, may: () => true };

const DOOR: Answers = {
  'office.settings': () => ok({ ...DEFAULT_SETTINGS, versions: {} }),
  'staff.seconds': () => ok([MANAGER]),
  'units.suggest': () => ok([]),
  'parties.suggest': () => ok([]),
  'releaseRequests.last': () => ok(null),
  'releaseRequests.suggest': ({ field }) =>
    ok(field === 'goods' ? [{ value: '沙发', hint: '张', spec: '三人位', unit: '张' }] : []),
  'releaseRequests.request': () => ok({ id: ID, version: 1, state: 'pending' }),
  'releaseRequests.change': () => ok({ id: ID, version: 2, state: 'pending' }),
  'goodsReleases.issue': () =>
    ok({
      id: ID,
      serialNo: 'FX202611-0001',
      version: 1,
      scanCode: '142611000014',
      validTo: '2026-11-21T15:59:59.999Z',
    }),
  'prints.run': () => ok({ pages: 3, path: null, cancelled: false }),
};

function strip(over: Answers = {}) {
  const { inputs } = bridge({ ...DOOR, ...over });
  show(<ReleaseStrip desk={DESK} place={{ current: null }} onBack={() => undefined} />);
  return { user: userEvent.setup(), inputs };
}
const field = (name: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`[data-name="${name}"]`)!;
const focused = (name: string) => waitFor(() => expect(document.activeElement).toBe(field(name)));

/** Place, owner, relation, handler, document: all by Enter. */
async function typePeople(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await waitFor(() => expect(field('form.unitName')).toBeTruthy());
  field('form.unitName').focus();
  await user.keyboard('3-1-1502{Enter}林小雨{Enter}');
  await focused('form.relation');
  await user.keyboard('{Enter}{Enter}{Enter}3418{Enter}');
  await focused('form.goods.0.name');
}

test('goods line by line: a whole line at once, cell by cell, and out of the list by Enter', async () => {
  const { user } = strip();
  await typePeople(user);
  await user.keyboard('冰箱×1台{Enter}');
  await focused('form.goods.1.name');
  expect([
    field('form.goods.0.name').value,
    field('form.goods.0.quantity').value,
    field('form.goods.0.unit').value,
  ]).toEqual(['冰箱', '1', '台']);
  // Cell by cell, what stood beside the name last time comes along.
  fireEvent.change(field('form.goods.1.name'), { target: { value: '沙发' } });
  await waitFor(() => expect(field('form.goods.1.unit').value).toBe('张'));
  expect(field('form.goods.1.spec').value).toBe('三人位');
  await user.keyboard('{Enter}');
  await focused('form.goods.1.spec');
  await user.keyboard('{Enter}{Control>}a{/Control}2{Enter}{Enter}{Enter}');
  await focused('form.goods.2.name');
  await user.keyboard('{Enter}');
  await focused('form.route');
});

test('Ctrl+Delete takes a line off; a pasted list becomes lines', async () => {
  const { user } = strip();
  await typePeople(user);
  const name = field('form.goods.0.name');
  name.focus();
  await user.paste('沙发\t三人位\t2\t张\n冰箱 1台\n纸箱*12');
  await waitFor(() => expect(field('form.goods.2.name').value).toBe('纸箱'));
  expect(field('form.goods.2.quantity').value).toBe('12');
  field('form.goods.1.name').focus();
  await user.keyboard('{Control>}{Delete}{/Control}');
  await waitFor(() => expect(field('form.goods.1.name').value).toBe('纸箱'));
  expect(field('form.goods.2.quantity')).toBeNull();
});

test('Ctrl+Enter hands in; with an approver it issues, Ctrl+P prints the slip', async () => {
  const { user, inputs } = strip();
  await typePeople(user);
  await user.keyboard('冰箱×1台{Enter}');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已提交审核');
  expect(inputs('releaseRequests.request')[0]).toMatchObject({
    submit: true,
    form: {
      unitId: null,
      unitName: '3-1-1502',
      handlerName: '林小雨',
      handlerDocument: '3418',
      goods: [{ name: '冰箱', quantity: 1, unit: '台' }],
    },
  });
  expect(inputs('goodsReleases.issue')).toEqual([]);
  expect(field('form.ownerName').value).toBe('');

  await typePeople(user);
  await user.keyboard('冰箱×1台{Enter}');
  field('second.staffId').focus();
  await user.keyboard('周建国{Enter}');
  await focused('second.pin');
  await user.keyboard('482915{Control>}p{/Control}');
  await screen.findByText(/已保存 FX202611-0001/);
  expect(inputs('goodsReleases.issue')[0]).toEqual({
    requestId: ID,
    version: 1,
    second: { how: 'pin', staffId: MANAGER.staffId, pin: '482915' },
  });
  expect(inputs('prints.run')[0]).toMatchObject({ request: { form: 'F26', entryId: ID } });
});

test('a wrong PIN keeps the form and writes no second application', async () => {
  let tries = 0;
  const { user, inputs } = strip({
    'goodsReleases.issue': (input) => {
      tries += 1;
      return tries === 1 ? refused('session.wrong', { left: 4 }) : DOOR['goodsReleases.issue']!(input);
    },
  });
  await typePeople(user);
  await user.keyboard('冰箱×1台{Enter}');
  field('second.staffId').focus();
  await user.keyboard('周建国{Enter}');
  await focused('second.pin');
  await user.keyboard('000000{Control>}{Enter}{/Control}');
  await waitFor(() => expect(field('second.pin').value).toBe(''));
  expect(field('form.ownerName').value).toBe('林小雨');
  field('second.pin').focus();
  await user.keyboard('482915{Control>}{Enter}{/Control}');
  await screen.findByText(/已保存 FX202611-0001/);
  expect(inputs('releaseRequests.request')).toHaveLength(1);
  expect(inputs('releaseRequests.change')[0]).toMatchObject({ id: ID, version: 1 });
});

test('a tenant is asked for the owner, by kind', async () => {
  const { user } = strip();
  await waitFor(() => expect(field('form.unitName')).toBeTruthy());
  field('form.unitName').focus();
  await user.keyboard('3-1-1502{Enter}林小雨{Enter}');
  await focused('form.relation');
  await user.keyboard('租户{Enter}');
  await waitFor(() => expect(field('form.consent.kind')).toBeTruthy());
  field('form.consent.kind').focus();
  await user.keyboard('电话{Enter}');
  await waitFor(() => expect(field('form.consent.phone')).toBeTruthy());
  for (const asked of ['by', 'phone', 'at', 'words']) expect(field(`form.consent.${asked}`)).toBeTruthy();
  expect(field('form.consent.no')).toBeNull();
});
