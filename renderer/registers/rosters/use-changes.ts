import { useState } from 'react';
import type { Input } from '../../../shared/api';
import type { OpError } from '../../../shared/result';
import { useCommand } from '../../queries';

/** One place of a draft's board before and after. */
export type Change = Omit<Input<'rosters.assign'>, 'rosterId'>;

interface Changes {
  error: OpError | null;
  /** Makes them one after another; when one is refused, those before it are taken back. */
  make: (changes: readonly Change[]) => Promise<void>;
  /** Takes the last back. */
  undo: () => Promise<void>;
  canUndo: boolean;
}

const backwards = (changes: readonly Change[]): Change[] =>
  changes.map((one) => ({ ...one, had: one.staffIds, staffIds: one.had })).reverse();

/** What was changed on a draft's board while it is open, each step to be taken back (desk-practice.md §4). */
export function useChanges(rosterId: string): Changes {
  const assign = useCommand('rosters.assign');
  // A command of its own: putting back must not wipe the sentence of what was refused.
  const restore = useCommand('rosters.assign');
  const [made, setMade] = useState<readonly (readonly Change[])[]>([]);
  const apply = async (changes: readonly Change[]): Promise<boolean> => {
    for (const [n, one] of changes.entries()) {
      const result = await assign.run({ rosterId, ...one });
      if (result?.ok) continue;
      for (const before of backwards(changes.slice(0, n))) await restore.run({ rosterId, ...before });
      return false;
    }
    return true;
  };
  return {
    error: assign.error ?? restore.error,
    make: async (changes) => {
      if (await apply(changes)) setMade((before) => [...before, changes]);
    },
    undo: async () => {
      const last = made.at(-1);
      if (last && (await apply(backwards(last)))) setMade((before) => before.slice(0, -1));
    },
    canUndo: made.length > 0,
  };
}
