import type { SettingKey, Settings } from '../../../shared/registers/office';
import { useWords } from '../../i18n';
import { type Command, useCommand, useOp } from '../../queries';
import { useNotices } from '../../ui/Notices';

/** One setting as it is in force, and the act that changes it. `null` until it is known. */
export interface Setting<K extends SettingKey> {
  value: Settings[K];
  version: number;
  change: Command<'office.change'>;
  /** Sends the new value; says 已保存 when it is committed. The door checks it against the setting's own schema. */
  save: (value: unknown) => Promise<boolean>;
}

export function useSetting<K extends SettingKey>(key: K): Setting<K> | null {
  const { t } = useWords();
  const notices = useNotices();
  const settings = useOp('office.settings', {});
  const change = useCommand('office.change');
  if (!settings.data) return null;
  const version = settings.data.versions[key] ?? 0;
  return {
    value: settings.data[key] as Settings[K],
    version,
    change,
    save: async (value) => {
      const result = await change.run({ key, version, value });
      if (result?.ok) notices.say(t('core:saved.plain'));
      return result?.ok ?? false;
    },
  };
}
