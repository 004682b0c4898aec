import { pinyin } from 'pinyin-pro';

/** Full pinyin (`zhangwei`) and initials (`zw`) of a person's name; the surname is read as a surname (单 shan). */
export function pinyinOf(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
    v: true,
  });
  const clean = syllables.map((s) => s.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((s) => s !== '');
  return { pinyin: clean.join(''), initials: clean.map((s) => s[0]).join('') };
}
