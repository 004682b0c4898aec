/**
 * Maintainer's tool: makes everything under resources/fonts and shared/text-coverage.data.ts.
 *
 *   node scripts/fonts.mjs SOURCES
 *
 * It is not part of set-up: its output is committed, because the sources weigh 200 MB and a front desk must
 * never depend on a download to print a name. Run it again when a source font or the @fontsource packages
 * change. resources/fonts/README.md lists what SOURCES must hold and where each font comes from.
 *
 * What it does, in order:
 *  1. reads the cmap of every @fontsource woff2 we ship, to learn what is *really* drawn (the unicode-range in
 *     a CSS file is a promise, the cmap is the fact) and writes the faces without their .woff twins;
 *  2. subsets the larger fonts to exactly what the faces before them lack, so that each character has one
 *     face and no other: `document.fonts.load()` / `.ready` then means that the text is complete, without a
 *     second round of loading started by a glyph missing in a first font;
 *  3. cuts each subset into chunks of at most 1.5 MB, since a page loads only the chunks it needs;
 *  4. writes the table of covered code points that screens and forms use to show 〔U+…〕 instead of tofu.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import subsetFont from 'subset-font';

const root = resolve(import.meta.dirname, '..');
const sources = process.argv[2];
if (!sources) {
  console.error('usage: node scripts/fonts.mjs SOURCES   (see resources/fonts/README.md)');
  process.exit(2);
}
const out = join(root, 'resources/fonts');
const MAX_CHUNK = 1.5e6;
const WEIGHTS = [400, 700];

/* ---------------------------------------------------------------- font files */

/** Table of an uncompressed font, without copying. */
function table(font, tag, at = 0) {
  const count = font.readUInt16BE(at + 4);
  for (let i = 0; i < count; i++) {
    const entry = at + 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 8);
    return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
  }
  return undefined;
}

