import { useState } from 'react';
import {
  RETAINED,
  type RetainedRegister,
  type RetentionPeriods,
} from '../../../shared/registers/retention.setting';
import { useSecond } from '../../book/dialogs/use-second';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { usePermit } from '../../ui/actor';
import { FormFrame } from '../../ui/FormFrame';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { useNotices } from '../../ui/Notices';
import { PinConfirm } from '../../ui/PinConfirm';
import { ErrorLine } from '../../ui/refusal';
import { EraseForm } from './EraseForm';
import { useSetting } from './use-setting';

const [LEAST, MOST] = [30, 3650];

/** How long handovers, mail and contacts keep their personal values, and what is due to go (domain.md §6.3, trust.md C8). */
export function RetentionSection() {
  const { t } = useWords();
  const setting = useSetting('retention');
  const may = usePermit('retention.read');
  if (!setting || !may) return null;
  return (
    <>
      <p className="quiet">{t('core:retention.note')}</p>
      <PeriodsForm key={setting.version} version={setting.version} now={setting.value} />
    </>
  );
}

/** Periods as typed, what they would mean today, and the manager's PIN when one becomes shorter. */
function PeriodsForm({ version, now }: { version: number; now: RetentionPeriods }) {
  const { t } = useWords();
  const notices = useNotices();
  const changes = usePermit('settings.change');
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(RETAINED.map((register) => [register, String(now[register])])),
  );
  const command = useCommand('retention.setPeriods');
  const second = useSecond(command.error);
  const periods = Object.fromEntries(
    RETAINED.map((register) => [register, countTyped(typed[register] ?? '')]),
  ) as RetentionPeriods;
  const whole = RETAINED.every((register) => periods[register] >= LEAST && periods[register] <= MOST);
  const shorter = RETAINED.some((register) => periods[register] < now[register]);
  const changed = RETAINED.some((register) => periods[register] !== now[register]);
  const save = async () => {
    const done = await command.run({ periods, version, second: shorter ? second.person : null });
    if (done?.ok) notices.say(t('core:saved.plain'));
  };
  const field = (register: RetainedRegister) => (
    <CountField
      key={register}
      label={t(`core:retention.book.${register}`)}
      name={`periods.${register}`}
      value={typed[register] ?? ''}
      onChange={(text) => setTyped((before) => ({ ...before, [register]: text }))}
    />
  );
  return (
    <section>
      <h2>{t('visits:settings.periods')}</h2>
      <FormFrame
        label={t('visits:settings.periods')}
        onSave={() => void save()}
        error={second.error}
        busy={command.busy}
        saveLabel={t('visits:settings.savePeriods')}
        disabled={!changes || !changed || !whole}
      >
        <div className="setting-fields" inert={!changes}>
          <div className="fields periods">{RETAINED.map(field)}</div>
        </div>
        {whole ? null : (
          <p className="quiet small">{t('core:retention.range', { least: LEAST, most: MOST })}</p>
        )}
        {shorter && whole ? (
          <div>
            <p className="quiet small">{t('visits:settings.shorter')}</p>
            <PinConfirm
              label={t('visits:settings.manager')}
              permit="retention.erase"
              value={second.typed}
              onChange={second.set}
            />
          </div>
        ) : null}
      </FormFrame>
      {whole ? <Due periods={periods} mayErase={!changed} /> : null}
    </section>
  );
}

/** Months named one by one; beyond these only their number. */
const SHOWN = 8;

/** What is past these periods today; with the periods in force it may be erased, approved by the manager. */
function Due({ periods, mayErase }: { periods: RetentionPeriods; mayErase: boolean }) {
  const { t } = useWords();
  const asked = useOp('retention.preview', { periods }, { keep: true });
  const due = asked.data;
  if (!due) return <ErrorLine error={asked.error?.error} />;
  return (
    <div className="retention-due">
      <p role="status">
        {due.entries === 0 ? t('core:retention.nothing') : t('core:retention.preview', { n: due.entries })}
      </p>
      <ul className="quiet small">
        {due.months.slice(0, SHOWN).map(({ register, month, entries }) => (
          <li key={`${register}${month}`}>
            {t('core:retention.month', { month, book: t(`core:retention.book.${register}`), n: entries })}
          </li>
        ))}
        {due.months.length > SHOWN ? (
          <li>{t('visits:settings.previewMore', { n: due.months.length - SHOWN })}</li>
        ) : null}
      </ul>
      {mayErase && due.entries > 0 ? (
        <EraseForm op="retention.erase" permit="retention.erase" why={t('core:retention.why')} />
      ) : null}
    </div>
  );
}
