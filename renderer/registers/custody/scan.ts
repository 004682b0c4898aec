import { client } from '../../client';
import type { ScanAct } from '../scan-act';

/**
 * A scanned label of a tool that is out is its return, as with keys; five seconds take it back. Where a deposit is held,
 * money changes hands: the card asks.
 */
export const toolScan: ScanAct = {
  async instant(entry, { words }) {
    if (entry.state !== 'out' || !entry.acts.includes('toolLoans.return')) return null;
    const done = await client.toolLoans.returnTool({ toolId: entry.entryId });
    if (!done.ok && done.error.kind === 'refused' && done.error.reason === 'toolLoans.depositHeld')
      return null;
    if (!done.ok) return { error: done.error };
    const { id: loanId, toolNo, borrowerName } = done.data;
    return {
      said: words.t('custody:scan.returned', { no: toolNo, name: borrowerName ?? '' }),
      undo: () => client.toolLoans.undoReturn({ loanId }),
    };
  },
};
