// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InstantAnswer, ScanAct } from '../../../renderer/registers/scan-act';
import { Dialog } from '../../../renderer/ui/Dialog';
import { type Taken, useScanTarget } from '../../../renderer/ui/scan-target';
import { ScanDesk } from '../../../renderer/workspace/scan/ScanDesk';
import { ScanSetup } from '../../../renderer/workspace/scan/ScanSetup';
import { scanCodeOf } from '../../../shared/ids';
import type { Scanned } from '../../../shared/registers/search';
import { TEST_CODE } from '../../../shared/scan';
import { wedgeKeys } from '../../support/wedge';
import { bridge, ok, refused, show } from '../support';

const acts = vi.hoisted(() => ({}) as Record<string, ScanAct>);
vi.mock('../../../renderer/registers/scan-acts', () => ({ scanActs: acts }));
const beep = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/ui/beep', () => ({ beep, soundOn: () => true, switchSound: vi.fn() }));

const CODE = scanCodeOf('foundItems', '2026-11', 12);
const ITEM: Scanned = {
  kind: 'entry',
  register: 'foundItems',
  entryId: 'E12',
  serialNo: 'SW202611-0012',
  title: '墨绿色长柄雨伞 ×2',
  detail: '一层大堂 · 2026-11-21 09:10',
  state: 'notified',
  at: '2026-11-21T01:10:00.000Z',
  next: 'foundItems.handToPartyA',
  acts: ['foundItems.handToPartyA', 'foundItems.claim', 'foundItems.postNotice'],
  last: { op: 'foundItems.notifyPartyA', at: '2026-11-21T02:32:00.000Z', by: '李晓燕' },
};

let at = 10_000;
function wedge(code: string): void {
  at += 5000;
  for (const { gap, key, code: physical, shiftKey } of wedgeKeys(code)) {
    at += gap;
    const event = new KeyboardEvent('keydown', {
      key,
      code: physical,
      shiftKey,
      bubbles: true,
      cancelable: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: at });
    fireEvent(document.activeElement ?? document.body, event);
  }
}

let onOpen = vi.fn();
beforeEach(() => {
  for (const register of Object.keys(acts)) delete acts[register];
  beep.mockReset();
  onOpen = vi.fn();
});
const desk = (answer: Scanned = ITEM, more = <></>) => {
  const main = bridge({ 'search.scan': () => ok(answer) });
  show(
    <>
      {more}
      <ScanDesk locked={false} onOpen={onOpen} />
    </>,
  );
  return main;
};
const card = () => screen.findByRole('dialog');

