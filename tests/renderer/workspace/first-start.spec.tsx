// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { App } from '../../../renderer/workspace/App';
import type { SessionState } from '../../../shared/registers/session';
import { bridge, ok, show } from '../support';

const setup: SessionState = {
  phase: 'setup',
  actor: null,
  demo: false,
  officeName: null,
  station: null,
  autoLockMinutes: 5,
  banners: [],
};
const PASSPHRASE = '春眠不觉晓处处闻啼鸟夜来风雨声';

async function office(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: '建立本单位' }));
  await userEvent.type(screen.getByLabelText(/公司名称/), '恒信物业');
  await userEvent.type(screen.getByLabelText(/项目名称/), '恒信国际大厦');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.type(screen.getByLabelText('姓名'), '黄志强');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await userEvent.type(screen.getByLabelText(/姓名/), '周建国');
  await userEvent.type(screen.getByLabelText(/^口令/), PASSPHRASE);
  await userEvent.type(screen.getByLabelText(/再输一次口令/), PASSPHRASE);
}

describe('first start', () => {
  it('makes the office in one call and shows the recovery code until somebody has it on paper', async () => {
    let state = setup;
    const desk = bridge({
      'session.state': () => ok(state),
      'session.people': () => ok([]),
      'office.setUp': () => {
        state = { ...setup, phase: 'signedOut', officeName: '恒信国际大厦' };
        // Main announces the new office before the answer is drawn: the code must not be lost to that.
        desk.emit({ type: 'changed', registers: ['settings', 'staff'] });
        return ok({ recoveryCode: 'D7YJ-JV8Y-1SP4-M4AW' });
      },
    });
    show(<App />);
    await office();
    await userEvent.click(screen.getByRole('button', { name: '建立单位' }));
    expect(await screen.findByText('D7YJ-JV8Y-1SP4-M4AW')).toBeTruthy();
    const done = screen.getByRole('button', { name: '完成，去登录' });
    expect(done).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(done);
    expect(await screen.findByText('请选择姓名')).toBeTruthy();

    const [input] = desk.inputs('office.setUp');
    expect(input).toMatchObject({
      office: { name: '恒信物业', project: '恒信国际大厦', department: '客户服务部', formPrefix: 'KF-QR' },
      partyAContacts: [{ name: '黄志强' }],
      posts: ['前台', '服务中心'],
      anchorFolder: { path: null },
      admin: { name: '周建国', passphrase: PASSPHRASE, alsoManager: false },
    });
    expect(input?.shifts.map((shift) => shift.code)).toEqual(['early', 'late']);
  });

  it('leads back to the step of the field the door refused', async () => {
    bridge({
      'session.state': () => ok(setup),
      'office.setUp': () => ({
        ok: false,
        error: { kind: 'invalid', fields: { 'office.formPrefix': { code: 'code.unreadable' } } },
      }),
    });
    show(<App />);
    await office();
    await userEvent.click(screen.getByRole('button', { name: '建立单位' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/表单编号前缀/).getAttribute('aria-invalid')).toBe('true'),
    );
    expect(screen.getByLabelText(/公司名称/)).toHaveProperty('value', '恒信物业');
  });

  it('opens the demo office in one press', async () => {
    let state = setup;
    const desk = bridge({
      'session.state': () => ok(state),
      'session.people': () => ok([]),
      'office.setUpDemo': () => {
        state = { ...setup, phase: 'signedOut', demo: true };
        return ok({});
      },
    });
    show(<App />);
    await userEvent.click(await screen.findByRole('button', { name: '打开演示单位' }));
    expect(await screen.findByText(/演示单位：所有人的 PIN/)).toBeTruthy();
    expect(desk.inputs('office.setUpDemo')).toEqual([{ job: expect.stringMatching(/^demo-/) }]);
  });
});
