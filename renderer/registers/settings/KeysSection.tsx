import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { SettingForm } from './SettingForm';

/** What the key desk goes by: office hours (the closing time is when keys are due back), limits, the promise on F10. */
export function KeysSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="keys"
      typedOf={({ officeHours, maxKeysPerPerson, mandateWarnDays, slipPromise }) => ({
        from: officeHours.from,
        to: officeHours.to,
        maxKeysPerPerson: String(maxKeysPerPerson),
        mandateWarnDays: String(mandateWarnDays),
        slipPromise,
      })}
      valueOf={(typed) => ({
        officeHours: { from: typed.from.trim(), to: typed.to.trim() },
        maxKeysPerPerson: countTyped(typed.maxKeysPerPerson),
        mandateWarnDays: countTyped(typed.mandateWarnDays),
        slipPromise: typed.slipPromise,
      })}
    >
      {(typed, set) => (
        <>
          <div className="fields">
            <TextField
              label={t('keys:settings.from')}
              name="value.officeHours.from"
              placeholder="HH:mm"
              value={typed.from}
              onChange={(from) => set({ from })}
            />
            <TextField
              label={t('keys:settings.to')}
              name="value.officeHours.to"
              placeholder="HH:mm"
              value={typed.to}
              onChange={(to) => set({ to })}
            />
            <CountField
              label={t('keys:settings.maxKeysPerPerson')}
              name="value.maxKeysPerPerson"
              unit={t('keys:settings.pieces')}
              hint={t('core:settings.limits.range', { min: 1, max: 99 })}
              value={typed.maxKeysPerPerson}
              onChange={(maxKeysPerPerson) => set({ maxKeysPerPerson })}
            />
            <CountField
              label={t('keys:settings.mandateWarnDays')}
              name="value.mandateWarnDays"
              unit={t('keys:settings.days')}
              hint={t('core:settings.limits.range', { min: 0, max: 180 })}
              value={typed.mandateWarnDays}
              onChange={(mandateWarnDays) => set({ mandateWarnDays })}
            />
          </div>
          <TextField
            label={t('keys:settings.slipPromise')}
            name="value.slipPromise"
            lines={3}
            max={200}
            value={typed.slipPromise}
            onChange={(slipPromise) => set({ slipPromise })}
          />
        </>
      )}
    </SettingForm>
  );
}
