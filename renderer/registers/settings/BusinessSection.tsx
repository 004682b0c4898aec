import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { JOB_KINDS, type JobKind } from '../../../shared/registers/business.setting';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { DayField, dayTyped } from '../../ui/fields/DayField';
import { TextField } from '../../ui/fields/TextField';
import { SettingForm } from './SettingForm';

/** The business centre's price list (S21): a line a price, with the day it begins. */
export function BusinessSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="business"
      typedOf={({ prices }) => ({
        prices: prices.map((price) => ({ ...price, unitCents: String(price.unitCents / 100) })),
      })}
      valueOf={({ prices }) => ({
        prices: prices.map((price) => ({
          ...price,
          unitCents: centsTyped(price.unitCents),
          fromOn: dayTyped(price.fromOn) ?? price.fromOn,
        })),
      })}
    >
      {({ prices }, set) => {
        const change = (index: number, part: Partial<(typeof prices)[number]>) =>
          set({ prices: prices.map((price, i) => (i === index ? { ...price, ...part } : price)) });
        return (
          <>
            <p className="quiet">{t('business:screen.prices')}</p>
            {prices.map((price, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
              <div key={index} className="line-editor prices">
                <ChoiceField
                  label={t('business:field.price.kind')}
                  name={`value.prices.${index}.kind`}
                  choices={JOB_KINDS.map((kind) => ({ value: kind, label: t(`business:kind.${kind}`) }))}
                  value={price.kind}
                  onChange={(kind) => change(index, { kind: (kind ?? price.kind) as JobKind })}
                />
                <Checkbox
                  className="tick-field"
                  label={t('business:screen.colour')}
                  checked={price.colour}
                  onChange={(event) => change(index, { colour: event.currentTarget.checked })}
                />
                <TextField
                  label={t('business:field.price.unitCents')}
                  name={`value.prices.${index}.unitCents`}
                  right
                  inputMode="decimal"
                  value={price.unitCents}
                  onChange={(unitCents) => change(index, { unitCents })}
                />
                <DayField
                  label={t('business:field.price.fromOn')}
                  name={`value.prices.${index}.fromOn`}
                  value={price.fromOn}
                  onChange={(fromOn) => change(index, { fromOn })}
                />
                <ActionIcon
                  variant="subtle"
                  size={30}
                  aria-label={t('business:screen.removePrice', { n: index + 1 })}
                  title={t('core:action.remove')}
                  onClick={() => set({ prices: prices.filter((_, i) => i !== index) })}
                >
                  ✕
                </ActionIcon>
              </div>
            ))}
            <div>
              <Button
                variant="default"
                onClick={() =>
                  set({ prices: [...prices, { kind: 'copy', colour: false, unitCents: '', fromOn: '' }] })
                }
              >
                {t('business:screen.addPrice')}
              </Button>
            </div>
          </>
        );
      }}
    </SettingForm>
  );
}
