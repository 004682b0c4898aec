import i18next, { type i18n as I18n, type Resource } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Wording } from '../shared/columns';

/** The two languages of the product. Every JSON below shared/i18n is one namespace; a new register adds its file and nothing here. */
export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];

const files = import.meta.glob<Record<string, unknown>>('../shared/i18n/*/*.json', {
  eager: true,
  import: 'default',
});

const resources: Resource = {};
for (const [path, content] of Object.entries(files)) {
  const [lang, file] = path.split('/').slice(-2) as [string, string];
  resources[lang] = { ...resources[lang], [file.replace('.json', '')]: content as Resource[string][string] };
}

/** Names of all locale files: `core`, `book`, `found-items`, … */
export const NAMESPACES: readonly string[] = Object.keys(resources['zh-CN'] ?? {});

const KEY = 'deskbook.lang';
const remembered = (): Lang => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN');

/** The one i18n instance. Values are never escaped here: React does that. */
export const i18n: I18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  resources,
  lng: remembered(),
  fallbackLng: false,
  defaultNS: 'core',
  ns: [...NAMESPACES],
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});
const dress = (): void => {
  document.documentElement.lang = i18n.language;
  document.title = i18n.t('core:app.name');
};
dress();

/** Switches the language of every text at once and remembers it for this workstation. */
export async function switchLang(lang: Lang): Promise<void> {
  localStorage.setItem(KEY, lang);
  await i18n.changeLanguage(lang);
  dress();
}

/** Words of the current language: `t('core:action.save')`; keys without a namespace are core's. Also what columns need. */
export function useWords(): Wording & { lang: Lang } {
  const { t, i18n: current } = useTranslation();
  const lang: Lang = current.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(() => ({ lang, t: (key, params) => t(key, params ?? {}) }), [t, lang]);
}

/** True when a key has a sentence in the current language. */
export const hasWords = (key: string): boolean => i18n.exists(key);
