import { timeOf } from '../../shared/dates';
import { useWords } from '../i18n';

interface SavedMarkProps {
  /** What the door answered: the number of the entry and when. Null draws nothing yet. */
  saved: { serialNo: string; at: string } | null;
}

/** The quiet 已保存 with the number, only after the commit was answered. */
export function SavedMark({ saved }: SavedMarkProps) {
  const { t } = useWords();
  return (
    <span role="status" className="saved-mark">
      {saved ? t('core:saved.withNumber', { no: saved.serialNo, time: timeOf(saved.at) }) : null}
    </span>
  );
}
