// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '../../../renderer/i18n';
import { Dialog } from '../../../renderer/ui/Dialog';
import { UNDO_MS, useNotices } from '../../../renderer/ui/Notices';
import { errorSentence } from '../../../renderer/ui/refusal';
import { whenText } from '../../../renderer/ui/When';
import type { Wording } from '../../../shared/columns';
import { bridge, show } from '../support';

const words: Wording = { lang: 'zh-CN', t: (key, params) => i18n.t(key, params ?? {}) };

beforeEach(() => {
  bridge({});
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the foot line', () => {
  function Act({ onUndo }: { onUndo: () => void }) {
    const notices = useNotices();
    return (
      <button type="button" onClick={() => notices.undo('已作废 SW202611-0007', onUndo)}>
        作废
      </button>
    );
  }
  it('offers to take an act back for five seconds and no longer', () => {
    vi.useFakeTimers();
    const onUndo = vi.fn();
    show(<Act onUndo={onUndo} />);
    fireEvent.click(screen.getByRole('button', { name: '作废' }));
    act(() => vi.advanceTimersByTime(UNDO_MS - 1));
    expect(screen.getByText('已作废 SW202611-0007')).toBeTruthy();
    act(() => vi.advanceTimersByTime(1));
    expect(screen.queryByText('已作废 SW202611-0007')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '作废' }));
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });
});

describe('dialogs', () => {
  it('close one at a time by Esc, wherever the focus rests, and never while composing', () => {
    const closed: string[] = [];
    show(
      <>
        <Dialog title="下" opened onClose={() => closed.push('lower')}>
          <input aria-label="姓名" />
        </Dialog>
        <Dialog title="上" opened onClose={() => closed.push('upper')}>
          <p>上面</p>
        </Dialog>
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'Escape', keyCode: 229 });
    expect(closed).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(closed).toEqual(['upper']);
  });
});

describe('sentences', () => {
  it('say what the door refused, in words, with its numbers', () => {
    expect(errorSentence({ kind: 'refused', reason: 'session.wrong', params: { left: 3 } }, words)).toBe(
      '不对，还可以再试 3 次。',
    );
    expect(errorSentence({ kind: 'broken', ref: 'a1b2' }, words)).toContain('a1b2');
    expect(errorSentence({ kind: 'refused', reason: 'foundItems.notAlone' }, words)).not.toContain(
      'notAlone',
    );
  });

  it('say times as people do', () => {
    const now = '2026-11-21T09:20:00.000Z';
    expect(whenText('2026-11-21T01:30:00.000Z', now, words)).toBe('09:30');
    expect(whenText('2026-11-20T09:20:00.000Z', now, words)).toBe('昨天 17:20');
    expect(whenText('2026-03-01T02:00:00.000Z', now, words)).toBe('03-01 10:00');
    expect(whenText('2025-12-31T02:00:00.000Z', now, words)).toBe('2025-12-31 10:00');
  });
});
