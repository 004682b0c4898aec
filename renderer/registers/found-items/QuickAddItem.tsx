import { Button, Checkbox } from '@mantine/core';
import { type RefObject, useState } from 'react';
import type { Category } from '../../../shared/registers/office';
import type { Desk } from '../../book/desk';
import { useSecond } from '../../book/dialogs/use-second';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { CashField } from '../../ui/fields/CashField';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { CountField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { nowIso, TimeField } from '../../ui/fields/TimeField';
import { PinConfirm } from '../../ui/PinConfirm';
import { useRemembered } from '../../ui/remembered';
import { categoryName } from './books';
import { MoreItemFields } from './MoreItemFields';
import { afterSave, aloneAt, itemInput, NEW_ITEM, type QuickItem, withoutCarried } from './quick-item';
import { SuggestedField } from './SuggestedField';

interface QuickAddItemProps {
  desk: Desk;
  /** The strip, so that the page can put the focus into it. */
  place: RefObject<HTMLElement | null>;
  /** Esc: back to the list, the draft stays. */
  onBack: () => void;
}

/** The one place to type: only what the paper cannot do without, the rest behind 更多栏目 (desk-practice.md §2.1, §4). */
export function QuickAddItem({ desk, place, onBack }: QuickAddItemProps) {
  const { t, lang } = useWords();
  const register = useCommand('foundItems.register');
  const draft = useDraft<QuickItem>('foundItems.register', NEW_ITEM);
  const second = useSecond(register.error);
  const papers = usePapers();
  const [more, setMore] = useState(false);
  const [label, setLabel] = useRemembered(desk.actor.staffId, 'foundItems.labelToo', false);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const { values } = draft;
  const { categories, shifts } = desk.settings;
  const category = categories.find((c) => c.code === values.category);

  const set = (part: Partial<QuickItem>) =>
    draft.set({ ...part, sticky: values.sticky.filter((field) => !(field in part)) });
  const carried = (field: keyof QuickItem) => ({
    name: field,
    required: true,
    sticky: values.sticky.includes(field),
  });
  const begun = values.category !== null || values.name !== '' || register.error !== null;
  const toFirst = () => focusFirst(place);

  const save = async (how: SaveHow) => {
    const result = await register.run(itemInput(values, category, second.person));
    if (!result?.ok) return;
    const { id, serialNo } = result.data;
    setSaved({ serialNo, at: nowIso() });
    draft.clear(afterSave(values));
    second.forgetPin();
    setMore(false);
    toFirst();
    if (how === 'print') await papers.print(label ? ['F02', 'label'] : ['F02'], id);
  };

  return (
    <QuickStrip
      label={t('found-items:screen.quickAdd')}
      place={place}
      begun={begun}
      error={second.error ?? papers.error}
      busy={register.busy}
      saved={saved}
      onSave={(how) => void save(how)}
      onBack={onBack}
      saveAndPrint
      fieldsClass={fieldsClass(category)}
      below={
        <>
          {category?.cash ? (
            <CashField
              label={t('found-items:field.foundItems.cash')}
              name="cash"
              value={values.cash}
              onChange={(cash) => set({ cash })}
            />
          ) : null}
          {more ? <MoreItemFields values={values} set={set} photo={category?.photo ?? true} /> : null}
        </>
      }
      foot={
        <PinConfirm
          label={t('found-items:field.foundItems.confirmer2Name')}
          permit="signedIn"
          value={second.typed}
          onChange={second.set}
          allowWitness
          allowPending={aloneAt(nowIso(), shifts)}
        />
      }
      buttons={
        <>
          {values.sticky.length > 0 ? (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                draft.set(withoutCarried(values));
                toFirst();
              }}
            >
              ↻ {t('book:action.clearCarried')}
            </Button>
          ) : null}
          <Button variant="subtle" color="gray" aria-expanded={more} onClick={() => setMore(!more)}>
            {t(`book:action.${more ? 'fewer' : 'more'}`)}
          </Button>
          <Checkbox
            tabIndex={-1}
            label={t('found-items:action.labelToo')}
            checked={label}
            onChange={(event) => setLabel(event.currentTarget.checked)}
          />
        </>
      }
    >
      <ChoiceField
        label={t('found-items:field.foundItems.category')}
        name="category"
        required
        placeholder={t('book:screen.choose')}
        choices={categories.map((c) => ({
          value: c.code,
          label: categoryName(categories, c.code, lang),
          hint: c.valuable ? t('found-items:field.foundItems.valuable') : '',
        }))}
        value={values.category}
        onChange={(code) => set({ category: code })}
      />
      <SuggestedField of="name" name="name" required value={values.name} onChange={(name) => set({ name })} />
      {category?.cash ? null : (
        <CountField
          label={t('found-items:field.foundItems.quantity')}
          name="quantity"
          required
          value={values.quantity}
          onChange={(quantity) => set({ quantity })}
        />
      )}
      <SuggestedField
        of="foundPlace"
        {...carried('foundPlace')}
        value={values.foundPlace}
        onChange={(foundPlace) => set({ foundPlace })}
      />
      <TimeField
        label={t('found-items:field.foundItems.foundAt')}
        name="foundAt"
        value={values.foundAt}
        onChange={(foundAt) => set({ foundAt })}
      />
      <SuggestedField
        of="finderName"
        {...carried('finderName')}
        value={values.finderName}
        onChange={(finderName) => set({ finderName })}
      />
      <SuggestedField
        of="storagePlace"
        {...carried('storagePlace')}
        value={values.storagePlace}
        onChange={(storagePlace) => set({ storagePlace })}
      />
      {category?.valuable ? (
        <TextField
          label={t('found-items:field.foundItems.bagNo')}
          name="bagNo"
          required
          max={30}
          value={values.bagNo}
          onChange={(bagNo) => set({ bagNo })}
        />
      ) : null}
    </QuickStrip>
  );
}

/** Columns of the first line: bag number and cash change how many fields stand in it. */
const fieldsClass = (category: Category | undefined): string =>
  ['found', category?.valuable ? 'valuable' : '', category?.cash ? 'cash' : ''].join(' ').trim();
