import { pinyin } from 'pinyin-pro';

/** Text as the search index sees it: folded, cut into runs of one class, with the pinyin of its Han runs. Pure. */

/** `gram`: Han and every other letter without spaced words; `latin`: a–z; `digits`: 0–9. */
export type RunKind = 'gram' | 'latin' | 'digits';
export interface Run {
  kind: RunKind;
  text: string;
}

/** Nothing to fold but letter case: nearly every text of the office. */
const PLAIN = /^[\u0020-\u007e\u3001\u3002\u4e00-\u9fa5]*$/;
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;

/** Lower case, full-width forms to plain ones, Latin letters without accents, no variation selectors. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(SELECTORS, '')
    .normalize('NFKD')
    .replace(LATIN_MARKS, '$1')
    .normalize('NFKC')
    .toLowerCase();
}

const RUNS = /([a-z]+)|([0-9]+)|((?:(?![a-z0-9])[\p{L}\p{M}\p{N}])+)/gu;
/** Dots inside a name (阿依古丽·买买提) are no border: people leave them out. */
const DOTS = /(?<=[\p{L}\p{M}])[·•・‧∙](?=[\p{L}\p{M}])/gu;
/** Blanks between Han characters are no border either, in what is stored; in a query a blank means AND. */
const BLANKS = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** Longest stretch of one text that is indexed, in UTF-16 units (the longest field has 300 characters). */
const LONGEST = 300;

/** A text as it stands in the index's haystack: one line. */
export const haystackLine = (text: string): string =>
  fold(text).replace(DOTS, '').replace(BLANKS, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);

/** A query as typed, folded; blanks stay. */
export const foldQuery = (typed: string): string => fold(typed).replace(DOTS, '').trim();

/** Runs of folded text, in order. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  for (const match of folded.matchAll(RUNS)) {
    if (match[1]) runs.push({ kind: 'latin', text: match[1] });
    else if (match[2]) runs.push({ kind: 'digits', text: match[2] });
    else runs.push({ kind: 'gram', text: match[3]! });
  }
  return runs;
}

/**
 * Surnames with more than one reading: whoever types the wrong one must find the person too (desk-practice.md §3.7).
 * pinyin-pro gives one reading as a surname and one as a word; this list adds those neither gives.
 */
const SURNAMES = new Map(
  `单 shan dan, 曾 zeng ceng, 仇 qiu chou, 解 xie jie, 区 ou qu, 查 zha cha, 盖 ge gai, 乐 yue le,
朴 piao pu, 翟 zhai di, 缪 miao mou, 覃 qin tan, 折 she zhe, 黑 hei he, 种 chong zhong,
秘 bi mi, 召 shao zhao, 员 yun yuan, 繁 po fan, 薄 bo bao, 么 yao me, 石 shi dan, 洗 xian xi,
牟 mu mou, 宓 mi fu, 乜 nie mie, 祭 zhai ji, 句 gou ju, 隗 kui wei, 郗 xi chi, 谌 chen shen,
那 na nuo, 都 du dou, 车 che ju, 瞿 qu ju, 尉 wei yu, 贾 jia gu, 柏 bai bo, 卜 bu bo,
臧 zang cang, 褚 chu zhu, 长 chang zhang, 盛 sheng cheng, 万 wan mo, 冼 xian shen, 吕 lv lu,
闾 lv lu, 呙 guo wo, 佴 nai er, 郇 xun huan`
    .split(/,\s*/)
    .map((entry) => [entry[0]!, entry.slice(2).split(' ')]),
);
const EMPTY: readonly (readonly string[])[] = [];
const readings = new Map<string, readonly (readonly string[])[]>();
/** Names repeat all day; 23 µs each is worth remembering. Dropped whole when full: simpler than an LRU, and rare. */
const REMEMBERED = 50_000;
/** Nobody types the pinyin of a sentence. */
const MOST_SYLLABLES = 12;

/** All readings of a Han run as syllables without tone, first the likeliest. A character without reading ends the run. */
export function readingsOf(run: string): readonly (readonly string[])[] {
  const known = readings.get(run);
  if (known) return known;
  const text = [...run].slice(0, MOST_SYLLABLES).join('');
  const variants = new Map<string, readonly string[]>();
  const add = (syllables: readonly string[]): void => {
    const clean = syllables.map((s) => fold(s).replace(/[^a-z]/g, ''));
    const end = clean.indexOf('');
    const whole = end < 0 ? clean : clean.slice(0, end);
    if (whole.length > 0) variants.set(whole.join("'"), whole);
  };
  const head = pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true });
  add(head);
  add(pinyin(text, { toneType: 'none', type: 'array', v: true }));
  for (const reading of SURNAMES.get(text[0] ?? '') ?? []) add([reading, ...head.slice(1)]);
  const found = variants.size === 0 ? EMPTY : [...variants.values()];
  if (readings.size >= REMEMBERED) readings.clear();
  readings.set(run, found);
  return found;
}
