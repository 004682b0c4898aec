import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { type Mock, vi } from 'vitest';
import { ScanListener } from '../../../renderer/ui/ScanListener';
import { scanCodeOf } from '../../../shared/ids';
import { type WedgeKey, type WedgeOptions, wedgeKeys } from '../../support/wedge';
import { show } from '../support';

/** A small page under the scan listener, and keys as keyboards, scanners and input methods send them. */

export const CODE = scanCodeOf('foundItems', '2026-11', 1);
/** ms of the keys in this file; each test goes on from the last. */
let clock = 1000;
/** Lets time go by between two scans, in ms. */
export const pause = (ms: number): void => {
  clock += ms;
};

/** How an input method stands in the way: `off`; `on` it keeps the characters and types them itself; `composing`. */
export type Ime = 'off' | 'on' | 'composing';

/** One key as a keyboard sends it, and what the browser does next. Answers false when it was swallowed. */
export function press({ code, key, shiftKey, gap }: WedgeKey, ime: Ime = 'off'): boolean {
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
export function wedge(text: string, options: WedgeOptions = {}, ime: Ime = 'off'): boolean {
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
export function Desk({ onScan, onForeign, onSubmit, onPress }: DeskProps) {
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
interface ShownDesk {
  onScan: Mock<(code: string) => void>;
  onForeign: Mock<(code: string) => void>;
  onSubmit: Mock<() => void>;
  onPress: Mock<() => void>;
  name: HTMLInputElement;
  /** What React holds, which must be what the fields show. */
  shown: () => string | null;
}
/** A form, a button and the listener; what they were told. */
export function desk(): ShownDesk {
  const calls = { onScan: vi.fn(), onForeign: vi.fn(), onSubmit: vi.fn(), onPress: vi.fn() };
  show(<Desk {...calls} />);
  const name = screen.getByLabelText<HTMLInputElement>('名称');
  return { ...calls, name, shown: () => screen.getByLabelText('所填').textContent };
}
