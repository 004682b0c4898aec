import type { ReactNode } from 'react';
import { useOpen } from '../registers/open';

interface EntryLinkProps {
  register: string;
  /** Nothing is drawn without one. */
  entryId: string | null | undefined;
  /** Number or name of the entry. */
  children: ReactNode;
}

/** A way from one entry to another, in whatever tab that stands. */
export function EntryLink({ register, entryId, children }: EntryLinkProps) {
  const open = useOpen();
  if (!entryId) return null;
  return (
    <button type="button" className="link-button number" onClick={() => open({ register, entryId })}>
      {children}
    </button>
  );
}
