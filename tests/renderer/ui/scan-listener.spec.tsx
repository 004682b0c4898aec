// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDLE_MS } from '../../../renderer/ui/scan-burst';
import { useScanTarget } from '../../../renderer/ui/scan-target';
import { bridge, show } from '../support';
import { CODE, Desk, desk, pause, press, wedge } from './scanner-stub';

beforeEach(() => {
  bridge({});
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the scanner', () => {
  it('is heard without any field in focus, and its Enter is swallowed', () => {
    const { onScan } = desk();
    expect(wedge(CODE)).toBe(true);
    expect(onScan).toHaveBeenCalledExactlyOnceWith(CODE);
  });

  it('leaves every kind of field as it was: text, caret, selection, and what React holds', () => {
    const { onScan, shown } = desk();
    for (const [label, text, start, end] of [
      ['名称', '雨伞一把', 2, 2],
      ['名称', '雨伞一把', 1, 3],
      ['备注', '两\n行', 1, 1],
      ['数量', '12', null, null],
    ] as const) {
      const field = screen.getByLabelText<HTMLInputElement>(label);
      field.focus();
      fireEvent.input(field, { target: { value: text } });
      if (start !== null) field.setSelectionRange(start, end);
      const before = shown();
      pause(5000);
      expect(wedge(CODE, { terminator: 'Tab' })).toBe(true);
      expect(field.value).toBe(text);
      expect([field.selectionStart, field.selectionEnd]).toEqual([start, end]);
      expect(shown()).toBe(before);
      expect(document.activeElement).toBe(field);
    }
    expect(onScan).toHaveBeenCalledTimes(4);
  });

  it('lets no more than three digits into a field at any time', () => {
    const { name } = desk();
    name.focus();
    const seen: string[] = [];
    name.addEventListener('input', () => seen.push(name.value));
    wedge(CODE);
    expect(Math.max(...seen.map((value) => value.length))).toBe(3);
    expect(name.value).toBe('');
  });

  it('submits no form and presses no button, even with an end too many', () => {
    const { onScan, onSubmit, onPress, name } = desk();
    for (const place of [name, screen.getByRole('button')]) {
      place.focus();
      pause(5000);
      wedge(CODE);
      expect(press({ code: 'Enter', key: 'Enter', shiftKey: false, gap: 8 })).toBe(false);
      expect(press({ code: 'Tab', key: 'Tab', shiftKey: false, gap: 8 })).toBe(false);
    }
    expect(onScan).toHaveBeenCalledTimes(2);
    expect(onSubmit).not.toHaveBeenCalled();
    expect(onPress).not.toHaveBeenCalled();
    expect(press({ code: 'Enter', key: 'Enter', shiftKey: false, gap: 900 })).toBe(true);
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('ends without a terminator after a silence', () => {
    const { onScan, name } = desk();
    name.focus();
    wedge(CODE, { terminator: null });
    expect(onScan).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(onScan).toHaveBeenCalledWith(CODE);
    expect(name.value).toBe('');
  });

  it('leaves a hand alone: slow digits and their Enter pass', () => {
    const { onScan, name } = desk();
    name.focus();
    expect(wedge(CODE, { gap: 90 })).toBe(false);
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(onScan).not.toHaveBeenCalled();
    expect(name.value).toBe(CODE);
  });

  it('gives back what a hand dropped on many keys at once, in its place', () => {
    const { onScan, name, shown } = desk();
    name.focus();
    fireEvent.input(name, { target: { value: '第号楼' } });
    name.setSelectionRange(1, 1);
    wedge('123456', { gap: 5, terminator: null });
    expect(name.value).toBe('第123号楼');
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(name.value).toBe('第123456号楼');
    expect(shown()).toContain('第123456号楼');
    expect(name.selectionStart).toBe(7);
    expect(onScan).not.toHaveBeenCalled();
  });

  it('leaves a field with all that was typed into it when the focus goes elsewhere', () => {
    const { name, shown } = desk();
    name.focus();
    wedge('123456', { gap: 5, terminator: null });
    const button = screen.getByRole('button');
    act(() => button.focus());
    expect(name.value).toBe('123456');
    expect(shown()).toBe('123456||');
    act(() => vi.advanceTimersByTime(IDLE_MS));
    expect(document.activeElement).toBe(button);
    expect(name.value).toBe('123456');
  });

  it('ignores the same code again within 1.5 s, also its Enter, and hears it after', () => {
    const { onScan } = desk();
    for (const gap of [0, 300, 2000]) {
      pause(gap);
      expect(wedge(CODE)).toBe(true);
    }
    expect(onScan).toHaveBeenCalledTimes(2);
  });
});

describe('numbers of others', () => {
  const parcel = 'SF1234567890123';
  it('are told apart where no text field has the focus', () => {
    const { onScan, onForeign } = desk();
    expect(wedge(parcel)).toBe(true);
    expect(onForeign).toHaveBeenCalledExactlyOnceWith(parcel);
    const wrong = CODE.slice(0, 11) + ((Number(CODE[11]) + 1) % 10);
    expect(wedge(wrong)).toBe(true);
    expect(onForeign).toHaveBeenLastCalledWith(wrong);
    expect(onScan).not.toHaveBeenCalled();
  });

  it('stay in the text field they were scanned into, with their Enter, as if typed', () => {
    const { onForeign, name } = desk();
    name.focus();
    expect(wedge(parcel)).toBe(false);
    expect(name.value).toBe(parcel);
    expect(onForeign).not.toHaveBeenCalled();
  });

  it('go to the open screen that wants them, and out of the field', () => {
    const onForeign = vi.fn();
    function Parcels() {
      const here = useScanTarget(() => 'taken', { foreign: true });
      return <div ref={here}>包裹</div>;
    }
    show(
      <>
        <Parcels />
        <Desk onForeign={onForeign} />
      </>,
    );
    const name = screen.getByLabelText<HTMLInputElement>('名称');
    name.focus();
    expect(wedge(parcel)).toBe(true);
    expect(name.value).toBe('');
    expect(onForeign).toHaveBeenCalledExactlyOnceWith(parcel);
  });
});
