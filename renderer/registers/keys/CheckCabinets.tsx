import type { KeyCheckCabinet } from '../../../shared/registers/key-checks.row';
import { useWords } from '../../i18n';

/** The rows of F15 as they stand: 账面数, 实有数, 借出未还, 封条, 标识, 差异 by cabinet. */
export function Cabinets({ cabinets }: { cabinets: readonly KeyCheckCabinet[] }) {
  const { t } = useWords();
  const word = (key: string): string => t(`keys:slip.F15.${key}`);
  return (
    <table className="lines-table check-cabinets" aria-label={t('keys:screen.perCabinet')}>
      <thead>
        <tr>
          {['cabinet', 'book', 'real', 'out', 'seals', 'labels'].map((key) => (
            <th key={key}>{word(key)}</th>
          ))}
          <th>{t('keys:field.keyChecks.open')}</th>
          <th>{t('keys:field.keyChecks.differences')}</th>
        </tr>
      </thead>
      <tbody>
        {cabinets.map((cabinet) => (
          <tr key={cabinet.cabinetId} className={cabinet.differences > 0 ? 'differs' : ''}>
            <td>{`${cabinet.code} ${cabinet.name}`}</td>
            <td className="number">{cabinet.book}</td>
            <td className="number">{cabinet.real}</td>
            <td className="number">{cabinet.out}</td>
            <td className="number">
              {cabinet.seals === 0 || cabinet.sealsIntact === null
                ? ''
                : t('keys:slip.F15.ofSeals', { n: cabinet.sealsIntact, of: cabinet.seals })}
            </td>
            <td>{cabinet.labelsRight === null ? '' : word(cabinet.labelsRight ? 'allRight' : 'wrong')}</td>
            <td className="number">{cabinet.open}</td>
            <td className="number">{cabinet.differences}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
