import { dayTimeOf, timeOf } from '../../../shared/dates';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import { fieldLabel } from '../../book/book';
import { useWords } from '../../i18n';
import { GOODS_RELEASES } from './books';

/** What the guard compares besides the goods: number, unit, who, plate, way, hours. */
export function SlipFacts({ entry }: { entry: GoodsReleaseLine }) {
  const { t } = useWords();
  const facts: [field: string, value: string | null][] = [
    ['unitName', entry.unitName],
    ['ownerName', entry.ownerName],
    ['handlerName', entry.handlerName],
    ['plate', entry.plate],
    ['moverCompany', entry.moverCompany],
    ['route', t(`goods-releases:route.${entry.route}`)],
    ['validTo', `${dayTimeOf(entry.validFrom)}–${timeOf(entry.validTo)}`],
    ['approverName', entry.approverName],
  ];
  return (
    <dl className="slip-facts">
      <div>
        <dt>{t('book:field.serialNo')}</dt>
        <dd className="number strong">{entry.serialNo}</dd>
      </div>
      {facts.map(([field, value]) => (
        <div key={field}>
          <dt>
            {field === 'validTo' ? t('goods-releases:slip.valid') : t(fieldLabel(GOODS_RELEASES, field))}
          </dt>
          <dd>{value ?? '/'}</dd>
        </div>
      ))}
    </dl>
  );
}
