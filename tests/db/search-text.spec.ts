import { describe, expect, it } from 'vitest';
import { secondSyllables } from '../../electron/db/search-query';
import { fold, foldQuery, haystackLine, readingsOf, runsOf } from '../../electron/db/search-text';
import { tokensOf, wordsOf } from '../../electron/db/search-tokens';

const spoken = (name: string): string[] => readingsOf(name).map((reading) => reading.join(''));

describe('folding', () => {
  it('makes one form of many: width, case, accents, selectors, dots, blanks between Han', () => {
    expect(fold('ＡＢＣ１２３')).toBe('abc123');
    expect(fold('CRÈME Bäcker')).toBe('creme backer');
    expect(haystackLine('阿依古丽·买买提')).toBe('阿依古丽买买提');
    expect(haystackLine('张 伟')).toBe('张伟');
    expect(foldQuery('张 伟')).toBe('张 伟');
    expect(fold('葛\u{e0100}城')).toBe('葛城');
    expect(haystackLine('iPhone  15\nPro')).toBe('iphone 15 pro');
  });

  it('cuts runs by class', () => {
    expect(runsOf(fold('王138 A座')).map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'gram:王',
      'digits:138',
      'latin:a',
      'gram:座',
    ]);
    expect(runsOf('，。！？ 😀 …')).toEqual([]);
  });
});

describe('readings', () => {
  it('know surnames as surnames and as words', () => {
    expect(spoken('单雄信')).toEqual(expect.arrayContaining(['shanxiongxin', 'danxiongxin']));
    expect(spoken('曾志伟')).toEqual(expect.arrayContaining(['zengzhiwei', 'cengzhiwei']));
    expect(spoken('仇英')).toEqual(expect.arrayContaining(['qiuying', 'chouying']));
    expect(spoken('解珍')).toEqual(expect.arrayContaining(['xiezhen', 'jiezhen']));
    expect(spoken('区小明')).toEqual(expect.arrayContaining(['ouxiaoming', 'quxiaoming']));
    expect(spoken('查良镛')).toEqual(expect.arrayContaining(['zhaliangyong', 'chaliangyong']));
    expect(spoken('黑色雨伞')[0]).toBe('heiseyusan');
    expect(spoken('银行卡')).toEqual(['yinhangka']);
    expect(spoken('吕布')).toEqual(expect.arrayContaining(['lvbu', 'lubu']));
    expect(spoken('ئەخمەت')).toEqual([]);
  });

  it('may be cut wherever a second syllable can start', () => {
    expect(secondSyllables('zhangwei')).toEqual([5]);
    expect(secondSyllables('xianggang')).toEqual([2, 5]);
    expect(secondSyllables('fangan')).toEqual([3, 4]);
    expect(secondSyllables('zhangw')).toEqual([5]);
    expect(secondSyllables('bcdfgh')).toEqual([]);
    // Neither of these may try all cuts: there are more than a million million.
    expect(secondSyllables('an'.repeat(60))).toEqual([1, 2]);
    expect(secondSyllables(`${'an'.repeat(60)}bcd`)).toEqual([]);
    for (const syllable of ['nve', 'lve', 'jiong', 'zhuang', 'er', 'ang', 'yuan', 'shui']) {
      expect(secondSyllables(`${syllable}wei`), syllable).toContain(syllable.length);
      expect(secondSyllables(`wei${syllable}`), syllable).toContain(3);
    }
  });
});

describe('tokens', () => {
  it('are letters and digits only, so nothing typed or stored can speak to the index', () => {
    const words = wordsOf({
      texts: ['"黑" OR 𠮷野家 ㎡ <b>', "'; DROP TABLE"],
      names: ['龘靐齉', 'O’Brien'],
      phones: ['+86 138-0013-8000'],
      codes: ['SW202611-0123', '012611001239'],
    });
    for (const token of tokensOf('foundItems', words).split(' ')) {
      expect(token).toMatch(/^[a-z0-9\u3400-\u4db5\u4e00-\u9fa5]+$/);
    }
  });

  it('say what the haystack says: same words, same tokens; a name serves as its own text', () => {
    const fields = { texts: ['雨伞', '大堂'], names: ['雨伞', '王伟'], phones: [null], codes: [] };
    expect(wordsOf(fields)).toBe("@雨伞\n'yu'san\n@王伟\n'wang'wei\n 大堂");
  });
});
