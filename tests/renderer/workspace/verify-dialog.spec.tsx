// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { VerifyDialog } from '../../../renderer/workspace/VerifyDialog';
import type { Verdict } from '../../../shared/registers/journal';
import type { Result } from '../../../shared/result';
import { bridge, ok, show } from '../support';

const whole: Verdict = {
  ok: true,
  entries: 400,
  journal: 2295,
  head: { seq: 2295, hash: '94df3252f0fde4b2aa', at: '2026-11-21T09:20:00.000Z' },
  problems: [],
  anchors: 2,
  tookMs: 1234,
};

describe('the verifier', () => {
  it('shows how far it is and then says that the book is whole', async () => {
    let finish: (verdict: Result<Verdict>) => void = () => undefined;
    const desk = bridge({
      'journal.verify': () => new Promise((done) => (finish = done)),
    });
    show(<VerifyDialog opened onClose={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: '开始校验' }));
    const [input] = desk.inputs('journal.verify');
    act(() => desk.emit({ type: 'progress', job: input!.job, done: 1000, total: 2295, label: '' }));
    expect(screen.getByText('1000 / 2295')).toBeTruthy();
    await act(async () => finish(ok(whole)));
    expect(await screen.findByText(/账册完好/)).toBeTruthy();
    expect(screen.getByText(/用时 1.2 秒/)).toBeTruthy();
  });

  it('names the first bad entries and what it looks like', async () => {
    bridge({
      'journal.verify': () =>
        ok({
          ...whole,
          ok: false,
          problems: [
            { kind: 'entryEdited', register: 'foundItems', where: 'SW202611-0007', detail: 'name' },
            { kind: 'tailCut', register: null, where: '#2296', detail: '' },
          ],
        }),
    });
    show(<VerifyDialog opened onClose={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: '开始校验' }));
    expect(await screen.findByText(/发现 2 处问题/)).toBeTruthy();
    expect(screen.getByText('SW202611-0007').closest('tr')?.textContent).toContain('登记在软件之外被改动');
    expect(screen.getByText('最后一部分日志被截掉')).toBeTruthy();
  });
});
