import { useState } from 'react';
import { VISIT_TYPES, type VisitType } from '../../../shared/registers/visits.row';
import type { VisitPeriods } from '../../../shared/registers/visits.setting';
import { useSecond } from '../../book/dialogs/use-second';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { usePermit } from '../../ui/actor';
import { FormFrame } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { useNotices } from '../../ui/Notices';
import { PinConfirm } from '../../ui/PinConfirm';
import { ErrorLine } from '../../ui/refusal';
import { EraseForm } from './EraseForm';
import { SettingForm } from './SettingForm';
import { useSetting } from './use-setting';

/** Visitors and privacy: what is asked of them, how long it is kept, and what is due to go (domain.md §6.4, trust.md C7). */
export function VisitsSection() {
  const { t } = useWords();
  const choices = (group: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: t(`visits:${group}.${code}`) }));
  return (
    <>
      <p className="quiet">{t('visits:settings.note')}</p>
      <SettingForm
        setting="visits"
        typedOf={({ document, contact, retentionDays, documentDays }) => ({
          document: document as string,
          contact: contact as string,
          retentionDays,
          documentDays,
        })}
        valueOf={(typed) => typed}
      >
        {(typed, set) => (
          <div className="fields">
            <ChoiceField
              label={t('visits:settings.document')}
              name="value.document"
              choices={choices('documentSetting', ['off', 'lastFour'])}
              value={typed.document}
              onChange={(document) => set({ document: document ?? 'off' })}
            />
            <ChoiceField
              label={t('visits:settings.contact')}
              name="value.contact"
              choices={choices('contactSetting', ['phone', 'phoneOrDocument'])}
              value={typed.contact}
              onChange={(contact) => set({ contact: contact ?? 'phone' })}
            />
          </div>
        )}
      </SettingForm>
      <Periods />
    </>
  );
}

function Periods() {
  const { t } = useWords();
  const setting = useSetting('visits');
  const may = usePermit('visits.retention');
  if (!setting || !may) return null;
  const { retentionDays, documentDays } = setting.value;
  return (
    <PeriodsForm
      key={setting.version}
      title={t('visits:settings.periods')}
      version={setting.version}
      now={{ retentionDays, documentDays }}
    />
  );
}

interface PeriodsFormProps {
  title: string;
  version: number;
  now: VisitPeriods;
}

/** Periods as typed, what they would mean today, and the manager's PIN when one becomes shorter. */
function PeriodsForm({ title, version, now }: PeriodsFormProps) {
  const { t } = useWords();
  const notices = useNotices();
  const [typed, setTyped] = useState<Record<string, string>>(() => ({
    ...Object.fromEntries(VISIT_TYPES.map((type) => [type, String(now.retentionDays[type])])),
    documents: String(now.documentDays),
  }));
  const command = useCommand('visits.setPeriods');
  const second = useSecond(command.error);
  const days = (name: VisitType | 'documents'): number => countTyped(typed[name] ?? '');
  const periods: VisitPeriods = {
    retentionDays: Object.fromEntries(
      VISIT_TYPES.map((type) => [type, days(type)]),
    ) as VisitPeriods['retentionDays'],
    documentDays: days('documents'),
  };
  const whole = [...Object.values(periods.retentionDays), periods.documentDays].every(
    (n) => n >= 1 && n <= 3650,
  );
  const shorter =
    periods.documentDays < now.documentDays ||
    VISIT_TYPES.some((type) => periods.retentionDays[type] < now.retentionDays[type]);
  const changed = JSON.stringify(periods) !== JSON.stringify(now);
  const changes = usePermit('settings.change');
  const save = async () => {
    const done = await command.run({ periods, version, second: shorter ? second.person : null });
    if (done?.ok) notices.say(t('core:saved.plain'));
  };
  const field = (name: VisitType | 'documents', label: string) => (
    <CountField
      key={name}
      label={label}
      name={name === 'documents' ? 'periods.documentDays' : `periods.retentionDays.${name}`}
      value={typed[name] ?? ''}
      onChange={(text) => setTyped((before) => ({ ...before, [name]: text }))}
    />
  );
  return (
    <section>
      <h2>{title}</h2>
      <FormFrame
        label={title}
        onSave={() => void save()}
        error={second.error}
        busy={command.busy}
        saveLabel={t('visits:settings.savePeriods')}
        disabled={!changes || !changed || !whole}
      >
        <div className="setting-fields" inert={!changes}>
          <div className="fields periods">
            {VISIT_TYPES.map((type) => field(type, t(`visits:type.${type}`)))}
            {field('documents', t('visits:settings.documentDays'))}
          </div>
        </div>
        {shorter && whole ? (
          <div>
            <p className="quiet small">{t('visits:settings.shorter')}</p>
            <PinConfirm
              label={t('visits:settings.manager')}
              permit="visits.erase"
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
function Due({ periods, mayErase }: { periods: VisitPeriods; mayErase: boolean }) {
  const { t } = useWords();
  const asked = useOp('visits.retentionPreview', { periods }, { keep: true });
  const due = asked.data;
  if (!due) return <ErrorLine error={asked.error?.error} />;
  const nothing = due.visits + due.documents === 0;
  return (
    <div className="retention-due">
      <p role="status">
        {nothing
          ? t('visits:settings.nothing')
          : t('visits:settings.preview', { visits: due.visits, documents: due.documents })}
      </p>
      <ul className="quiet small">
        {due.months.slice(0, SHOWN).map(({ type, month, visits }) => (
          <li key={`${type}${month}`}>
            {t('visits:settings.previewMonth', { month, type: t(`visits:type.${type}`), visits })}
          </li>
        ))}
        {due.months.length > SHOWN ? (
          <li>{t('visits:settings.previewMore', { n: due.months.length - SHOWN })}</li>
        ) : null}
      </ul>
      {mayErase && !nothing ? (
        <EraseForm op="visits.erase" permit="visits.erase" why={t('visits:settings.eraseWhy')} />
      ) : null}
    </div>
  );
}
