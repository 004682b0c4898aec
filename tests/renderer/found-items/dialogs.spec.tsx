// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { CorrectLine } from '../../../renderer/book/dialogs/CorrectLine';
import { FOUND_ITEMS } from '../../../renderer/registers/found-items/books';
import { itemCorrectable, itemEditors } from '../../../renderer/registers/found-items/corrections';
import { Claim } from '../../../renderer/registers/found-items/dialogs/Claim';
import { HandToPartyA } from '../../../renderer/registers/found-items/dialogs/HandToPartyA';
import { ConfirmQuantity } from '../../../renderer/registers/found-items/dialogs/simple';
import { type Answers, COLLEAGUE, DESK, type Desk, ID, ok, refused, show, umbrella } from './desk-stub';

const DONE = { id: ID, serialNo: 'SW202611-0001', version: 4 };
interface Watched {
  desk: Desk;
  closed: () => boolean;
  other: () => string | null;
}
const nothing = () => undefined;

function open(
  dialog: (p: { onClose: () => void; onOther: (act: string) => void }) => ReactElement,
  answers: Answers,
): Watched {
  let closed = false;
  let other: string | null = null;
  const desk = show(
    dialog({
      onClose: () => {
        closed = true;
      },
      onOther: (act) => {
        other = act;
      },
    }),
    answers,
  );
  return { desk, closed: () => closed, other: () => other };
}
const field = (name: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`[data-name="${name}"]`)!;

/** Types into a choice field and takes the first of its list. */
async function choose({ user }: Desk, name: string, text: string): Promise<void> {
  await user.click(field(name));
  await user.keyboard(`${text}{Enter}`);
}

test('claim: the features only the owner knows appear on request, and the comparison is the worse of its fields', async () => {
  const { desk, closed } = open((p) => <Claim entry={umbrella()} desk={DESK} onDone={nothing} {...p} />, {
    'foundItems.revealFeatures': () => ok({ verifyFeatures: '伞柄刻有“周”字' }),
    'foundItems.claim': () => ok(DONE),
  });
  await waitFor(() => expect(document.activeElement).toBe(field('claimStatement')));
  expect(screen.queryByText(/伞柄刻有/)).toBeNull();
  expect(desk.sent('foundItems.revealFeatures')).toEqual([]);
  await desk.user.click(screen.getByRole('button', { name: '显示核对特征' }));
  await screen.findByText(/伞柄刻有“周”字/);

  await desk.user.type(field('claimStatement'), '黑伞，柄上有字');
  await desk.user.type(field('claimLostWhere'), '大堂，上午');
  await desk.user.type(field('claimantName'), '周芳');
  await desk.user.type(field('claimFeeCents'), '12.5');
  await choose(desk, 'features', '相符');
  // Not compared yet: the field is marked, nothing is sent.
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('请填写这一栏。');
  expect(desk.sent('foundItems.claim')).toEqual([]);
  await choose(desk, 'where', '部分相符');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(closed()).toBe(true));
  expect(desk.sent('foundItems.claim')[0]).toMatchObject({
    id: ID,
    version: 3,
    claimStatement: '黑伞，柄上有字',
    claimantName: '周芳',
    claimMatch: 'partly',
    claimFeeCents: 1250,
    second: null,
  });
});

test('claim: one field that differs stops the hand-over and leads to the refusal', async () => {
  const { desk, other } = open(
    (p) => <Claim entry={umbrella({ verifyFeatures: null })} desk={DESK} onDone={nothing} {...p} />,
    {},
  );
  screen.getByText('登记时没有核对特征');
  await choose(desk, 'features', '不符');
  await screen.findByText(/有一项不符，不能交付/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '失主认领' }).disabled).toBe(true);
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  expect(desk.sent('foundItems.claim')).toEqual([]);
  await desk.user.click(screen.getByRole('button', { name: '不予认领' }));
  expect(other()).toBe('refuseClaim');
});

/** The correction of an umbrella's line, as its entry page opens it. */
function Correct({ freeUntil, onClose }: { freeUntil: string | null; onClose: () => void }) {
  const entry = umbrella();
  return (
    <CorrectLine
      book={FOUND_ITEMS}
      entry={entry}
      about={entry.serialNo}
      desk={DESK}
      fields={itemCorrectable(entry)}
      editors={itemEditors(DESK.settings.categories, 'zh-CN')}
      freeUntil={freeUntil}
      onClose={onClose}
      onDone={nothing}
    />
  );
}

test('correct: a frozen line shows the old value struck and demands a reason', async () => {
  const { desk, closed } = open((p) => <Correct freeUntil={null} {...p} />, {
    'foundItems.correct': () => ok({ ...DONE, warnings: [] }),
  });
  await choose(desk, 'field', '捡拾地点');
  await waitFor(() => expect(document.querySelector('.correct-preview s')?.textContent).toBe('一楼大堂'));
  await desk.user.clear(field('value'));
  await desk.user.type(field('value'), '二楼电梯口');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/请填写更正原因/);
  expect(desk.sent('foundItems.correct')).toEqual([]);
  expect(field('value').value).toBe('二楼电梯口');
  await desk.user.type(field('reason'), '位置写错');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(closed()).toBe(true));
  expect(desk.sent('foundItems.correct')).toEqual([
    { id: ID, version: 3, field: 'foundPlace', value: '二楼电梯口', reason: '位置写错' },
  ]);
});

test('correct: inside the free window no reason is asked; when it ran out meanwhile, it is', async () => {
  const { desk } = open((p) => <Correct freeUntil="2999-01-01T00:00:00.000Z" {...p} />, {
    'foundItems.correct': () => refused('entry.reasonMissing'),
  });
  await choose(desk, 'field', '备注');
  await waitFor(() => expect(field('value')).not.toBeNull());
  expect(field('reason')).toBeNull();
  await desk.user.type(field('value'), '已擦干');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(field('reason')).not.toBeNull());
  expect(field('value').value).toBe('已擦干');
});

test('second person: colleagues without the person on, the PIN goes with the act and nowhere else', async () => {
  const { desk, closed } = open(
    (p) => <ConfirmQuantity entry={umbrella()} desk={DESK} onDone={nothing} {...p} />,
    {
      'foundItems.confirmQuantity': () => ok(DONE),
    },
  );
  await waitFor(() => expect(document.activeElement).toBe(field('second.staffId')));
  await desk.user.click(field('second.staffId'));
  await screen.findByText(COLLEAGUE.name);
  expect(screen.queryByText(DESK.actor.name)).toBeNull();
  await desk.user.keyboard('李娜{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('second.pin')));
  await desk.user.keyboard('482915{Control>}{Enter}{/Control}');
  await waitFor(() => expect(closed()).toBe(true));
  expect(desk.sent('foundItems.confirmQuantity')).toEqual([
    { id: ID, version: 3, second: { how: 'pin', staffId: COLLEAGUE.staffId, pin: '482915' } },
  ]);
});

test('hand-over: the supervisor is asked for when the door says so, and what was typed stays', async () => {
  const { desk } = open((p) => <HandToPartyA entry={umbrella()} desk={DESK} onDone={nothing} {...p} />, {
    'foundItems.handToPartyA': () => refused('foundItems.supervisorNeeded'),
  });
  expect(screen.queryByText('主管确认')).toBeNull();
  await desk.user.type(field('collectorName'), '郑志远');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('主管确认');
  screen.getByText(/移交贵重物品须主管输入 PIN/);
  expect(field('collectorName').value).toBe('郑志远');
});
