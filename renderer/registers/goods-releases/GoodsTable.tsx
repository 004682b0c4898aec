import type { GoodsLine } from '../../../shared/registers/release-requests.row';
import { useWords } from '../../i18n';

interface GoodsTableProps {
  goods: readonly GoodsLine[];
}

/** 物品明细 as written; where the gate counted otherwise, its count and remark in red. */
export function GoodsTable({ goods }: GoodsTableProps) {
  const { t } = useWords();
  return (
    <table className="goods-table goods-read" aria-label={t('goods-releases:field.goodsReleases.goods')}>
      <thead>
        <tr>
          {(['no', 'name', 'spec', 'quantity', 'remark'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`goods-releases:goodsColumn.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {goods.map((line) => (
          <tr key={line.id}>
            <td className="number quiet">{line.lineNo}</td>
            <td>{line.name}</td>
            <td>{line.spec ?? '/'}</td>
            <td className="number">
              {line.quantity} {line.unit}
              {line.counted !== null && line.counted !== line.quantity ? (
                <strong className="differs"> {t('goods-releases:gate.counted', { n: line.counted })}</strong>
              ) : null}
            </td>
            <td>
              {line.remark ?? (line.gateRemark ? '' : '/')}
              {line.gateRemark ? <strong className="differs"> {line.gateRemark}</strong> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
