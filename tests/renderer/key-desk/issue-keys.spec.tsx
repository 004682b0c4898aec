// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { IssueKeys } from '../../../renderer/registers/keys/desk/IssueKeys';
import { takeForIssue } from '../../../renderer/registers/keys/desk/issue-basket';
import type { Output } from '../../../shared/api';
import { dayOf, instantOf } from '../../../shared/dates';
import { type KeyFacts, rulesFor } from '../../../shared/registers/key-loans.rules';
import type { KeyCategory } from '../../../shared/registers/keys.row';
import { type Answers, bridge, ok, refused, show } from '../support';

/** The issue strip over a door that knows one key: what is asked appears, what is not asked is not sent. */

const KEY = '01JD0000000000000000000001';
const LOAN = '01JD0000000000000000000002';
const KNOWN = '01JD0000000000000000000003';
const STEWARD = { staffId: '01JD000000000000000000000B', name: '陈强' };

const prepared = (
  category: KeyCategory,
  part: Partial<Output<'keyLoans.prepare'>> = {},
): Answers['keyLoans.prepare'] => {
  const facts: KeyFacts = { category, occupied: false, inOfficeHours: true };
  return ({ keyIds, borrowerClass }) => {
    const rule = borrowerClass ? rulesFor(borrowerClass, keyIds.length > 0 ? [facts] : []) : null;
    return ok({
      keys: keyIds.map((keyId) => ({
        keyId,
        keyNo: 'K-017',
        keyName: '入户门',
        category,
        pieces: 1,
        parts: [],
        unitId: null,
        unitCode: '3-1-1502',
      })),
      bar: rule?.bar ?? null,
      requirements: [...(rule?.requirements ?? [])],
      instructions: [],
      conflicts: [],
      dueAt: instantOf(dayOf(new Date().toISOString()), '23:59'),
      inOfficeHours: true,
      ...part,
    });
  };
};

async function strip(
  category: KeyCategory,
  answers: Answers = {},
  part: Partial<Output<'keyLoans.prepare'>> = {},
) {
  const door = bridge({
    'office.settings': () => ok({ ...DEFAULT_SETTINGS, versions: {} }),
    'staff.seconds': () => ok([{ ...STEWARD, staffNo: 'S7', initials: 'cq' }]),
    'keyLoans.people': () => ok({ confirmers: [STEWARD], custodians: [STEWARD], dutySupervisors: [STEWARD] }),
    'keyLoans.prepare': prepared(category, part),
    'keyLoans.suggestBorrower': () => ok([]),
    'keyLoans.issue': () =>
      ok({
        loans: [
          { id: LOAN, serialNo: 'YS202611-0001', version: 1, keyNo: 'K-017', scanCode: '042611000011' },
        ],
      }),
    ...answers,
  });
  show(<IssueKeys place={{ current: document.body }} onBack={() => undefined} />);
  await screen.findByText('领用钥匙');
  act(() => takeForIssue(KEY));
  await screen.findByText('K-017');
  return { user: userEvent.setup(), sent: door.inputs };
}
const field = (name: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`[data-name="${name}"]`)!;
const choose = async (user: ReturnType<typeof userEvent.setup>, name: string, typed: string) => {
  await user.clear(field(name));
  await user.type(field(name), typed);
  await user.keyboard('{Enter}');
};
const save = '{Control>}{Enter}{/Control}';

test('a worker in an entrusted unit is asked for escort and both slips, an owner for who confirms', async () => {
  const { user, sent } = await strip('entrusted');
  await user.type(field('borrowerName'), '赵师傅');
  await choose(user, 'borrowerClass', '入户');
  await waitFor(() => expect(field('escortName')).not.toBeNull());
  for (const name of ['repairSlipNo', 'permitNo'])
    expect(field(name).getAttribute('aria-required')).toBe('true');
  await user.type(field('escortName'), '唐修');
  await user.type(field('repairSlipNo'), 'BX-12');
  await user.type(field('permitNo'), 'XK-7');
  await choose(user, 'borrowerClass', '业主本人');
  await waitFor(() => expect(field('confirmerId')).not.toBeNull());
  expect(field('escortName')).toBeNull();
  await choose(user, 'confirmerId', '陈强');
  await user.type(field('purpose'), '取物');
  await user.click(screen.getByRole('checkbox'));
  await user.keyboard(save);
  await screen.findByText(/已保存 YS202611-0001/);
  expect(sent('keyLoans.issue')[0]).toMatchObject({
    keys: [{ keyId: KEY, pieces: null }],
    borrowerClass: 'owner',
    confirmerId: STEWARD.staffId,
    // What the class does not ask for is not sent, though the draft still held it.
    escortName: null,
    checked: true,
    dueAt: null,
    second: null,
  });
});

test('three letters and Enter take a known person with company, purpose and phone', async () => {
  const known = {
    loanId: KNOWN,
    borrowerName: '周大勇',
    borrowerClass: 'staff' as const,
    borrowerOrg: '工程部',
    staffNo: 'G07',
    phone: '138****1234',
    phoneTail: '1234',
    purpose: '检查水泵',
    times: 3,
    lastAt: '2026-11-20T02:00:00.000Z',
  };
  const { user, sent } = await strip('plant', {
    'keyLoans.suggestBorrower': ({ typed }) =>
      ok('zhoudayong'.startsWith(typed ?? '') || typed === 'zdy' ? [known] : []),
  });
  await user.type(field('borrowerName'), 'zdy');
  await screen.findByRole('option', { name: /周大勇/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(field('borrowerName').value).toBe('周大勇'));
  await user.click(screen.getByRole('checkbox'));
  await user.keyboard(save);
  await waitFor(() => expect(sent('keyLoans.issue')).toHaveLength(1));
  expect(sent('keyLoans.issue')[0]).toMatchObject({
    borrowerName: '周大勇',
    borrowerOrg: '工程部',
    purpose: '检查水泵',
    knownFromId: KNOWN,
    borrowerPhone: '',
  });
});

test('a master key asks for a second person; a refusal is said in a sentence and keeps what was typed', async () => {
  const conflict = {
    kind: 'master' as const,
    keyId: KEY,
    keyNo: 'K-017',
    stops: false,
    params: { no: 'K-017' },
  };
  const { user } = await strip(
    'spare',
    { 'keyLoans.issue': () => refused('keyLoans.tooMany', { held: 5, max: 5 }) },
    { conflicts: [conflict], instructions: [{ from: '3-1-1502', text: '进户前须电话通知业主' }] },
  );
  await screen.findByText(/K-017 是总钥匙/);
  await screen.findByText(/进户前须电话通知业主/);
  await waitFor(() => expect(field('second.pin')).not.toBeNull());
  await user.type(field('borrowerName'), '高师傅');
  await user.type(field('purpose'), '巡检');
  await user.keyboard(save);
  await screen.findByText('此人已借 5 把钥匙，每人最多 5 把，请先归还。');
  expect(field('borrowerName').value).toBe('高师傅');
});
