import { useWords } from '../../../i18n';
import type { Prepared } from './issue-form';

interface IssueNotesProps {
  prepared: Prepared;
}

/** What pops up on issue: the unit's and the key's own instructions, what stands in the way, what needs a second person. */
export function IssueNotes({ prepared }: IssueNotesProps) {
  const { t } = useWords();
  const { bar, conflicts, instructions } = prepared;
  if (!bar && conflicts.length === 0 && instructions.length === 0) return null;
  return (
    <div className="issue-notes" aria-live="polite">
      {bar ? (
        <p className="issue-stop">
          <span aria-hidden="true">▲</span> {t(`key-desk:refused.keyLoans.${bar}`)}
        </p>
      ) : null}
      {conflicts.map(({ kind, keyId, stops, params }) => (
        <p key={`${kind}${keyId}`} className={stops ? 'issue-stop' : 'issue-ask'}>
          <span aria-hidden="true">{stops ? '▲' : '◆'}</span> {t(`key-desk:conflict.${kind}`, params)}
        </p>
      ))}
      {instructions.map(({ from, text }) => (
        <p key={`${from}${text}`} className="issue-note">
          <strong>{t('key-desk:screen.instructions')}</strong> <span className="number">{from}</span>：{text}
        </p>
      ))}
    </div>
  );
}
