import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../shared/print/words';
import { termText } from '../../../shared/registers/units.columns';

describe('a term on screen and paper', () => {
  it('says both ends, or from when, or until when, in both languages', () => {
    const [zh, en] = [wordingOf('zh-CN').t, wordingOf('en').t];
    expect(termText('2025-08-23', '2026-08-22', zh)).toBe('2025-08-23 – 2026-08-22');
    expect(termText('2025-08-23', null, zh)).toBe('2025-08-23 起');
    expect(termText('2025-08-23', null, en)).toBe('since 2025-08-23');
    expect(termText(null, '2026-08-22', en)).toBe('until 2026-08-22');
    expect(termText(null, null, zh)).toBe('');
  });
});
