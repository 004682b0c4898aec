import en from '../shared/i18n/en/shell.json';
import zh from '../shared/i18n/zh-CN/shell.json';

/** The few words main itself shows: menu, file dialogs, the message when the book cannot be opened. */

export type Lang = 'zh-CN' | 'en';
export type Words = typeof zh;
export const WORDS: Record<Lang, Words> = { 'zh-CN': zh, en };

/**
 * The page's title tells main the language of the screen: these two titles and no others are ever shown, so a title
 * carries no personal value (trust.md C6).
 */
export const TITLES: Record<Lang, string> = { 'zh-CN': '前台簿', en: 'Deskbook' };

/** Fills `{{name}}` places. */
export const fill = (sentence: string, params: Record<string, string>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
