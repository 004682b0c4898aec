import { holds } from '../../../../shared/roles';
import { client } from '../../../client';
import type { ScanAct } from '../../scan-act';

/** A scanned tag of a key that is out is its return (desk-practice.md §4: one scan, no key); five seconds take it back. */
export const keyScan: ScanAct = {
  async instant(entry, { words, actor }) {
    if (entry.state !== 'out' || !holds(actor.roles, 'keyLoans.issue')) return null;
    const done = await client.keyLoans.returnKey({ keyId: entry.entryId });
    // Out without a loan: an opened storeroom comes back by re-sealing, not by a scan; the card says what to do.
    if (!done.ok && done.error.kind === 'refused' && done.error.reason === 'keyLoans.notOut') return null;
    if (!done.ok) return { error: done.error };
    const { id: loanId, keyNo, borrowerName, whole } = done.data;
    return {
      said:
        words.t('key-desk:scan.returned', { no: keyNo, name: borrowerName ?? '' }) +
        (whole ? '' : ` ${words.t('key-desk:scan.partLeft', { no: keyNo })}`),
      undo: () => client.keyLoans.undoReturn({ loanId }),
    };
  },
};