/** The cmap of a woff2: all tables lie in one brotli stream, in the order of the directory. */
function woff2Cmap(file) {
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
function parseCmap(t) {
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

/** An sfnt from tables (harfbuzz reads face 0 of a collection only, and we need to replace `name`). */
function buildSfnt(flavor, tables) {
  const tags = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const head = Buffer.alloc(12 + tags.length * 16);
  head.writeUInt32BE(flavor, 0);
  head.writeUInt16BE(tags.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tags.length - power) * 16, 10);
  const parts = [head];
  let offset = head.length;
  tags.forEach((tag, i) => {
    const data = tables[tag];
    const padded = Buffer.alloc((data.length + 3) & ~3);
    data.copy(padded);
    let sum = 0;
    for (let p = 0; p < padded.length; p += 4) sum = (sum + padded.readUInt32BE(p)) >>> 0;
    head.write(tag, 12 + i * 16, 'latin1');
    head.writeUInt32BE(sum, 16 + i * 16);
    head.writeUInt32BE(offset, 20 + i * 16);
    head.writeUInt32BE(data.length, 24 + i * 16);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function allTables(font, at = 0) {
  const tables = {};
  for (let i = 0, n = font.readUInt16BE(at + 4); i < n; i++) {
    const tag = font.toString('latin1', at + 12 + i * 16, at + 16 + i * 16);
    tables[tag] = table(font, tag, at);
  }
  return tables;
}

function names(font, at = 0) {
  const t = table(font, 'name', at);
  const found = {};
  for (let i = 0, n = t.readUInt16BE(2), text = t.readUInt16BE(4); i < n; i++) {
    const p = 6 + i * 12;
    if (t.readUInt16BE(p) !== 3 || t.readUInt16BE(p + 4) !== 0x409) continue;
    const start = text + t.readUInt16BE(p + 10);
    found[t.readUInt16BE(p + 6)] = new TextDecoder('utf-16be').decode(
      t.subarray(start, start + t.readUInt16BE(p + 8)),
    );
  }
  return found;
}

/** A `name` table for a subset: our own family name (reserved names!), the author's copyright, what we did. */
function nameTable(values) {
  const ids = Object.keys(values)
    .map(Number)
    .sort((a, b) => a - b);
  const texts = ids.map((id) => Buffer.from(values[id], 'utf16le').swap16());
  const head = Buffer.alloc(6 + ids.length * 12);
  head.writeUInt16BE(ids.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  ids.forEach((id, i) => {
    for (const [k, v] of [3, 1, 0x409, id, texts[i].length, offset].entries())
      head.writeUInt16BE(v, 6 + i * 12 + k * 2);
    offset += texts[i].length;
  });
  return Buffer.concat([head, ...texts]);
}

/** The Simplified Chinese face of a collection. */
function fromCollection(file, family) {
  for (let i = 0, n = file.readUInt32BE(8); i < n; i++) {
    const at = file.readUInt32BE(12 + i * 4);
    if (names(file, at)[1] === family) return buildSfnt(file.readUInt32BE(at), allTables(file, at));
  }
  throw new Error(`${family} is not in the collection`);
}

/** Code points whose glyph has an outline; a mapped but empty glyph would print as nothing at all. */
function drawn(font) {
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
function lighten(tables, points) {
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

/* ---------------------------------------------------------------- sets of code points */

/** Invisible or without a meaning of its own: never counted as covered, whatever a cmap says. */
const unseen = (c) =>
  c < 0x20 ||
  (c >= 0x7f && c < 0xa0) ||
  (c >= 0xe000 && c <= 0xf8ff) ||
  (c >= 0xd800 && c <= 0xdfff) ||
  c >= 0xe0000 ||
  (c & 0xfffe) === 0xfffe ||
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]/u.test(String.fromCodePoint(c));

/** Ideographs and their parts. BabelStone's symbols carry other licences than its ideographs: left out. */
const han = (c) =>
  (c >= 0x2e80 && c <= 0x2fff) ||
  (c >= 0x31c0 && c <= 0x31ef) ||
  (c >= 0x3400 && c <= 0x9fff && !(c >= 0x4dc0 && c <= 0x4dff)) ||
  (c >= 0xf900 && c <= 0xfaff) ||
  (c >= 0x20000 && c <= 0x3ffff);

/** Hangul is drawn by the sans face in both stacks: a second set would cost megabytes for no name here. */
const hangul = (c) =>
  (c >= 0xac00 && c <= 0xd7ff) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0xa960 && c <= 0xa97f);

const sorted = (set) => [...set].sort((a, b) => a - b);
function ranges(set) {
  const list = [];
  for (const c of sorted(set)) {
    const last = list.at(-1);
    if (last && c === last[1] + 1) last[1] = c;
    else list.push([c, c]);
  }
  return list;
}
const hex = (c) => c.toString(16).toUpperCase();
const cssRange = (set) =>
  ranges(set)
    .map(([a, z]) => `U+${hex(a)}${z > a ? `-${hex(z)}` : ''}`)
    .join(',');
function parseRange(text) {
  const set = new Set();
  for (const part of text.split(',')) {
    const [a, z] = part
      .trim()
      .slice(2)
      .split('-')
      .map((h) => Number.parseInt(h, 16));
    for (let c = a; c <= (z ?? a); c++) set.add(c);
  }
  return set;
}
const minus = (set, ...others) => new Set([...set].filter((c) => !others.some((o) => o.has(c))));
const both = (a, b) => new Set([...a].filter((c) => b.has(c)));
const only = (set, test) => new Set([...set].filter(test));
const union = (...sets) => new Set(sets.flatMap((s) => [...s]));

/* ---------------------------------------------------------------- CSS */

/**
 * `block`, not `swap`: the files are local, so waiting costs milliseconds, while a swap would flash (or even
 * print) the workstation's own font.
 */
const face = ({ family, weight, url, range }) =>
  `@font-face{font-family:'${family}';font-style:normal;font-weight:${weight};font-display:block;` +
  `src:url('${url}') format('woff2');unicode-range:${range}}\n`;

const generated = '/* Generated by scripts/fonts.mjs. Do not edit. */\n';

/** The faces of an @fontsource package as it declares them. */
function packageFaces(dir, weight) {
  const css = readFileSync(join(dir, `${weight}.css`), 'utf8');
  return [...css.matchAll(/url\(\.\/(\S+?\.woff2)\)[^}]*?unicode-range: ([^;]+);/g)].map((m) => {
    const file = readFileSync(join(dir, m[1]));
    const cmap = new Set(parseCmap(woff2Cmap(file)).keys());
    return {
      name: m[1],
      file,
      declared: m[2],
      covered: only(both(parseRange(m[2]), cmap), (c) => !unseen(c)),
    };
  });
}

function base(family, name) {
  const dir = join(root, 'node_modules/@fontsource', name);
  let css = '';
  let bytes = 0;
  let files = 0;
  const perWeight = WEIGHTS.map((weight) => {
    const faces = packageFaces(dir, weight);
    for (const f of faces) {
      bytes += f.file.length;
      files += 1;
      const url = `../../node_modules/@fontsource/${name}/${f.name}`;
      css += face({ family, weight, url, range: f.declared.replaceAll(' ', '') });
    }
    return union(...faces.map((f) => f.covered));
  });
  console.log(`${family}: ${files} files, ${bytes} bytes, ${perWeight.map((s) => s.size)} code points`);
  return { css, covered: both(perWeight[0], perWeight[1]) };
}

/* ---------------------------------------------------------------- subsets */

const DROP = 'GSUB GPOS GDEF BASE VORG vhea vmtx gasp fpgm prep cvt meta prop FFTM DSIG'
  .split(' ')
  .map((t) => t.padEnd(4));
let rareBytes = 0;

async function subset({ family, id, font, set, licence, licenceUrl }) {
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
    writeFileSync(join(out, 'rare', name), file);
    css += face({ family, weight: 400, url: `./rare/${name}`, range: cssRange(new Set(part)) });
    bytes += file.length;
  }
  rareBytes += bytes;
  console.log(`${family} ← ${id}: ${set.size} code points, ${bytes} bytes`);
  return css;
}

/** Whole files of a package, kept as they are (their ligatures and joining forms matter). */
function copied(family, dir, id, test, sequence) {
  let css = '';
  const faces = packageFaces(dir, 400).filter((f) => test(f.name));
  for (const f of faces) {
    const name = `${id}-${f.name.match(/-([a-z0-9]+)-400/)[1]}.woff2`;
    writeFileSync(join(out, 'rare', name), f.file);
    rareBytes += f.file.length;
    css += face({
      family,
      weight: 400,
      url: `./rare/${name}`,
      range: sequence ? f.declared.replaceAll(' ', '') : cssRange(f.covered),
    });
  }
  console.log(`${family}: ${faces.length} files, ${faces.reduce((n, f) => n + f.file.length, 0)} bytes`);
  return { css, covered: union(...faces.map((f) => f.covered)) };
}

/* ---------------------------------------------------------------- main */

mkdirSync(join(out, 'rare'), { recursive: true });
for (const old of readdirSync(join(out, 'rare'))) rmSync(join(out, 'rare', old));
const read = (name) => readFileSync(join(sources, name));
const OFL = 'This Font Software is licensed under the SIL Open Font License, Version 1.1.';
const OFL_URL = 'https://openfontlicense.org';

const sans = base('Noto Sans SC', 'noto-sans-sc');
const serif = base('Noto Serif SC', 'noto-serif-sc');
writeFileSync(join(out, 'noto.css'), generated + sans.css + serif.css);

const sansCjk = fromCollection(read('NotoSansCJK-Regular.ttc'), 'Noto Sans CJK SC');
const serifCjk = fromCollection(read('NotoSerifCJK-Regular.ttc'), 'Noto Serif CJK SC');
const babelstone = read('BabelStoneHan.ttf');
const hanaA = read('HanaMinA.ttf');
const hanaB = read('HanaMinB.ttf');
const seen = (set) => only(set, (c) => !unseen(c));

const sansExt = minus(seen(drawn(sansCjk)), sans.covered);
const serifExt = only(minus(seen(drawn(serifCjk)), serif.covered), (c) => !hangul(c));
// What both stacks have before the rare family. The serif stack also names the sans families, so the sans side decides.
let have = union(sans.covered, sansExt);
// BabelStone first: it draws the forms used in the People's Republic; Hanazono fills the rest of B–F.
const rareBabel = only(minus(seen(drawn(babelstone)), have), han);
have = union(have, rareBabel);
const rareHanaA = only(minus(seen(drawn(hanaA)), have), han);
have = union(have, rareHanaA);
const rareHanaB = only(minus(seen(drawn(hanaB)), have), han);
have = union(have, rareHanaB);

const hanaLicence =
  'Hanazono Font License: free to use, copy and distribute, with or without modification. Copyright 2008-2011 GlyphWiki Project.';
let css = generated;
css += await subset({
  family: 'Deskbook Sans Ext',
  id: 'sans',
  font: sansCjk,
  set: sansExt,
  licence: OFL,
  licenceUrl: OFL_URL,
});
css += await subset({
  family: 'Deskbook Serif Ext',
  id: 'serif',
  font: serifCjk,
  set: serifExt,
  licence: OFL,
  licenceUrl: OFL_URL,
});
css += await subset({
  family: 'Deskbook Rare',
  id: 'babelstone',
  font: babelstone,
  set: rareBabel,
  licence: 'Arphic Public License (full text in LICENSES)',
  licenceUrl: 'https://ftp.gnu.org/non-gnu/chinese-fonts-truetype/LICENSE',
});
if (rareHanaA.size > 0)
  css += await subset({
    family: 'Deskbook Rare',
    id: 'hanazono-a',
    font: hanaA,
    set: rareHanaA,
    licence: hanaLicence,
    licenceUrl: 'https://fonts.jp/hanazono/',
  });
css += await subset({
  family: 'Deskbook Rare',
  id: 'hanazono-b',
  font: hanaB,
  set: rareHanaB,
  licence: hanaLicence,
  licenceUrl: 'https://fonts.jp/hanazono/',
});
const arabic = copied(
  'Deskbook Arabic',
  join(sources, 'noto-naskh-arabic'),
  'arabic',
  (n) => n.includes('-arabic-arabic-'),
  false,
);
const emoji = copied(
  'Deskbook Emoji',
  join(sources, 'noto-emoji'),
  'emoji',
  (n) => !n.includes('-emoji-emoji-'),
  true,
);
css += arabic.css + emoji.css;
writeFileSync(join(out, 'rare.css'), css);
have = union(have, arabic.covered, emoji.covered);

const numbers = ranges(have).flat();
// Distances instead of positions: a third of the size, and unpacked once when the module loads.
let previous = 0;
const deltas = numbers.map((n) => {
  const delta = n - previous;
  previous = n;
  return delta;
});
const lines = deltas
  .join(',')
  .match(/.{1,106}(,|$)/g)
  .join('\n');
writeFileSync(
  join(root, 'shared/text-coverage.data.ts'),
  `/** Generated by scripts/fonts.mjs from the cmaps of the bundled fonts. Do not edit. first, last, first, last, … each as the distance from the number before. */\nexport const COVERAGE =\n  '${lines.replaceAll('\n', "' +\n  '")}';\n`,
);
console.log(`rare fonts: ${rareBytes} bytes; table: ${numbers.length / 2} ranges, ${have.size} code points`);
