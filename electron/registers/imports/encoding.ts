import type { Encoding } from '../../../shared/registers/imports';
import { Refusal } from '../../../shared/result';

/**
 * Which encoding a text file has. Strict decoders decide: what is no UTF-8 throughout is tried as GB18030, the encoding
 * Excel on a Chinese Windows writes. Bytes that are valid GB18030 by accident (Big5, Shift-JIS, pictures) give away that
 * hardly any of their characters are common ones.
 */

/** Share of characters of GB 2312 among the non-ASCII ones below which a file is no Chinese text. */
const COMMON_SHARE = 0.7;

/** Text of a file and how it was read. Errors: Refusal `imports.encoding`, `imports.encodingDoubtful`, `imports.notATable`. */
export function decoded(bytes: Uint8Array, asked: Encoding | null): { text: string; encoding: Encoding } {
  if (asked) return { text: strict(bytes, asked) ?? refuse(), encoding: asked };
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: strict(bytes, 'utf-16le') ?? refuse(), encoding: 'utf-16le' };
  if (bytes.includes(0)) throw new Refusal('imports.notATable');
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const gb = strict(bytes, 'gb18030') ?? refuse();
  if (commonShare(bytes) < COMMON_SHARE) throw new Refusal('imports.encodingDoubtful');
  return { text: gb, encoding: 'gb18030' };
}

function refuse(): never {
  throw new Refusal('imports.encoding');
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    // The decoder takes the byte order mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many of the two-byte characters are Han of GB 2312 (rows B0 to F7); 1 when there are none. Big5 falls into other rows. */
function commonShare(bytes: Uint8Array): number {
  let all = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) {
      // Four bytes: a rare character, neither common nor suspicious.
      i += 3;
      continue;
    }
    i += 1;
    // Punctuation and full-width signs (rows A1 to A3) say nothing either way.
    if (lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1) continue;
    all += 1;
    if (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1) common += 1;
  }
  return all === 0 ? 1 : common / all;
}
