import { yuan } from '../../shared/money';
import { useWords } from '../i18n';

interface MoneyProps {
  /** Whole fen; null shows nothing. */
  cents: number | null;
}

/** An amount, right-aligned figures: ¥1,234.50. */
export function Money({ cents }: MoneyProps) {
  const { t } = useWords();
  return cents === null ? null : (
    <span className="number">{t('core:cash.amount', { yuan: yuan(cents) })}</span>
  );
}
