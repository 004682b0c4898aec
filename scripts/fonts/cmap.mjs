/** Which characters a font maps, read from its `cmap` table. */
import { brotliDecompressSync } from 'node:zlib';

/** The cmap of a woff2: all tables lie in one brotli stream, in the order of the directory. */
export function woff2Cmap(file) {
  let at = 48;
  const base128 = () => {
    let value = 0;
    for (;;) {
      const byte = file[at++];
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const lengths = [];
  const count = file.readUInt16BE(12);
  for (let i = 0, offset = 0; i < count; i++) {
    const flags = file[at++];
    const known = flags & 63;
    if (known === 63) at += 4;
    const plain = base128();
    const transformed = known === 10 || known === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = transformed ? base128() : plain;
    lengths.push({ known, offset, length });
    offset += length;
  }
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const cmap = lengths.find((t) => t.known === 0);
  return data.subarray(cmap.offset, cmap.offset + cmap.length);
}

/** Code point → glyph, from the format 4 and 12 subtables. */
export function parseCmap(t) {
  const map = new Map();
  for (let i = 0, n = t.readUInt16BE(2); i < n; i++) {
    const at = t.readUInt32BE(8 + i * 8);
    const format = t.readUInt16BE(at);
    if (format === 12) {
      for (let k = 0, groups = t.readUInt32BE(at + 12); k < groups; k++) {
        const p = at + 16 + k * 12;
        const first = t.readUInt32BE(p);
        const last = t.readUInt32BE(p + 4);
        const glyph = t.readUInt32BE(p + 8);
        for (let c = first; c <= last; c++) if (glyph + c - first) map.set(c, glyph + c - first);
      }
    } else if (format === 4) {
      const twice = t.readUInt16BE(at + 6);
      for (let k = 0; k < twice; k += 2) {
        const last = t.readUInt16BE(at + 14 + k);
        const first = t.readUInt16BE(at + 16 + twice + k);
        const delta = t.readUInt16BE(at + 16 + 2 * twice + k);
        const p = at + 16 + 3 * twice + k;
        const range = t.readUInt16BE(p);
        for (let c = first; c <= last && c < 0xffff; c++) {
          const raw = range ? t.readUInt16BE(p + range + (c - first) * 2) : c;
          const glyph = range && !raw ? 0 : (raw + delta) & 0xffff;
          if (glyph) map.set(c, glyph);
        }
      }
    }
  }
  return map;
}
