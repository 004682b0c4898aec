import { Button, Checkbox } from '@mantine/core';
import type { FileDocument } from '../../../shared/registers/office';
import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { SettingForm } from './SettingForm';

type Typed = FileDocument & { isNew: boolean };

/** 一户一档: the documents a unit's file must have (K2), and how early a lease's end is on the Today board. */
export function UnitsSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="units"
      typedOf={({ documents, leaseWarnDays }) => ({
        list: documents.map((document): Typed => ({ ...document, isNew: false })),
        days: String(leaseWarnDays),
      })}
      valueOf={({ list, days }) => ({
        documents: list.map(({ isNew: _, ...document }) => ({ ...document, en: document.en || document.zh })),
        leaseWarnDays: countTyped(days),
      })}
    >
      {(typed, set) => {
        const change = (index: number, part: Partial<Typed>) =>
          set({ list: typed.list.map((one, i) => (i === index ? { ...one, ...part } : one)) });
        return (
          <div className="stack">
            <CountField
              label={t('units:field.leaseWarnDays')}
              name="value.leaseWarnDays"
              value={typed.days}
              onChange={(days) => set({ days })}
            />
            {typed.list.map((document, index) => (
              <div key={document.isNew ? `new-${index}` : document.code} className="line-editor categories">
                <TextField
                  label={t('core:settings.category.code')}
                  name={`value.documents.${index}.code`}
                  disabled={!document.isNew}
                  value={document.code}
                  onChange={(code) => change(index, { code })}
                />
                <TextField
                  label={t('core:settings.category.zh')}
                  name={`value.documents.${index}.zh`}
                  max={40}
                  value={document.zh}
                  onChange={(zh) => change(index, { zh })}
                />
                <TextField
                  label={t('core:settings.category.en')}
                  name={`value.documents.${index}.en`}
                  max={80}
                  value={document.en}
                  onChange={(en) => change(index, { en })}
                />
                <Checkbox
                  label={t('units:field.mandatory')}
                  checked={document.mandatory}
                  onChange={(event) => change(index, { mandatory: event.currentTarget.checked })}
                />
              </div>
            ))}
            <div>
              <Button
                variant="default"
                onClick={() =>
                  set({ list: [...typed.list, { code: '', zh: '', en: '', mandatory: false, isNew: true }] })
                }
              >
                {t('units:field.addDocument')}
              </Button>
            </div>
          </div>
        );
      }}
    </SettingForm>
  );
}
