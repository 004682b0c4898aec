import { dayTimeOf } from '../../../shared/dates';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';

/** What the desk must know of a unit before it lets anybody up; nothing is drawn when there is nothing to say. */
export function AtUnit({ unitId }: { unitId: string }) {
  const { t } = useWords();
  const asked = useOp('visits.atUnit', { unitId }, { enabled: unitId !== '' });
  const unit = unitId === '' ? undefined : asked.data;
  if (!unit) return null;
  const { code, deskInstructions, inNow, expectedToday, watch } = unit;
  return (
    <div className="at-unit" role="status">
      {deskInstructions ? (
        <p className="at-unit-rule">▲ {t('visits:screen.instructions', { code, text: deskInstructions })}</p>
      ) : null}
      {watch.map((one) => (
        <p key={one.serialNo} className="watch small">
          ◆ {one.note} <span className="quiet number">{dayTimeOf(one.at)}</span>
        </p>
      ))}
      {inNow + expectedToday > 0 ? (
        <p className="quiet small">{t('visits:screen.atUnitNow', { inNow, expected: expectedToday })}</p>
      ) : null}
    </div>
  );
}
