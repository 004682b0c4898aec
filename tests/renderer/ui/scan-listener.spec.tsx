// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScanListener } from '../../../renderer/ui/ScanListener';
import { IDLE_MS } from '../../../renderer/ui/scan-burst';
import { useScanTarget } from '../../../renderer/ui/scan-target';
import { scanCodeOf } from '../../../shared/ids';
import { type WedgeKey, type WedgeOptions, wedgeKeys } from '../../support/wedge';
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

/** How an input method stands in the way: `off`; `on` it keeps the characters and types them itself; `composing`. */
type Ime = 'off' | 'on' | 'composing';

/** One key as a keyboard sends it, and what the browser does next. Answers false when it was swallowed. */
function press({ code, key, shiftKey, gap }: WedgeKey, ime: Ime = 'off'): boolean {
  clock += gap;
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', {
    code,
    key: ime === 'off' ? key : 'Process',
    keyCode: ime === 'off' ? 0 : 229,
    shiftKey,
    isComposing: ime === 'composing',
    bubbles: true,
    cancelable: true,
  });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  const lands = fireEvent(target, event);
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  // An input method has the key before the page: swallowing it does not keep its character away.
  if (isText && key.length === 1 && (ime === 'on' || (lands && ime === 'off'))) type(target, key);
  if (lands && key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  return lands;
}
function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  fireEvent.input(field, { target: { value: field.value.slice(0, start) + text + field.value.slice(end) } });
  if (field.selectionStart !== null) field.setSelectionRange(start + text.length, start + text.length);
}
/** A scan. Answers whether its end was swallowed. */
function wedge(text: string, options: WedgeOptions = {}, ime: Ime = 'off'): boolean {
  return (
    wedgeKeys(text, options)
      .map((key) => press(key, ime))
      .at(-1) === false
  );
}

interface DeskProps {
  onScan?: (code: string) => void;
  onForeign?: (code: string) => void;
  onSubmit?: () => void;
  onPress?: () => void;
}
function Desk({ onScan, onForeign, onSubmit, onPress }: DeskProps) {
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [count, setCount] = useState('');
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <input aria-label="名称" value={name} onChange={(event) => setName(event.target.value)} />
        <textarea aria-label="备注" value={note} onChange={(event) => setNote(event.target.value)} />
        <input aria-label="数量" type="number" value={count} onChange={(e) => setCount(e.target.value)} />
        <output aria-label="所填">{`${name}|${note}|${count}`}</output>
      </form>
      <button type="button" onClick={onPress}>
        删除
      </button>
      <ScanListener onScan={(code) => onScan?.(code)} onForeign={(text) => onForeign?.(text)} />
    </>
  );
}
const desk = () => {
  const calls = { onScan: vi.fn(), onForeign: vi.fn(), onSubmit: vi.fn(), onPress: vi.fn() };
  show(<Desk {...calls} />);
  const name = screen.getByLabelText<HTMLInputElement>('名称');
  return { ...calls, name, shown: () => screen.getByLabelText('所填').textContent };
};

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
      clock += 5000;
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
      clock += 5000;
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

  it('ignores the same code again within 1.5 s, also its Enter, and hears it after', () => {
    const { onScan } = desk();
    for (const pause of [0, 300, 2000]) {
      clock += pause;
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
