import { dialog } from 'electron';
import { OpenRefused } from './db/open';
import { defect } from './log';
import { fill, WORDS } from './words';

/**
 * The book could not be opened: says why and what to do, in both languages since nobody's language is known yet, and
 * that nothing was changed (trust.md A5–A7).
 */
export function sayRefused(error: unknown, dataDir: string, headless: boolean): void {
  const ref = defect(error, 'open');
  const text = (['zh-CN', 'en'] as const).map((lang) => sentence(error, dataDir, lang, ref)).join('\n\n');
  if (headless) console.error(text);
  else dialog.showErrorBox(`${WORDS['zh-CN'].open.title} · ${WORDS.en.open.title}`, text);
}

function sentence(error: unknown, dataDir: string, lang: 'zh-CN' | 'en', ref: string): string {
  const { open } = WORDS[lang];
  const code = (error as { code?: string }).code ?? ref;
  const why = error instanceof OpenRefused ? open[error.code] : fill(open.noAccess, { code });
  return `${why}\n${fill(open.kept, { path: dataDir })}`;
}
