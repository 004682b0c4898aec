/** Subsets of the large fonts, cut into chunks: a page loads only the chunks it needs. */
import subsetFont from 'subset-font';
import { parseCmap, woff2Cmap } from './cmap.mjs';
import { cssRange, minus, sorted } from './code-points.mjs';
import { writeRareFace } from './faces.mjs';
import { lighten } from './outlines.mjs';
import { allTables, buildSfnt, names, nameTable } from './sfnt.mjs';

/** Largest file in bytes. */
const MAX_CHUNK = 1.5e6;

/** Tables of layout, hinting and vertical writing, which a name on a form does not need. */
const DROP = 'GSUB GPOS GDEF BASE VORG vhea vmtx gasp fpgm prep cvt meta prop FFTM DSIG'
  .split(' ')
  .map((t) => t.padEnd(4));

/**
 * Writes the glyphs of `set` from `font` as woff2 files `<id>-01.woff2`, … of at most MAX_CHUNK bytes; returns
 * their rules for rare.css and their size in bytes. Throws when a character is lost on the way.
 */
export async function subset({ family, id, font, set, licence, licenceUrl }) {
  const points = sorted(set);
  const original = names(font);
  // The layout tables go first: harfbuzz's WebAssembly memory is too small for the whole font with them.
  const kept = Object.fromEntries(Object.entries(allTables(font)).filter(([tag]) => !DROP.includes(tag)));
  const make = async (part) => {
    const text = part.map((c) => String.fromCodePoint(c)).join('');
    const source = buildSfnt(font.readUInt32BE(0), lighten(kept, part));
    const sfnt = await subsetFont(source, text, { targetFormat: 'truetype', noHinting: true });
    const tables = allTables(sfnt);
    // The Arphic licence wants a notice inside each modified file; the OFL reserves the original names.
    tables.name = nameTable({
      0: original[0] ?? '',
      1: family,
      2: 'Regular',
      3: `${family} ${id}`,
      4: family,
      5: original[5] ?? 'Version 1',
      6: family.replaceAll(' ', ''),
      10: `Subset of "${original[1]}" ${original[5]} (${part.length} characters, layout tables and hinting removed, converted to WOFF2), made by scripts/fonts.mjs of Deskbook in November 2026. Unmodified outlines.`,
      13: licence,
      14: licenceUrl,
    });
    return subsetFont(buildSfnt(sfnt.readUInt32BE(0), tables), undefined, {
      keepAllGlyphs: true,
      targetFormat: 'woff2',
      preserveNameIds: [0, 10, 13, 14],
    });
  };
  // Size per glyph from an even sample; glyphs differ, so a chunk that comes out too large is halved again.
  const step = Math.ceil(points.length / 1000);
  const sample = points.filter((_, i) => i % step === 0);
  const size = ((await make(sample)).length / sample.length) * points.length;
  const pieces = Math.ceil(size / (MAX_CHUNK * 0.85));
  const todo = Array.from({ length: pieces }, (_, i) =>
    points.slice(Math.floor((i * points.length) / pieces), Math.floor(((i + 1) * points.length) / pieces)),
  );
  let css = '';
  let bytes = 0;
  for (let n = 1; todo.length > 0; ) {
    const part = todo.shift();
    const file = await make(part);
    if (file.length > MAX_CHUNK) {
      todo.unshift(part.slice(0, part.length >> 1), part.slice(part.length >> 1));
      continue;
    }
    const missing = minus(new Set(part), parseCmap(woff2Cmap(file)));
    if (missing.size > 0) throw new Error(`${id}-${n} lost ${missing.size} characters`);
    const name = `${id}-${String(n++).padStart(2, '0')}.woff2`;
    css += writeRareFace({ family, name, file, range: cssRange(new Set(part)) });
    bytes += file.length;
  }
  console.log(`${family} ← ${id}: ${set.size} code points, ${bytes} bytes`);
  return { css, bytes };
}
