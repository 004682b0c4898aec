import { Button, Checkbox } from '@mantine/core';
import type { Category } from '../../../shared/registers/office';
import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { SettingForm } from './SettingForm';

/** A category while it is edited: days as typed text, empty for "never by itself". */
type Typed = Omit<Category, 'retentionDays'> & { days: string; isNew: boolean };

const typedOf = (category: Category): Typed => ({
  ...category,
  days: category.retentionDays === null ? '' : String(category.retentionDays),
  isNew: false,
});
const settingOf = ({ days, isNew: _, ...category }: Typed) => ({
  ...category,
  en: category.en.trim() === '' ? category.zh : category.en,
  retentionDays: days.trim() === '' ? null : countTyped(days),
});

/** Categories with their policy. A category in use keeps its code for ever; new ones are added, none is taken away. */
export function CategoriesSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="categories"
      typedOf={(value) => ({ list: value.map(typedOf) })}
      valueOf={(typed) => typed.list.map(settingOf)}
    >
      {(typed, set) => {
        const change = (index: number, part: Partial<Typed>) =>
          set({ list: typed.list.map((category, i) => (i === index ? { ...category, ...part } : category)) });
        return (
          <div className="stack">
            <p className="quiet small">{t('core:settings.category.retentionHint')}</p>
            <p className="quiet small">{t('core:settings.category.valuableHint')}</p>
            {typed.list.map((category, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a new line's code is still being typed
              <div key={index} className="line-editor categories">
                <TextField
                  label={t('core:settings.category.code')}
                  name={`value.${index}.code`}
                  disabled={!category.isNew}
                  value={category.code}
                  onChange={(code) => change(index, { code })}
                />
                <TextField
                  label={t('core:settings.category.zh')}
                  name={`value.${index}.zh`}
                  max={20}
                  value={category.zh}
                  onChange={(zh) => change(index, { zh })}
                />
                <TextField
                  label={t('core:settings.category.en')}
                  name={`value.${index}.en`}
                  max={40}
                  value={category.en}
                  onChange={(en) => change(index, { en })}
                />
                <CountField
                  label={t('core:settings.category.retention')}
                  name={`value.${index}.retentionDays`}
                  value={category.days}
                  onChange={(days) => change(index, { days })}
                />
                {(['valuable', 'cash', 'photo'] as const).map((flag) => (
                  <Checkbox
                    key={flag}
                    label={t(`core:settings.category.${flag}`)}
                    checked={category[flag]}
                    onChange={(event) => change(index, { [flag]: event.currentTarget.checked })}
                  />
                ))}
              </div>
            ))}
            <div>
              <Button
                variant="default"
                onClick={() =>
                  set({
                    list: [
                      ...typed.list,
                      {
                        code: '',
                        zh: '',
                        en: '',
                        days: '90',
                        valuable: false,
                        cash: false,
                        photo: true,
                        isNew: true,
                      },
                    ],
                  })
                }
              >
                {t('core:settings.category.add')}
              </Button>
            </div>
          </div>
        );
      }}
    </SettingForm>
  );
}
