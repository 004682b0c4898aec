import type { Wording } from '../../../shared/columns';
import type { Backup } from '../../../shared/registers/backups.row';
import { hasWords, useWords } from '../../i18n';
import { useOp } from '../../queries';
import { When } from '../../ui/When';

/** The log of copies, backups and drills, the newest on top. */
export function BackupLog() {
  const words = useWords();
  const { t } = words;
  const log = useOp('backups.list', {});
  const rows = log.data ?? [];
  return (
    <section className="backup-log">
      <h2>{t('backups:log.title')}</h2>
      {log.data && rows.length === 0 ? <p className="quiet">{t('backups:log.empty')}</p> : null}
      {rows.length > 0 ? (
        <table className="plain-table">
          <thead>
            <tr>
              {(['when', 'kind', 'file', 'size', 'by', 'result'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`backups:log.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <When at={row.endedAt} />
                </td>
                <td>{t(`backups:kind.${row.kind}`)}</td>
                <td className="number" title={row.place ?? undefined}>
                  {row.file ?? '/'}
                </td>
                <td className="number">{row.bytes === null ? '/' : `${(row.bytes / 1e6).toFixed(1)} MB`}</td>
                <td>{row.recorderId === null ? t('backups:log.machine') : row.recorderName}</td>
                <td className={row.result === 'ok' ? undefined : 'seal'}>{resultOf(row, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

function resultOf(row: Backup, { t }: Wording): string {
  if (row.result === 'ok') return t(row.kind === 'drill' ? 'backups:log.drillOk' : 'backups:log.ok');
  if (row.problems !== null && row.problems > 0) return t('backups:log.problems', { count: row.problems });
  const key = `backups:why.${row.reason}`;
  return t('backups:log.failed', { why: hasWords(key) ? t(key) : (row.reason ?? '') });
}
