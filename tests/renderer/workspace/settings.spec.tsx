// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import SystemTab from '../../../renderer/registers/settings/SystemTab';
import type { Output } from '../../../shared/api';
import type { StaffRow } from '../../../shared/registers/staff';
import { type Answers, bridge, CLERK, ok, refused, show } from '../support';

const ADMIN = { ...CLERK, staffNo: '001', name: '周建国', roles: ['sysAdmin' as const] };
const SUPERVISOR = { ...CLERK, roles: ['csSupervisor' as const] };
const settings: Output<'office.settings'> = {
  ...DEFAULT_SETTINGS,
  versions: { office: 1, limits: 3, categories: 2 },
};
const row = (part: Partial<StaffRow>): StaffRow => ({
  id: '01JDWANG00000000000000000B',
  staffNo: '102',
  name: '王海明',
  pinyin: 'wanghaiming',
  initials: 'whm',
  roles: ['csSupervisor'],
  capacities: ['dutySupervisor'],
  active: true,
  hasSecret: true,
  lockedUntil: null,
  note: null,
  version: 4,
  ...part,
});
const answers: Answers = {
  'office.settings': () => ok(settings),
  'staff.list': () => ok([row({})]),
  'office.change': ({ version }) => ok({ version: version + 1 }),
};
const door = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('settings', () => {
  it('changes one setting with the version it was read at, units and all', async () => {
    const desk = bridge(answers);
    show(<SystemTab open={null} />, ADMIN);
    await door('时限与界限');
    const minutes = await screen.findByLabelText('无人操作自动锁定');
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '10');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(desk.inputs('office.change')).toHaveLength(1));
    expect(desk.inputs('office.change')[0]).toEqual({
      key: 'limits',
      version: 3,
      value: { ...DEFAULT_SETTINGS.limits, autoLockMinutes: 10 },
    });
    expect(await screen.findByText('已保存')).toBeTruthy();
  });

  it('keeps every category and adds one with its policy', async () => {
    const desk = bridge(answers);
    show(<SystemTab open={null} />, ADMIN);
    await door('物品类别与保管期限');
    await userEvent.click(await screen.findByRole('button', { name: '添加类别' }));
    await userEvent.type(screen.getAllByLabelText('代码').at(-1)!, 'skateboard');
    await userEvent.type(screen.getAllByLabelText('中文名称').at(-1)!, '滑板');
    await userEvent.clear(screen.getAllByLabelText('保管天数').at(-1)!);
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(desk.inputs('office.change')).toHaveLength(1));
    expect(desk.inputs('office.change')[0]?.value).toEqual([
      ...DEFAULT_SETTINGS.categories,
      {
        code: 'skateboard',
        zh: '滑板',
        en: '滑板',
        retentionDays: null,
        valuable: false,
        cash: false,
        photo: true,
      },
    ]);
  });

  it('marks the field the setting itself refuses', async () => {
    bridge({
      ...answers,
      'office.change': () => ({
        ok: false,
        error: { kind: 'invalid', fields: { 'value.formPrefix': { code: 'code.unreadable' } } },
      }),
    });
    show(<SystemTab open={null} />, ADMIN);
    await door('单位与表单前缀');
    const prefix = await screen.findByLabelText(/表单编号前缀/);
    await userEvent.type(prefix, '表');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(prefix.getAttribute('aria-invalid')).toBe('true'));
    expect(prefix).toHaveProperty('value', 'KF-QR表');
  });

  it('can be read but not changed without the right', async () => {
    bridge(answers);
    show(<SystemTab open={null} />, SUPERVISOR);
    await door('岗位');
    expect(await screen.findByText(/修改须由部门经理或系统管理员进行/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  });
});

describe('people', () => {
  it('says who can sign in, who is locked out, who has no PIN', async () => {
    bridge({
      ...answers,
      'staff.list': () =>
        ok([
          row({}),
          row({ id: 'B', staffNo: '103', name: '刘芳', hasSecret: false }),
          row({ id: 'C', staffNo: '104', name: '赵铁柱', lockedUntil: '2026-11-21T10:00:00.000Z' }),
          row({ id: 'D', staffNo: '105', name: '林静', active: false }),
        ]),
    });
    show(<SystemTab open={null} />, ADMIN);
    await screen.findByText('王海明');
    const line = (name: string) => screen.getByText(name).closest('tr')!.textContent;
    expect(line('王海明')).toContain('可登录');
    expect(line('刘芳')).toContain('未设 PIN');
    expect(line('赵铁柱')).toContain('解除锁定');
    expect(line('林静')).toContain('恢复');
  });

  it('amends with the version, and lets the initials follow a new name', async () => {
    const desk = bridge({ ...answers, 'staff.amend': () => refused('conflict') });
    show(<SystemTab open={null} />, ADMIN);
    await userEvent.click(await screen.findByRole('button', { name: '修改' }));
    const dialog = within(await screen.findByRole('dialog'));
    const name = dialog.getByLabelText(/^姓名/);
    await userEvent.clear(name);
    await userEvent.type(name, '单海明');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.inputs('staff.amend')).toHaveLength(1));
    expect(desk.inputs('staff.amend')[0]).toMatchObject({ version: 4, name: '单海明', initials: '' });
    expect(await dialog.findByText(/别人刚刚改过/)).toBeTruthy();
    expect(name).toHaveProperty('value', '单海明');
  });
});
