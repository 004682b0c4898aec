import { useCallback } from 'react';
import type { Input, OpName, Output } from '../../../shared/api';
import { type Command, useCommand } from '../../queries';
import { type Draft, useDraft } from '../../ui/drafts';
import type { Desk } from '../desk';

/** What every act on an entry gets from the entry page. */
export interface ActProps<L> {
  entry: L;
  desk: Desk;
  onClose: () => void;
  /** Committed: the page says so, with the number. */
  onDone: () => void;
  /** Goes from one act to another, e.g. from a claim that does not convince to its refusal. */
  onOther: (act: string) => void;
}

export interface Act<N extends OpName, T extends object> {
  command: Command<N>;
  draft: Draft<T>;
  /** Answers the operation's output, or null when it was refused (the sentence stands in `command.error`). */
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
