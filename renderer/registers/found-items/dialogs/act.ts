import { useCallback } from 'react';
import type { Input, OpName, Output } from '../../../../shared/api';
import type { FoundItemLine } from '../../../../shared/registers/found-items.row';
import { type Command, useCommand } from '../../../queries';
import { type Draft, useDraft } from '../../../ui/drafts';
import type { Desk } from '../desk';

/** What every act on a found item gets from the entry page. */
export interface ActProps {
  entry: FoundItemLine;
  desk: Desk;
  onClose: () => void;
  /** Committed: the page says so, with the number. */
  onDone: () => void;
  /** Goes from one act to another, e.g. from a claim that does not convince to its refusal. */
  onOther: (act: string) => void;
}

/** `SW202611-0001 雨伞 ×1`: names the line an act is done to. */
export const aboutItem = (entry: FoundItemLine): string =>
  `${entry.serialNo}  ${entry.name} ×${entry.quantity}`;

export interface Act<N extends OpName, T extends object> {
  command: Command<N>;
  draft: Draft<T>;
  send: (input: Input<N>) => Promise<Output<N> | null>;
}

/**
 * One act: its command and its draft, kept when the dialog is closed with Esc or refused and thrown away when committed.
 * PINs never belong into `initial`: they are kept nowhere.
 */
export function useAct<N extends OpName, T extends object>(
  name: N,
  id: string,
  initial: T,
  after: { onClose: () => void; onDone: () => void },
): Act<N, T> {
  const command = useCommand(name);
  const draft = useDraft(`${name}.${id}`, initial);
  const { run } = command;
  const { clear } = draft;
  const { onClose, onDone } = after;
  const send = useCallback(
    async (input: Input<N>) => {
      const result = await run(input);
      if (!result?.ok) return null;
      clear();
      onDone();
      onClose();
      return result.data;
    },
    [run, clear, onClose, onDone],
  );
  return { command, draft, send };
}
