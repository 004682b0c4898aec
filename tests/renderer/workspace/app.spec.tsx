// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { drafts } from '../../../renderer/ui/drafts';
import { App } from '../../../renderer/workspace/App';
import { DEMO_PIN, type SessionState } from '../../../shared/registers/session';
import { type Answers, type Bridge, bridge, CLERK, ok, refused, show } from '../support';

const WANG = { ...CLERK, staffId: '01JDWANG00000000000000000B', staffNo: '102', name: '王海明' };
const person = (actor: typeof CLERK, initials: string, secret: 'pin' | 'passphrase' = 'pin') => ({
  staffId: actor.staffId,
  staffNo: actor.staffNo,
  name: actor.name,
  initials,
  roles: actor.roles,
  lastOnAt: null,
  secret,
});
const signedOut: SessionState = {
  phase: 'signedOut',
  actor: null,
  demo: false,
  officeName: '恒信国际大厦',
  station: '前台一',
  autoLockMinutes: 5,
  banners: [],
};

/** A small main: who is on changes as the page asks; every change is announced. */
function main(
  first: SessionState,
  more: Answers = {},
): { desk: Bridge; state: () => SessionState; become: (next: Partial<SessionState>) => void } {
  let state = first;
  const become = (next: Partial<SessionState>) => {
    state = { ...state, ...next };
    desk.emit({ type: 'session' });
  };
  const desk = bridge({
    'session.state': () => ok(state),
    'session.people': () => ok([person(CLERK, 'lxy'), person(WANG, 'whm')]),
    'session.signIn': ({ staffId, secret }) => {
      if (secret !== '739154') return refused('session.wrong', { left: 4 });
      const actor = staffId === CLERK.staffId ? CLERK : WANG;
      become({ phase: 'open', actor });
      return ok({ actor, mustChangePin: false });
    },
    'session.lock': () => {
      become({ phase: 'locked' });
      return ok({});
    },
    'session.drafts': () => ok({ drafts: {} }),
    'session.keepDrafts': () => ok({}),
    'office.settings': () => ok({ ...DEFAULT_SETTINGS, versions: {} }),
    'foundItems.counts': () => ok({ notify: 3, partyA: 0, disposal: 1, cosign: 0, long: 0 }),
    'foundItems.list': () => ok({ rows: [], next: null, total: 0, more: false }),
    ...more,
  });
  return { desk, state: () => state, become };
}

const reload = vi.fn();
beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('location', { ...window.location, reload });
});
afterEach(() => {
  vi.unstubAllGlobals();
});
const ready = () => waitFor(() => expect(document.documentElement.dataset.appState).toBe('ready'));
async function signIn(initials: string): Promise<void> {
  await screen.findAllByRole('option');
  await userEvent.keyboard(`${initials}{Enter}`);
  await userEvent.keyboard('739154{Enter}');
}

describe('sign-in', () => {
  it('is three words by keyboard: initials, Enter, PIN', async () => {
    main(signedOut);
    show(<App />);
    await ready();
    await signIn('lxy');
    expect(await screen.findByRole('tab', { name: '今日工作台' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '我的菜单' }).textContent).toContain('李晓燕');
  });

  it('says how many tries are left, empties the field and keeps the focus in it', async () => {
    main(signedOut);
    show(<App />);
    await screen.findByText('王海明');
    await userEvent.keyboard('102{Enter}');
    const pin = screen.getByLabelText('PIN');
    await userEvent.keyboard('111222{Enter}');
    expect(await screen.findByText(/还可以再试 4 次/)).toBeTruthy();
    expect(pin).toHaveProperty('value', '');
    expect(document.activeElement).toBe(pin);
  });

  it('shows the demo PIN in a demo office only', async () => {
    const { become } = main(signedOut);
    show(<App />);
    await screen.findByText('李晓燕');
    expect(screen.queryByText(new RegExp(DEMO_PIN))).toBeNull();
    act(() => become({ demo: true }));
    expect(await screen.findByText(new RegExp(DEMO_PIN))).toBeTruthy();
  });

  it('asks for an own PIN first when the administrator set it', async () => {
    const { desk, become } = main(signedOut, {
      'session.signIn': () => {
        become({ phase: 'locked', actor: CLERK });
        return ok({ actor: CLERK, mustChangePin: true });
      },
      'session.changeSecret': () => {
        become({ phase: 'open' });
        return ok({});
      },
    });
    show(<App />);
    await signIn('lxy');
    expect(await screen.findByText('请先换成自己的 PIN')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('新的'), '482615');
    await userEvent.type(screen.getByLabelText('再输一次'), '482615');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('tab', { name: '今日工作台' })).toBeTruthy();
    expect(desk.inputs('session.changeSecret')).toEqual([{ current: '739154', next: '482615' }]);
  });
});

describe('the lock', () => {
  it('hides the work, keeps it in memory and hands the drafts to main for their owner', async () => {
    const { desk } = main(signedOut);
    show(<App />);
    await signIn('lxy');
    const work = (await screen.findByRole('tablist')).closest<HTMLElement>('.at-work');
    drafts.restore({ 'foundItem.new': '{"name":"雨伞"}' });
    await userEvent.keyboard('{Control>}l{/Control}');
    expect(await screen.findByText('已锁定')).toBeTruthy();
    expect(work?.hidden).toBe(true);
    expect(work?.hasAttribute('inert')).toBe(true);
    await waitFor(() =>
      expect(desk.inputs('session.keepDrafts')).toEqual([{ drafts: { 'foundItem.new': '{"name":"雨伞"}' } }]),
    );
    await userEvent.keyboard('739154{Enter}');
    await waitFor(() => expect(work?.hidden).toBe(false));
    expect(drafts.has('foundItem.new')).toBe(true);
    expect(reload).not.toHaveBeenCalled();
  });

  it('wipes the page when a colleague takes over', async () => {
    main(signedOut);
    show(<App />);
    await signIn('lxy');
    await screen.findByRole('tablist');
    await userEvent.keyboard('{Control>}l{/Control}');
    await userEvent.click(await screen.findByRole('button', { name: '换人登录' }));
    await signIn('whm');
    await waitFor(() => expect(reload).toHaveBeenCalled());
  });

  it('gives a person who comes back their own drafts', async () => {
    main(signedOut, { 'session.drafts': () => ok({ drafts: { 'foundItem.new': '{"name":"雨伞"}' } }) });
    show(<App />);
    await signIn('lxy');
    await screen.findByRole('tablist');
    expect(drafts.all()).toEqual({ 'foundItem.new': '{"name":"雨伞"}' });
  });
});

describe('today', () => {
  it('shows what waits; nothing waiting is no door', async () => {
    main(signedOut);
    show(<App />);
    await signIn('lxy');
    const notify = await screen.findByRole('button', { name: /未通知甲方/ });
    await waitFor(() => expect(notify.textContent).toContain('3'));
    expect(notify).toHaveProperty('disabled', false);
    expect(screen.queryByRole('button', { name: /待甲方领取/ })).toBeNull();
    expect(screen.getByRole('button', { name: /到期待处置/ }).className).toContain('late');
  });
});
