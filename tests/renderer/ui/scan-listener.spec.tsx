// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScanListener } from '../../../renderer/ui/ScanListener';
import { IDLE_MS } from '../../../renderer/ui/scan-burst';
import { scanCodeOf } from '../../../shared/ids';
import { bridge, show } from '../support';

const CODE = scanCodeOf('foundItems', '2026-11', 1);
/** ms of the keys in this file; each test goes on from the last. */
let clock = 1000;

beforeEach(() => {
  bridge({});
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface KeyOptions {
  gap: number;
  composing?: boolean;
}
/** One key as a keyboard sends it; under an input method the key itself is only `Process`. Answers false when swallowed. */
function press(code: string, key: string, { gap, composing = false }: KeyOptions): boolean {
  clock += gap;
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', {
    code,
    key: composing ? 'Process' : key,
    keyCode: composing ? 229 : 0,
    isComposing: composing,
    bubbles: true,
    cancelable: true,
  });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  const lands = fireEvent(target, event);
  // What the browser would do next: the digit lands in the field.
  if (lands && !composing && /^\d$/.test(key) && target instanceof HTMLInputElement)
    fireEvent.input(target, { target: { value: target.value + key } });
  return lands;
}
const digits = (text: string, options: KeyOptions): void => {
  for (const digit of text) press(`Digit${digit}`, digit, options);
};

function Desk({
  onScan,
  onForeign,
}: {
  onScan: (code: string) => void;
  onForeign?: (digits: string) => void;
}) {
  const [name, setName] = useState('');
  return (
    <>
      <input aria-label="名称" value={name} onChange={(event) => setName(event.target.value)} />
      <ScanListener onScan={onScan} onForeign={(text) => onForeign?.(text)} />
    </>
  );
}

describe('the scanner', () => {
  it('is heard without any field in focus, and its Enter is swallowed', () => {
    const onScan = vi.fn();
    show(<Desk onScan={onScan} />);
    digits(CODE, { gap: 8 });
    expect(press('Enter', 'Enter', { gap: 8 })).toBe(false);
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
  });

  it('takes the burst out of the field it ran into and leaves what was typed before', () => {
    const onScan = vi.fn();
    show(<Desk onScan={onScan} />);
    const name = screen.getByLabelText<HTMLInputElement>('名称');
    name.focus();
    fireEvent.input(name, { target: { value: '雨伞' } });
    digits(CODE, { gap: 8 });
    press('Tab', 'Tab', { gap: 8 });
    expect(onScan).toHaveBeenCalledWith(CODE);
    expect(name.value).toBe('雨伞');
    expect(document.activeElement).toBe(name);
  });

  it('ends without a terminator after a silence', () => {
    const onScan = vi.fn();
    show(<Desk onScan={onScan} />);
    digits(CODE, { gap: 8 });
    expect(onScan).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(onScan).toHaveBeenCalledWith(CODE);
  });

  it('leaves a hand alone: slow digits and their Enter pass', () => {
    const onScan = vi.fn();
    show(<Desk onScan={onScan} />);
    const name = screen.getByLabelText<HTMLInputElement>('名称');
    name.focus();
    digits(CODE, { gap: 90 });
    expect(press('Enter', 'Enter', { gap: 90 })).toBe(true);
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(onScan).not.toHaveBeenCalled();
    expect(name.value).toBe(CODE);
  });

  it('ignores the same code again within 1.5 s, also its Enter, and hears it after', () => {
    const onScan = vi.fn();
    show(<Desk onScan={onScan} />);
    for (const pause of [0, 300, 2000]) {
      clock += pause;
      digits(CODE, { gap: 8 });
      expect(press('Enter', 'Enter', { gap: 8 })).toBe(false);
    }
    expect(onScan).toHaveBeenCalledTimes(2);
  });

  it('says when twelve scanned digits are none of ours and leaves them where they are', () => {
    const onScan = vi.fn();
    const onForeign = vi.fn();
    show(<Desk onScan={onScan} onForeign={onForeign} />);
    const wrong = CODE.slice(0, 11) + ((Number(CODE[11]) + 1) % 10);
    digits(wrong, { gap: 8 });
    expect(press('Enter', 'Enter', { gap: 8 })).toBe(true);
    expect(onScan).not.toHaveBeenCalled();
    expect(onForeign).toHaveBeenCalledWith(wrong);
  });

  it('cancels a composition it interrupts and picks no candidate', () => {
    const onScan = vi.fn();
    show(<Desk onScan={onScan} />);
    const name = screen.getByLabelText<HTMLInputElement>('名称');
    name.focus();
    fireEvent.input(name, { target: { value: '黑色' } });
    fireEvent.compositionStart(name);
    fireEvent.input(name, { target: { value: '黑色yus' }, isComposing: true });
    let left = false;
    name.addEventListener('blur', () => {
      left = true;
    });
    // Once the field is left, keys no longer pass through the input method.
    for (const [index, digit] of [...CODE].entries())
      press(`Digit${digit}`, digit, { gap: 8, composing: index < 3 });
    expect(left).toBe(true);
    expect(press('Enter', 'Enter', { gap: 8 })).toBe(false);
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
    expect(name.value).toBe('黑色');
    expect(document.activeElement).toBe(name);
  });
});
