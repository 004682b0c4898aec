import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import type { ScanBodyProps } from '../scan-act';

/** What waits together with the scanned item, and on which shelves: one walk fetches all. */
export default function WaitingBody({ entry }: ScanBodyProps) {
  const { t } = useWords();
  const waits = ['arrived', 'shelved', 'notified'].includes(entry.state);
  const asked = useOp('mailItems.waitingWith', { id: entry.entryId }, { enabled: waits });
  const rows = asked.data?.rows ?? [];
  if (!waits || rows.length < 2) return null;
  const shelves = [...new Set(rows.map((row) => row.shelf).filter(Boolean))].join('  ');
  return <p>{t('mail:screen.allWaiting', { n: rows.length, shelves })}</p>;
}
