import type { Wording } from '../columns';
import accessCardsEn from '../i18n/en/access-cards.json';
import backupsEn from '../i18n/en/backups.json';
import bindingsEn from '../i18n/en/bindings.json';
import broadcastsEn from '../i18n/en/broadcasts.json';
import businessEn from '../i18n/en/business.json';
import contactsEn from '../i18n/en/contacts.json';
import custodyEn from '../i18n/en/custody.json';
import customBooksEn from '../i18n/en/custom-books.json';
import diariesEn from '../i18n/en/diaries.json';
import dutyLogEn from '../i18n/en/duty-log.json';
import foundItemsEn from '../i18n/en/found-items.json';
import goodsReleasesEn from '../i18n/en/goods-releases.json';
import handoversEn from '../i18n/en/handovers.json';
import keyDeskEn from '../i18n/en/key-desk.json';
import keysEn from '../i18n/en/keys.json';
import mailEn from '../i18n/en/mail.json';
import meetingsEn from '../i18n/en/meetings.json';
import noticesEn from '../i18n/en/notices.json';
import printEn from '../i18n/en/print.json';
import rostersEn from '../i18n/en/rosters.json';
import signedPapersEn from '../i18n/en/signed-papers.json';
import unitsEn from '../i18n/en/units.json';
import visitsEn from '../i18n/en/visits.json';
import accessCardsZh from '../i18n/zh-CN/access-cards.json';
import backupsZh from '../i18n/zh-CN/backups.json';
import bindingsZh from '../i18n/zh-CN/bindings.json';
import broadcastsZh from '../i18n/zh-CN/broadcasts.json';
import businessZh from '../i18n/zh-CN/business.json';
import contactsZh from '../i18n/zh-CN/contacts.json';
import custodyZh from '../i18n/zh-CN/custody.json';
import customBooksZh from '../i18n/zh-CN/custom-books.json';
import diariesZh from '../i18n/zh-CN/diaries.json';
import dutyLogZh from '../i18n/zh-CN/duty-log.json';
import foundItemsZh from '../i18n/zh-CN/found-items.json';
import goodsReleasesZh from '../i18n/zh-CN/goods-releases.json';
import handoversZh from '../i18n/zh-CN/handovers.json';
import keyDeskZh from '../i18n/zh-CN/key-desk.json';
import keysZh from '../i18n/zh-CN/keys.json';
import mailZh from '../i18n/zh-CN/mail.json';
import meetingsZh from '../i18n/zh-CN/meetings.json';
import noticesZh from '../i18n/zh-CN/notices.json';
import printZh from '../i18n/zh-CN/print.json';
import rostersZh from '../i18n/zh-CN/rosters.json';
import signedPapersZh from '../i18n/zh-CN/signed-papers.json';
import unitsZh from '../i18n/zh-CN/units.json';
import visitsZh from '../i18n/zh-CN/visits.json';

/**
 * The words of paper in both languages, without a translation library: main cuts pages with them before any window
 * exists, the print window draws with the same ones. Only the namespaces that paper uses: one line for each here.
 */
const NAMESPACES: Record<string, Record<Wording['lang'], unknown>> = {
  'key-desk': { 'zh-CN': keyDeskZh, en: keyDeskEn },
  print: { 'zh-CN': printZh, en: printEn },
  'found-items': { 'zh-CN': foundItemsZh, en: foundItemsEn },
  keys: { 'zh-CN': keysZh, en: keysEn },
  units: { 'zh-CN': unitsZh, en: unitsEn },
  visits: { 'zh-CN': visitsZh, en: visitsEn },
  'signed-papers': { 'zh-CN': signedPapersZh, en: signedPapersEn },
  backups: { 'zh-CN': backupsZh, en: backupsEn },
  bindings: { 'zh-CN': bindingsZh, en: bindingsEn },
  business: { 'zh-CN': businessZh, en: businessEn },
  custody: { 'zh-CN': custodyZh, en: custodyEn },
  'custom-books': { 'zh-CN': customBooksZh, en: customBooksEn },
  'access-cards': { 'zh-CN': accessCardsZh, en: accessCardsEn },
  mail: { 'zh-CN': mailZh, en: mailEn },
  broadcasts: { 'zh-CN': broadcastsZh, en: broadcastsEn },
  notices: { 'zh-CN': noticesZh, en: noticesEn },
  handovers: { 'zh-CN': handoversZh, en: handoversEn },
  diaries: { 'zh-CN': diariesZh, en: diariesEn },
  meetings: { 'zh-CN': meetingsZh, en: meetingsEn },
  'duty-log': { 'zh-CN': dutyLogZh, en: dutyLogEn },
  rosters: { 'zh-CN': rostersZh, en: rostersEn },
  contacts: { 'zh-CN': contactsZh, en: contactsEn },
  'goods-releases': { 'zh-CN': goodsReleasesZh, en: goodsReleasesEn },
};

/** Names of those namespaces. */
export const PAPER_NAMESPACES: readonly string[] = Object.keys(NAMESPACES);

/** `t('print:title.F01')`. A key that does not exist shows itself, so that a test or an eye finds it. */
export function wordingOf(lang: Wording['lang']): Wording {
  return {
    lang,
    t: (key, params = {}) => {
      const [namespace = '', path = ''] = key.split(':');
      let at: unknown = Object.hasOwn(NAMESPACES, namespace) ? NAMESPACES[namespace]?.[lang] : undefined;
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
