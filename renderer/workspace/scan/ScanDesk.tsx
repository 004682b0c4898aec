import { useEffect, useRef } from 'react';
import { ScanListener } from '../../ui/ScanListener';
import { restore, snapshotOf, textElement } from '../../ui/scan-field';
import { type Opener, ScanCard } from './ScanCard';
import './scan.css';
import { useScans } from './use-scans';

interface ScanDeskProps {
  /** Locked: the scanner is deaf. */
  locked: boolean;
  /** Shows an entry, with an act to begin or none. */
  onOpen: Opener;
}

/** The scanner at this desk: the listener, what happens to a scan, and the result card. */
export function ScanDesk({ locked, onOpen }: ScanDeskProps) {
  const { shown, take, close } = useScans();
  /** Where the clerk was when the first card came: Esc leads back there. Some fields drop half-typed text when left. */
  const back = useRef<(() => void) | null>(null);
  const scan = (code: string) => {
    if (!shown) back.current = wayBack(document.activeElement);
    take(code);
  };
  const open = shown !== null;
  useEffect(() => {
    if (!open) return;
    return () => {
      back.current?.();
      back.current = null;
    };
  }, [open]);
  const lead: Opener = (ask) => {
    back.current = null;
    onOpen(ask);
  };
  return (
    <>
      <ScanListener enabled={!locked} onScan={scan} onForeign={scan} />
      {shown && !locked ? <ScanCard key={shown.turn} shown={shown} onOpen={lead} onClose={close} /> : null}
    </>
  );
}

/** Gives the focus back, to a field with the text and caret it had. */
function wayBack(focused: Element | null): (() => void) | null {
  const field = textElement(focused);
  if (field) {
    const before = snapshotOf(field);
    return () => {
      restore(before);
      // Fields that were left may still redraw themselves; their caret is set again after that, unless somebody types on.
      const settle = (frames: number) =>
        requestAnimationFrame(() => {
          if (document.activeElement !== field) return;
          if (field.value === before.value) restore(before);
          if (frames > 1) settle(frames - 1);
        });
      settle(3);
    };
  }
  return focused instanceof HTMLElement ? () => focused.focus() : null;
}