describe('the result card', () => {
  it('says what it is, where it stands and what comes next; Enter does it', async () => {
    const main = desk();
    wedge(CODE);
    const shown = await card();
    expect(main.inputs('search.scan')).toEqual([{ code: CODE }]);
    for (const text of ['扫码结果 · 捡拾物品登记', 'SW202611-0012', '墨绿色长柄雨伞 ×2', '李晓燕'])
      expect(shown.textContent).toContain(text);
    expect(shown.textContent).toMatch(/10:32 李晓燕）。要.+吗？/);
    expect(beep).toHaveBeenCalledExactlyOnceWith(true);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Enter'));
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({
      register: 'foundItems',
      entryId: 'E12',
      action: 'foundItems.handToPartyA',
      begin: true,
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each([
    ['2', 'foundItems.postNotice'],
    ['1', 'foundItems.claim'],
    ['0', null],
  ])('gives digits to the other acts, 0 to the entry itself: %s', async (digit, action) => {
    desk();
    wedge(CODE);
    await card();
    fireEvent.keyDown(document.activeElement ?? document.body, { code: `Digit${digit}`, key: digit });
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(onOpen).toHaveBeenCalledWith({
      register: 'foundItems',
      entryId: 'E12',
      action,
      begin: action !== null,
    });
  });

  it('is replaced by the next scan, whose digits choose nothing', async () => {
    const main = desk();
    wedge(CODE);
    await card();
    wedge(scanCodeOf('foundItems', '2026-11', 13));
    await waitFor(() => expect(main.inputs('search.scan')).toHaveLength(2));
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('goes with Esc and gives the focus back to the field', async () => {
    desk(ITEM, <input aria-label="名称" defaultValue="雨伞" />);
    const name = screen.getByLabelText<HTMLInputElement>('名称');
    name.focus();
    wedge(CODE);
    await card();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(name.value).toBe('雨伞');
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('closes dialogs that would lie over the entry', async () => {
    function Other() {
      const [opened, setOpened] = useState(true);
      return (
        <Dialog title="另一件事" opened={opened} onClose={() => setOpened(false)}>
          <input aria-label="事由" />
        </Dialog>
      );
    }
    desk(ITEM, <Other />);
    await screen.findByLabelText('事由');
    wedge(CODE);
    await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(2));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Enter'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryAllByRole('dialog')).toEqual([]));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it.each([
    [{ kind: 'unknown', register: 'foundItems', serialNo: 'SW202611-0012' }, '没有这个编号'],
    [{ kind: 'closed', register: 'foundItems' }, '不能查看这本登记簿'],
  ] as const)('explains what cannot be opened, with the low sound: %o', async (answer, text) => {
    desk(answer);
    wedge(CODE);
    expect((await card()).textContent).toContain(text);
    expect(beep).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('says the refusal of the door', async () => {
    bridge({ 'search.scan': () => refused('locked') });
    show(<ScanDesk locked={false} onOpen={onOpen} />);
    wedge(CODE);
    expect((await card()).textContent).toContain('锁定');
    expect(beep).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('is deaf behind the lock', () => {
    const main = bridge({});
    show(<ScanDesk locked onOpen={onOpen} />);
    wedge(CODE);
    expect(main.calls).toEqual([]);
  });
});

describe('instant acts', () => {
  const instant = (answer: InstantAnswer) => {
    const run = vi.fn(async () => answer);
    acts.foundItems = { instant: run, explain: () => '自己的说明。' };
    return run;
  };

  it('act by the scan alone and can be taken back with one key', async () => {
    const undo = vi.fn(async () => ok({}));
    const run = instant({ said: '已归还 SW202611-0012。', undo });
    desk();
    wedge(CODE);
    expect((await card()).textContent).toContain('已归还 SW202611-0012。');
    expect(run).toHaveBeenCalledOnce();
    expect(beep).toHaveBeenCalledExactlyOnceWith(true);
    fireEvent.keyDown(document.activeElement ?? document.body, { code: 'KeyZ', key: 'z' });
    await screen.findByText('已撤销，恢复原状。');
    expect(undo).toHaveBeenCalledOnce();
  });

  it('say their refusal on the card', async () => {
    instant({ error: { kind: 'refused', reason: 'conflict' } });
    desk();
    wedge(CODE);
    const shown = await card();
    expect(shown.querySelector('.error-line')).not.toBeNull();
    expect(beep).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('leave the card to ask when nothing is done at once, in the register’s own words', async () => {
    instant(null);
    desk();
    wedge(CODE);
    expect((await card()).textContent).toContain('自己的说明。');
  });
});

describe('screens that take scans', () => {
  function Counting({ answer, hidden = false }: { answer: Taken; hidden?: boolean }) {
    const [seen, setSeen] = useState<string[]>([]);
    const here = useScanTarget(({ code, own }) => {
      setSeen((before) => [...before, `${own?.kind}:${code}`]);
      return answer;
    });
    return (
      <div hidden={hidden}>
        <ol ref={here} aria-label={hidden ? '别的标签' : '清点'}>
          {seen.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
      </div>
    );
  }
  const listed = (name: string) => screen.getByLabelText(name).textContent;

  it('come before the card, the last opened first; hidden ones are not asked', async () => {
    const main = desk(
      ITEM,
      <>
        <Counting answer="taken" />
        <Counting answer="taken" hidden />
      </>,
    );
    wedge(CODE);
    await waitFor(() => expect(listed('清点')).toBe(`entry:${CODE}`));
    expect(listed('别的标签')).toBe('');
    expect(beep).toHaveBeenCalledExactlyOnceWith(true);
    expect(main.calls).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('sound low for what is wrong', async () => {
    desk(ITEM, <Counting answer="wrong" />);
    wedge(CODE);
    await waitFor(() => expect(beep).toHaveBeenCalledExactlyOnceWith(false));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('pass on what is not theirs', async () => {
    desk(ITEM, <Counting answer="pass" />);
    wedge(CODE);
    await card();
  });
});

describe('the set-up page', () => {
  it('shows a test barcode, every key with its gap, and the verdict', async () => {
    const main = desk(ITEM, <ScanSetup opened onClose={() => undefined} />);
    await screen.findByText('扫码枪设置');
    wedge(TEST_CODE);
    await screen.findByText(new RegExp(`读到测试条码 ${TEST_CODE}`));
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows).toHaveLength(13);
    expect(rows[0]!.textContent).toBe('EnterEnter8.0否本簿条码');
    expect(rows.at(-1)!.textContent).toContain('手工输入');
    expect(main.calls).toEqual([]);
    wedge('SF1234567890123');
    await screen.findByText(/读到其他条码 SF1234567890123/);
  });
});
