/** The outlines of a TrueType font: which characters have one, and a font with only those we need. */
import { parseCmap } from './cmap.mjs';
import { table } from './sfnt.mjs';

/** Code points whose glyph has an outline; a mapped but empty glyph would print as nothing at all. */
export function drawn(font) {
  const map = parseCmap(table(font, 'cmap'));
  const loca = table(font, 'loca');
  if (!loca) return new Set(map.keys());
  const long = table(font, 'head').readInt16BE(50) === 1;
  const start = (g) => (long ? loca.readUInt32BE(g * 4) : loca.readUInt16BE(g * 2) * 2);
  return new Set([...map].filter(([, g]) => start(g + 1) > start(g)).map(([c]) => c));
}

/**
 * A TrueType font in which only the glyphs of `points` keep their outlines (glyph numbers stay). Without this
 * step a font of 50 MB is too much for harfbuzz's WebAssembly memory.
 */
export function lighten(tables, points) {
  if (!tables.glyf) return tables;
  const { glyf, loca } = tables;
  const map = parseCmap(tables.cmap);
  const long = tables.head.readInt16BE(50) === 1;
  const start = (g) => (long ? loca.readUInt32BE(g * 4) : loca.readUInt16BE(g * 2) * 2);
  const count = loca.length / (long ? 4 : 2) - 1;
  const keep = new Set([0]);
  const todo = [0, ...points.map((c) => map.get(c))];
  while (todo.length > 0) {
    const g = todo.pop();
    keep.add(g);
    const at = start(g);
    if (start(g + 1) === at || glyf.readInt16BE(at) >= 0) continue;
    // A composite glyph: its parts are needed as well.
    for (let p = at + 10, flags = 0x20; flags & 0x20; ) {
      flags = glyf.readUInt16BE(p);
      const part = glyf.readUInt16BE(p + 2);
      if (!keep.has(part)) todo.push(part);
      p += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
  }
  const offsets = Buffer.alloc((count + 1) * 4);
  const outlines = [];
  let offset = 0;
  for (let g = 0; g < count; g++) {
    offsets.writeUInt32BE(offset, g * 4);
    if (!keep.has(g)) continue;
    const outline = glyf.subarray(start(g), start(g + 1));
    const padded = Buffer.alloc((outline.length + 3) & ~3);
    outline.copy(padded);
    outlines.push(padded);
    offset += padded.length;
  }
  offsets.writeUInt32BE(offset, count * 4);
  const head = Buffer.from(tables.head);
  head.writeInt16BE(1, 50);
  return { ...tables, head, loca: offsets, glyf: Buffer.concat(outlines) };
}
