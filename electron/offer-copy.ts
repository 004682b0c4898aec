import { dialog } from 'electron';
import { dayTimeOf, isoOf } from '../shared/dates';
import { newestSoundCopy, takeCopy } from './backup/from-copy';
import { OpenRefused } from './db/open';
import { defect } from './log';
import { fill, WORDS } from './words';

/**
 * A damaged book at the start (trust.md A7): offers the newest sound copy and says what it lacks; the choice that does nothing comes
 * first. Nothing is thrown away: the damaged file is kept aside. True when the copy was taken and the program is to start again.
 */
export async function offerCopy(error: unknown, dataDir: string): Promise<boolean> {
  if (!(error instanceof OpenRefused) || error.code !== 'damaged') return false;
  try {
    const copy = newestSoundCopy(dataDir);
    if (!copy) return false;
    const text = (['zh-CN', 'en'] as const).map((lang) => {
      const { copy: words } = WORDS[lang];
      const at = copy.head.at === null ? copy.day : dayTimeOf(copy.head.at);
      const missing =
        copy.missing === null ? words.missingUnknown : fill(words.missing, { count: String(copy.missing) });
      return fill(words.text, { at, missing });
    });
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: WORDS['zh-CN'].open.title,
      message: `${WORDS['zh-CN'].open.damaged}\n${WORDS.en.open.damaged}`,
      detail: text.join('\n\n'),
      buttons: [
        `${WORDS['zh-CN'].copy.quit} · ${WORDS.en.copy.quit}`,
        `${WORDS['zh-CN'].copy.use} · ${WORDS.en.copy.use}`,
      ],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response !== 1) return false;
    await takeCopy(dataDir, copy, isoOf(Date.now()));
    return true;
  } catch (wrong) {
    defect(wrong, 'copy');
    return false;
  }
}
