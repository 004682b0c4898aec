// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QuickAddItem } from '../../../renderer/registers/found-items/QuickAddItem';
import { type Answers, COLLEAGUE, DESK, type Desk, ID, ok, refused, show } from './desk-stub';

const SAVED: Answers = {
  'foundItems.register': () =>
    ok({ id: ID, serialNo: 'SW202611-0001', version: 1, scanCode: '012611000015' }),
  'prints.run': () => ok({ pages: 1, path: null, cancelled: false }),
};

const strip = (answers: Answers = SAVED): Desk =>
  show(<QuickAddItem desk={DESK} place={{ current: null }} onBack={() => undefined} />, answers);
const field = (name: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`[data-name="${name}"]`)!;

/** The whole strip from the category on, with nothing but keys. */
async function typeUmbrella({ user }: Desk): Promise<void> {
  await screen.findByText('同事输入 PIN');
  field('category').focus();
  await user.keyboard('雨伞{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('name')));
  await user.keyboard('黑色雨伞{Enter}{Enter}一楼大堂{Enter}{Enter}陈强{Enter}前台失物柜{Enter}');
  // How the second person signs (already chosen), then who, then the PIN.
  await user.keyboard('{Enter}李娜{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('second.pin')));
  await user.keyboard('482915');
}

test('an item is registered by keyboard alone; place, finder and storage stay for the next', async () => {
  const desk = strip();
  await typeUmbrella(desk);
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/已保存 SW202611-0001/);
  const [input] = desk.sent('foundItems.register');
  expect(input).toMatchObject({
    category: 'umbrella',
    name: '黑色雨伞',
    quantity: 1,
    cash: null,
    bagNo: null,
    foundPlace: '一楼大堂',
    finderName: '陈强',
    storagePlace: '前台失物柜',
    second: { how: 'pin', staffId: COLLEAGUE.staffId, pin: '482915' },
  });
  expect(input?.foundAt).toMatch(/^\d{4}-.*Z$/);
  expect(field('foundPlace').value).toBe('一楼大堂');
  expect(field('finderName').value).toBe('陈强');
  expect(field('name').value).toBe('');
  expect(field('second.pin').value).toBe('');
  expect(desk.sent('prints.run')).toEqual([]);

  await desk.user.click(screen.getByRole('button', { name: /清除沿用内容/ }));
  expect(field('foundPlace').value).toBe('');
});

test('Ctrl+P saves and sends the receipt slip to the printer', async () => {
  const desk = strip();
  await typeUmbrella(desk);
  await desk.user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(desk.sent('prints.run')).toHaveLength(1));
  expect(desk.sent('prints.run')[0]).toMatchObject({
    request: { form: 'F02', entryId: ID, lang: 'zh-CN' },
    to: 'printer',
  });
});

test('Enter goes to the next field and never saves; nothing is saved while an input method composes', async () => {
  const desk = strip();
  await screen.findByText('同事输入 PIN');
  field('name').focus();
  for (const ctrlKey of [false, true]) {
    fireEvent.keyDown(field('name'), { key: 'Enter', ctrlKey, isComposing: true });
    fireEvent.keyDown(field('name'), { key: 'Process', keyCode: 229, ctrlKey });
  }
  expect(document.activeElement).toBe(field('name'));
  await desk.user.keyboard('{Enter}');
  expect(document.activeElement).toBe(field('quantity'));
  expect(desk.sent('foundItems.register')).toEqual([]);
});

test('a refusal is a sentence and keeps the text; only the PIN is typed anew', async () => {
  const desk = strip({ 'foundItems.register': () => refused('foundItems.finderConfirms') });
  await typeUmbrella(desk);
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/捡拾人不能作为数量确认人/);
  expect(field('name').value).toBe('黑色雨伞');
  expect(field('foundPlace').value).toBe('一楼大堂');
  expect(field('second.pin').value).toBe('');
});

test('missing fields are marked where they stand, the second person among them', async () => {
  const desk = strip({
    'foundItems.register': () => ({
      ok: false,
      error: {
        kind: 'invalid',
        fields: {
          name: { code: 'text.empty' },
          'second.staffId': { code: 'id.unknown' },
          'second.pin': { code: 'schema.too_small' },
        },
      },
    }),
  });
  await screen.findByText('同事输入 PIN');
  field('foundPlace').focus();
  await desk.user.keyboard('大堂{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getAllByText('请填写这一栏。')).toHaveLength(3));
  await waitFor(() => expect(document.activeElement).toBe(field('name')));
  expect(field('foundPlace').value).toBe('大堂');
});

test('valuables ask for the bag number, cash for its denominations', async () => {
  const desk = strip();
  await screen.findByText('同事输入 PIN');
  field('category').focus();
  expect(field('bagNo')).toBeNull();
  await desk.user.keyboard('现金{Enter}');
  await waitFor(() => expect(field('bagNo')).not.toBeNull());
  expect(field('quantity')).toBeNull();
  await desk.user.type(screen.getByLabelText('100 元'), '3');
  await desk.user.type(screen.getByLabelText('5 元'), '2');
  screen.getByText('合计 310.00 元');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(desk.sent('foundItems.register')).toHaveLength(1));
  expect(desk.sent('foundItems.register')[0]).toMatchObject({ quantity: 5, cash: { 10000: 3, 500: 2 } });
});
