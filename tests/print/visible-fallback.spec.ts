import { describe, expect, it } from 'vitest';
import { codePointLabel, isCovered, visibleFallback, withFallback } from '../../shared/text-coverage';

const c = (...points: number[]) => String.fromCodePoint(...points);

/** Forty names as they reach a front desk. */
const NAMES: readonly (readonly [string, string])[] = [
  ['everyday', '王小明'],
  ['everyday, traditional', '陳麗華'],
  ['traditional', '臺靜農'],
  ['BMP, rare', '朱镕基'],
  ['BMP, rare', '王祎喆'],
  ['BMP, rare', '李赟堃'],
  ['BMP, last rows', `张${c(0x9fcd)}`],
  ['BMP, last rows', `刘${c(0x9fd4)}`],
  ['BMP, newest', `赵${c(0x9ffc)}`],
  ['Ext A', '李㛃'],
  ['Ext A', '周㵾'],
  ['Ext A', '㭎国栋'],
  ['Ext A', `马${c(0x4db6)}`],
  ['Ext B', '𠮷野家'],
  ['Ext B', '王𣸣'],
  ['Ext B', '陈𤧛'],
  ['Ext B', `孙${c(0x2a6d6)}`],
  ['Ext C', `林${c(0x2a7dd)}`],
  ['Ext C', `何${c(0x2b5af)}`],
  ['Ext D', `郭${c(0x2b74f)}`],
  ['Ext D', `高${c(0x2b7fc)}`],
  ['Ext E', `罗${c(0x2c29f)}`],
  ['Ext E', `梁${c(0x2cdad)}`],
  ['Ext F', `宋${c(0x2cf00)}`],
  ['Ext F', `郑${c(0x2e9f5)}`],
  ['Ext G', `谢${c(0x30edd)}`],
  ['Ext G', `韩${c(0x30ede)}`],
  ['Ext H', `唐${c(0x31350)}`],
  ['Ext H', `冯${c(0x31c42)}`],
  ['Ext I', `于${c(0x2ebf0)}`],
  ['Ext I', `董${c(0x2ee5d)}`],
  ['compatibility', `${c(0xfa0e)}${c(0xf9dc)}${c(0x2f80a)}`],
  ['IDS', '⿰亻晶⿱艹霖⿼囗王'],
  ['enclosed', '㊣㈱①㍿'],
  ['middle dot', '阿卜杜拉·买买提'],
  ['kana middle dot', '迪丽热巴・迪力木拉提'],
  ['Arabic script', 'ئابدۇللا مۇھەممەت'],
  ['emoji ZWJ', '小明👨‍👩‍👧‍👦'],
  ['emoji flag, tone, heart', '🇨🇳👍🏽❤️'],
  ['selector', `葛${c(0xe0100)}城 é José`],
];

describe('visible fallback', () => {
  it('has forty names', () => expect(NAMES).toHaveLength(40));

  it.each(NAMES)('%s: %s can be read on paper', (_kind, name) => {
    const shown = withFallback(name);
    for (const point of shown) {
      const code = point.codePointAt(0) as number;
      const attached =
        code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
      expect(attached || isCovered(code), codePointLabel(code)).toBe(true);
    }
    // Nothing is dropped: what is not shown as it is, is shown as its code point.
    expect(shown.replace(/〔U\+([0-9A-F]+)〕/g, (_, h: string) => c(Number.parseInt(h, 16)))).toBe(name);
  });

  it('names what cannot be drawn', () => {
    expect(withFallback(`王${c(0x323b0)}`)).toBe('王〔U+323B0〕');
    expect(withFallback(c(0xe000))).toBe('〔U+E000〕');
    expect(visibleFallback(`王${c(0x33479)}明`)).toEqual([
      { text: '王', missing: false },
      { text: '〔U+33479〕', missing: true },
      { text: '明', missing: false },
    ]);
    expect(withFallback('\ud842')).toBe('〔U+D842〕');
  });

  it('names invisible characters and controls', () => {
    expect(withFallback('张\u200b三')).toBe('张〔U+200B〕三');
    expect(withFallback('张\u202e三')).toBe('张〔U+202E〕三');
    expect(withFallback('张\u0000三')).toBe('张〔U+0000〕三');
    expect(withFallback('\ufeff张三')).toBe('〔U+FEFF〕张三');
    expect(withFallback('张\u200d三')).toBe('张〔U+200D〕三');
    expect(withFallback('\ufe0f张')).toBe('〔U+FE0F〕张');
    expect(withFallback('x\u0336')).toBe('x〔U+0336〕');
  });

  it('leaves spaces, line ends, emoji sequences and selectors alone', () => {
    for (const text of [
      '张 三\n李\t四\r\n',
      '张\u3000三',
      '👩🏽‍🚒',
      '🏳️‍🌈',
      '1️⃣',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '辻\u{e0100}',
      '',
    ]) {
      expect(withFallback(text)).toBe(text);
    }
  });

  it('composes a base with its mark', () => expect(withFallback('Jose\u0301')).toBe('José'));

  it('is fast', () => {
    const plain = '尊敬的业主：您好！'.repeat(1000);
    const rare = '王𠮷先生，'.repeat(2000);
    const start = performance.now();
    for (let i = 0; i < 100; i++) withFallback(plain);
    expect(performance.now() - start).toBeLessThan(500);
    const second = performance.now();
    withFallback(rare);
    expect(performance.now() - second).toBeLessThan(500);
  });
});
