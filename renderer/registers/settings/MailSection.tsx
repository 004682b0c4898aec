import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { linesOf } from './editors';
import { SettingForm } from './SettingForm';

/** Hours and days of the mail book with their bounds (shared/registers/mail-items.setting.ts). */
const LIMITS = [
  ['importantHours', 48, 'mail:settings.hours'],
  ['notifyHours', 168, 'mail:settings.hours'],
  ['longDays', 60, 'core:settings.limits.unit.days'],
  ['holdDays', 180, 'core:settings.limits.unit.days'],
] as const;

/** Mail and parcels: the shelves in the order in which they are filled, and how long things may wait. */
export function MailSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="mail"
      typedOf={(value) => ({
        shelves: value.shelves.join('\n'),
        importantHours: String(value.importantHours),
        notifyHours: String(value.notifyHours),
        longDays: String(value.longDays),
        holdDays: String(value.holdDays),
      })}
      valueOf={({ shelves, importantHours, notifyHours, longDays, holdDays }) => ({
        shelves: linesOf(shelves),
        importantHours: countTyped(importantHours),
        notifyHours: countTyped(notifyHours),
        longDays: countTyped(longDays),
        holdDays: countTyped(holdDays),
      })}
    >
      {(typed, set) => (
        <>
          <div className="fields">
            {LIMITS.map(([name, max, unit]) => (
              <CountField
                key={name}
                label={t(`mail:settings.${name}`)}
                name={`value.${name}`}
                unit={t(unit)}
                hint={t('core:settings.limits.range', { min: 1, max })}
                value={typed[name]}
                onChange={(text) => set({ [name]: text })}
              />
            ))}
          </div>
          <TextField
            label={t('mail:settings.shelves')}
            name="value.shelves"
            lines={8}
            list
            hint={t('core:settings.onePerLine')}
            value={typed.shelves}
            onChange={(shelves) => set({ shelves })}
          />
        </>
      )}
    </SettingForm>
  );
}
