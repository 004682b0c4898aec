import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** One line: what the book is for. */
  what: string;
  /** Where the rule comes from, e.g. 来源：捡拾物品管理制度. */
  rule?: string;
  /** The key that starts an entry and what it does. */
  shortcut?: { keys: string; does: string };
  /** A button, when there is one obvious thing to do. */
  children?: ReactNode;
}

/** An empty book teaches: what it is for, the key to press, the rule behind it. */
export function EmptyState({ what, rule, shortcut, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p>{what}</p>
      {shortcut ? (
        <p className="quiet">
          <Kbd>{shortcut.keys}</Kbd> {shortcut.does}
        </p>
      ) : null}
      {rule ? <p className="quiet small">{rule}</p> : null}
      {children}
    </div>
  );
}
