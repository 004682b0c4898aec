import { useWords } from '../../i18n';

/** An item of this run as it was saved. */
export interface Done {
  id: string;
  serialNo: string;
  place: string;
  shelf: string | null;
  at: string;
}

/** Lines of the run that stay in sight: the clerk puts the parcels on the shelves named here. */
const SHOWN = 4;

/** What this run took in, newest first, each with the shelf it goes to. */
export function RunLine({ run }: { run: readonly Done[] }) {
  const { t } = useWords();
  if (run.length === 0) return null;
  return (
    <ul className="mail-run small" aria-label={t('mail:screen.run', { n: run.length })}>
      <li className="quiet">{t('mail:screen.run', { n: run.length })}</li>
      {run.slice(0, SHOWN).map(({ id, serialNo: no, place, shelf }) => (
        <li key={id} className="number">
          {shelf ? t('mail:screen.runLine', { no, place, shelf }) : t('mail:screen.runUnmatched', { no })}
        </li>
      ))}
    </ul>
  );
}
