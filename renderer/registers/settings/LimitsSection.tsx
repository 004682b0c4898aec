import { Checkbox } from '@mantine/core';
import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { SettingForm } from './SettingForm';

/** The limits with their unit and the range the schema allows (shared/registers/office.ts). */
const LIMITS = [
  { key: 'freeEditMinutes', unit: 'minutes', min: 0, max: 60 },
  { key: 'lateEntryMinutes', unit: 'minutes', min: 1, max: 1440 },
  { key: 'autoLockMinutes', unit: 'minutes', min: 1, max: 15 },
  { key: 'openLongDays', unit: 'days', min: 1, max: 365 },
  { key: 'correctionsPerLine', unit: 'times', min: 1, max: 20 },
  { key: 'correctionsPerPagePercent', unit: 'percent', min: 1, max: 100 },
] as const;
type Key = (typeof LIMITS)[number]['key'];
type Typed = Record<Key, string> & { finderMayConfirm: boolean };

export function LimitsSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="limits"
      typedOf={(value): Typed => ({
        ...(Object.fromEntries(LIMITS.map(({ key }) => [key, String(value[key])])) as Record<Key, string>),
        finderMayConfirm: value.finderMayConfirm,
      })}
      valueOf={(typed) => ({
        ...Object.fromEntries(LIMITS.map(({ key }) => [key, countTyped(typed[key])])),
        finderMayConfirm: typed.finderMayConfirm,
      })}
    >
      {(typed, set) => (
        <>
          <div className="fields">
            {LIMITS.map(({ key, unit, min, max }) => (
              <CountField
                key={key}
                label={t(`core:settings.limits.${key}`)}
                name={`value.${key}`}
                unit={t(`core:settings.limits.unit.${unit}`)}
                hint={t('core:settings.limits.range', { min, max })}
                value={typed[key]}
                onChange={(text) => set({ [key]: text } as Partial<Typed>)}
              />
            ))}
          </div>
          <Checkbox
            label={t('core:settings.limits.finderMayConfirm')}
            checked={typed.finderMayConfirm}
            onChange={(event) => set({ finderMayConfirm: event.currentTarget.checked })}
          />
        </>
      )}
    </SettingForm>
  );
}
