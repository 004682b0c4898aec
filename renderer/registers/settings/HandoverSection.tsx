import { yuan } from '../../../shared/money';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { TextField } from '../../ui/fields/TextField';
import { linesOf } from './editors';
import { SettingForm } from './SettingForm';

/** What is counted and tried at every handover: things with their number (`名称 数量` a line), cash, blank slips, equipment. */
export function HandoverSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="handover"
      typedOf={(value) => ({
        items: value.items.map(({ name, quantity }) => `${name} ${quantity}`).join('\n'),
        cashCents: value.cashCents === null ? '' : yuan(value.cashCents),
        blankBooks: value.blankBooks.join('\n'),
        equipment: value.equipment.join('\n'),
      })}
      valueOf={(typed) => ({
        items: linesOf(typed.items).map(itemOf),
        cashCents: centsTyped(typed.cashCents),
        blankBooks: linesOf(typed.blankBooks),
        equipment: linesOf(typed.equipment),
      })}
    >
      {(typed, set) => (
        <>
          <TextField
            label={t('handovers:settings.items')}
            name="value.items"
            lines={5}
            list
            hint={t('handovers:settings.itemsHint')}
            value={typed.items}
            onChange={(items) => set({ items })}
          />
          <TextField
            label={t('handovers:settings.cashCents')}
            name="value.cashCents"
            right
            inputMode="decimal"
            hint={t('handovers:settings.cashHint')}
            value={typed.cashCents}
            onChange={(cashCents) => set({ cashCents })}
          />
          <TextField
            label={t('handovers:settings.blankBooks')}
            name="value.blankBooks"
            lines={3}
            list
            hint={t('handovers:settings.blankHint')}
            value={typed.blankBooks}
            onChange={(blankBooks) => set({ blankBooks })}
          />
          <TextField
            label={t('handovers:settings.equipment')}
            name="value.equipment"
            lines={5}
            list
            hint={t('handovers:settings.equipmentHint')}
            value={typed.equipment}
            onChange={(equipment) => set({ equipment })}
          />
        </>
      )}
    </SettingForm>
  );
}

/** `对讲机 2`: what stands last is the number; one when there is none. */
function itemOf(line: string): { name: string; quantity: number } {
  const [, name = line, quantity = '1'] = /^(.*\S)\s+(\d{1,3})$/.exec(line.trim()) ?? [];
  return { name, quantity: Number(quantity) };
}
