import { type ReactNode, useState } from 'react';
import type { SettingKey, Settings } from '../../../shared/registers/office';
import { useWords } from '../../i18n';
import { usePermit } from '../../ui/actor';
import { useDraft } from '../../ui/drafts';
import { FormFrame } from '../../ui/FormFrame';
import { type Setting, useSetting } from './use-setting';

interface SettingFormProps<K extends SettingKey, T extends object> {
  setting: K;
  /** The value in force as the fields hold it. */
  typedOf: (value: Settings[K]) => T;
  /** What the fields hold as the setting's value. */
  valueOf: (typed: T) => unknown;
  children: (typed: T, set: (part: Partial<T>) => void) => ReactNode;
}

/** The form of one setting: draft, save with version, fields marked by the door. Names of fields begin with `value.`. */
export function SettingForm<K extends SettingKey, T extends object>(props: SettingFormProps<K, T>) {
  const { t } = useWords();
  const setting = useSetting(props.setting);
  return setting ? (
    <Loaded key={setting.version} {...props} loaded={setting} />
  ) : (
    <p className="quiet">{t('core:loading')}</p>
  );
}

function Loaded<K extends SettingKey, T extends object>(
  props: SettingFormProps<K, T> & { loaded: Setting<K> },
) {
  const { t } = useWords();
  const { loaded } = props;
  const may = usePermit('settings.change');
  const [initial] = useState(() => props.typedOf(loaded.value));
  // The version is part of the name: text typed against an older value is not mixed into a newer one.
  const draft = useDraft(`setting.${props.setting}.${loaded.version}`, initial);
  const changed = JSON.stringify(draft.values) !== JSON.stringify(initial);
  return (
    <FormFrame
      label={t(`core:settings.section.${props.setting}`)}
      onSave={() => {
        void loaded.save(props.valueOf(draft.values)).then((ok) => {
          if (ok) draft.clear(draft.values);
        });
      }}
      error={loaded.change.error}
      busy={loaded.change.busy}
      disabled={!may || !changed}
    >
      <div className="setting-fields" inert={!may}>
        {props.children(draft.values, draft.set)}
      </div>
    </FormFrame>
  );
}
