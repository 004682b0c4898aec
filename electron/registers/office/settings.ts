import type { CompiledQuery, Selectable } from 'kysely';
import { SETTINGS, type SettingKey, type Settings } from '../../../shared/registers/office';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { DEFAULT_SETTINGS } from './defaults';

/** Settings as they are in force; a key no version of this office ever wrote has its default. Exported query: any register may read it. */
export async function settingsOf(db: ReadDb): Promise<Settings> {
  return (await settingsWithVersions(db)).settings;
}

/** Put into words once: every command reads the settings. */
let everything: CompiledQuery<Selectable<Tables['settings']>> | undefined;

/** Settings and the version of each row (0: still the default), for the screen that changes them. */
export async function settingsWithVersions(
  db: ReadDb,
): Promise<{ settings: Settings; versions: Record<string, number> }> {
  everything ??= db.selectFrom('settings').selectAll().compile();
  const { rows } = await db.executeQuery(everything);
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  const versions: Record<string, number> = {};
  for (const key of Object.keys(SETTINGS) as SettingKey[]) {
    const row = rows.find((r) => r.key === key);
    versions[key] = row?.version ?? 0;
    if (row) settings[key] = parsed(key, row.value);
  }
  return { settings: settings as Settings, versions };
}

/** The last text of each key with what it means: nearly every operation reads the settings, hardly any changes them. */
const known = new Map<SettingKey, { text: string; value: unknown }>();
function parsed(key: SettingKey, text: string): unknown {
  const last = known.get(key);
  if (last?.text === text) return last.value;
  const value = frozen(SETTINGS[key].parse(JSON.parse(text)));
  known.set(key, { text, value });
  return value;
}

/** Shared by all who ask, so nobody may change it. */
function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** True once somebody set this office up. */
export async function officeExists(db: ReadDb): Promise<boolean> {
  const row = await db.selectFrom('settings').select('key').where('key', '=', 'office').executeTakeFirst();
  return row !== undefined;
}

/** A demo office: made in one click or by `desk seed`; asks the CLI for no PIN. */
export async function isDemo(db: ReadDb): Promise<boolean> {
  return (await settingsOf(db)).demo.on;
}
