import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { isComposing } from './keys';

interface DialogProps {
  title: ReactNode;
  opened: boolean;
  /** Esc, the cross and nothing else: a click beside the dialog never throws typed text away. */
  onClose: () => void;
  /** Width in px; default 560. */
  width?: number;
  children: ReactNode;
}

/** Dialogs that are open, the topmost last: one Esc closes one. */
const stack: { id: string; close: () => void }[] = [];

/** Closes every open dialog, the topmost first, as Esc would: somebody is led to another page. */
export function closeDialogs(): void {
  for (const dialog of [...stack].reverse()) dialog.close();
}

/** A sheet laid on the book for one act. Focus stays inside and goes back where it was. */
export function Dialog({ title, opened, onClose, width = 560, children }: DialogProps) {
  const id = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!opened) return;
    const self = { id, close: () => close.current() };
    stack.push(self);
    // On the window: the focus may rest nowhere for a moment, and Esc must still be a way out. A form inside that goes
    // back by itself has stopped the key before it comes here.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event) || stack.at(-1) !== self)
        return;
      if (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true')
        return;
      event.preventDefault();
      close.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stack.splice(stack.indexOf(self), 1);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [opened, id]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      closeOnClickOutside={false}
      closeOnEscape={false}
      lockScroll={false}
      classNames={{ title: 'dialog-title', header: 'dialog-header', content: 'dialog-content' }}
    >
      {children}
    </Modal>
  );
}
