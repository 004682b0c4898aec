import { Modal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
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

/** A sheet laid on the book for one act. Focus stays inside and goes back where it was. */
export function Dialog({ title, opened, onClose, width = 560, children }: DialogProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    if (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onKeyDown={onKeyDown}
      lockScroll={false}
      classNames={{ title: 'dialog-title', header: 'dialog-header', content: 'dialog-content' }}
    >
      {children}
    </Modal>
  );
}
