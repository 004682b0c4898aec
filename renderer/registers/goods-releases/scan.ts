import { call } from '../../client';
import type { ScanAct } from '../scan-act';

/** What a scanned slip does beyond the plain card: a part that comes back to the desk is filed by the scan alone. */
export const goodsReleaseScan: ScanAct = {
  async instant(entry, { words }) {
    if (entry.state !== 'released' || !entry.acts.includes('goodsReleases.returnSlip')) return null;
    const now = await call('goodsReleases.entry', { id: entry.entryId });
    if (!now.ok) return { error: now.error };
    const { id, version } = now.data.entry;
    const done = await call('goodsReleases.returnSlip', { id, version });
    if (!done.ok) return { error: done.error };
    return {
      said: words.t('goods-releases:scan.returned', { no: entry.serialNo }),
      undo: () => call('goodsReleases.undoReturn', { id, version: done.data.version }),
    };
  },
  explain: (entry, { t }) =>
    entry.state === 'issued' && entry.next === 'releaseRequests.reissue'
      ? t('goods-releases:scan.expired')
      : null,
};
