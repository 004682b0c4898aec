import type { Wording } from '../columns';
import foundItemsEn from '../i18n/en/found-items.json';
import printEn from '../i18n/en/print.json';
import foundItemsZh from '../i18n/zh-CN/found-items.json';
import printZh from '../i18n/zh-CN/print.json';

/**
 * The words of paper in both languages, without a translation library: main cuts pages with them before any window
 * exists, the print window draws with the same ones. Only the namespaces that paper uses.
 */
const WORDS: Record<Wording['lang'], Record<string, unknown>> = {
  'zh-CN': { print: printZh, 'found-items': foundItemsZh },
  en: { print: printEn, 'found-items': foundItemsEn },
};

/** `t('print:title.F01')`. A key that does not exist shows itself, so that a test or an eye finds it. */
export function wordingOf(lang: Wording['lang']): Wording {
  return {
    lang,
    t: (key, params = {}) => {
      const [namespace = '', path = ''] = key.split(':');
      let at: unknown = WORDS[lang][namespace];
      for (const step of path.split('.')) {
        at =
          typeof at === 'object' && at !== null && Object.hasOwn(at, step)
            ? (at as Record<string, unknown>)[step]
            : undefined;
      }
      if (typeof at !== 'string') return key;
      return at.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
    },
  };
}
