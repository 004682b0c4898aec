// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDLE_MS } from '../../../renderer/ui/scan-burst';
import { wedgeKeys } from '../../support/wedge';
import { bridge } from '../support';
import { CODE, desk, press, wedge } from './scanner-stub';

beforeEach(() => {
  bridge({});
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('under a Chinese input method', () => {
  it('is read from the physical keys, and what the method typed by itself is taken out', () => {
    const { onScan, name, shown } = desk();
    name.focus();
    fireEvent.input(name, { target: { value: '黑色' } });
    expect(wedge(CODE, {}, 'on')).toBe(true);
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
    expect(name.value).toBe('黑色');
    expect(shown()).toBe('黑色||');
  });

  it('gives nothing back twice when a hand was that fast', () => {
    const { name } = desk();
    name.focus();
    wedge('1234567', { gap: 5, terminator: null }, 'on');
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(name.value).toBe('1234567');
  });

  const compose = (name: HTMLInputElement): { left: () => boolean } => {
    name.focus();
    fireEvent.input(name, { target: { value: '黑色' } });
    fireEvent.compositionStart(name);
    fireEvent.input(name, { target: { value: '黑色yus' }, isComposing: true });
    let left = false;
    name.addEventListener('blur', () => {
      left = true;
    });
    return { left: () => left };
  };

  it('cancels a composition it interrupts and picks no candidate', () => {
    const { onScan, name, shown } = desk();
    const { left } = compose(name);
    // Once the field is left, keys no longer pass through the input method.
    const ends = wedgeKeys(CODE).map((key, index) => press(key, index < 4 ? 'composing' : 'off'));
    expect(left()).toBe(true);
    expect(ends.at(-1)).toBe(false);
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
    expect(name.value).toBe('黑色');
    expect(shown()).toBe('黑色||');
    expect(document.activeElement).toBe(name);
  });

  it('takes a candidate back that its first digit picked', () => {
    const { onScan, name } = desk();
    compose(name);
    const [first, ...rest] = wedgeKeys(CODE);
    press(first!, 'composing');
    fireEvent.input(name, { target: { value: '黑色雨伞' } });
    fireEvent.compositionEnd(name);
    for (const key of rest) press(key, 'on');
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
    expect(name.value).toBe('黑色');
  });

  it('is read when the method swallows the Enter that ends it', () => {
    const { onScan, name } = desk();
    compose(name);
    for (const key of wedgeKeys(CODE, { terminator: null })) press(key, 'composing');
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
    expect(name.value).toBe('黑色');
  });

  it('leaves a hand’s composition alone, digits that pick candidates included', () => {
    const { onScan, name } = desk();
    const { left } = compose(name);
    for (const digit of '1234')
      press({ code: `Digit${digit}`, key: digit, shiftKey: false, gap: 60 }, 'composing');
    expect(left()).toBe(false);
    expect(onScan).not.toHaveBeenCalled();
    expect(name.value).toBe('黑色yus');
  });
});
