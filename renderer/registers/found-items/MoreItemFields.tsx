import { useWords } from '../../i18n';
import { PhoneField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { PhotoField } from '../../ui/PhotoField';
import type { QuickItem } from './quick-item';
import { SuggestedField } from './SuggestedField';

interface MoreItemFieldsProps {
  values: QuickItem;
  set: (part: Partial<QuickItem>) => void;
  /** The category may be photographed. */
  photo: boolean;
}

/** Fields of the paper that may follow later: features, the finder's department and phone, remarks, photos. */
export function MoreItemFields({ values, set, photo }: MoreItemFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <div className="fields">
        <TextField
          label={t('found-items:field.foundItems.publicFeatures')}
          name="publicFeatures"
          max={200}
          hint={t('found-items:screen.publicFeaturesHint')}
          value={values.publicFeatures}
          onChange={(publicFeatures) => set({ publicFeatures })}
        />
        <TextField
          label={t('found-items:field.foundItems.verifyFeatures')}
          name="verifyFeatures"
          max={200}
          hint={t('found-items:screen.verifyFeaturesHint')}
          value={values.verifyFeatures}
          onChange={(verifyFeatures) => set({ verifyFeatures })}
        />
        <SuggestedField
          of="finderDepartment"
          name="finderDepartment"
          sticky={values.sticky.includes('finderDepartment')}
          value={values.finderDepartment}
          onChange={(finderDepartment) => set({ finderDepartment })}
        />
        <PhoneField
          label={t('found-items:field.foundItems.finderPhone')}
          name="finderPhone"
          sticky={values.sticky.includes('finderPhone')}
          value={values.finderPhone}
          onChange={(finderPhone) => set({ finderPhone })}
        />
        <TextField
          label={t('book:field.note')}
          name="note"
          max={300}
          value={values.note}
          onChange={(note) => set({ note })}
        />
      </div>
      <PhotoField
        label={t('book:field.photos')}
        value={values.photos}
        onChange={(photos) => set({ photos })}
        forbidden={photo ? null : t('found-items:refused.foundItems.photoForbidden')}
      />
    </>
  );
}
