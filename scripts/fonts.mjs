/**
 * Maintainer's tool: makes everything under resources/fonts and shared/text-coverage.data.ts.
 *
 *   node_modules/.bin/node scripts/fonts.mjs SOURCES
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
 *
 * This file is the plan: which font gives which characters, in which order. The crafts are in scripts/fonts/.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { han, hangul, minus, only, union, unseen } from './fonts/code-points.mjs';
import { writeCoverageTable } from './fonts/coverage-table.mjs';
import { base, copied, generated } from './fonts/faces.mjs';
import { drawn } from './fonts/outlines.mjs';
import { fontsFolder, rareFolder } from './fonts/places.mjs';
import { fromCollection } from './fonts/sfnt.mjs';
import { subset } from './fonts/subset.mjs';

const sources = process.argv[2];
if (!sources) {
  console.error('usage: node scripts/fonts.mjs SOURCES   (see resources/fonts/README.md)');
  process.exit(2);
}

mkdirSync(rareFolder, { recursive: true });
for (const old of readdirSync(rareFolder)) rmSync(join(rareFolder, old));
const read = (name) => readFileSync(join(sources, name));

const sans = base('Noto Sans SC', 'noto-sans-sc');
const serif = base('Noto Serif SC', 'noto-serif-sc');
writeFileSync(join(fontsFolder, 'noto.css'), generated + sans.css + serif.css);

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

const ofl = {
  licence: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
  licenceUrl: 'https://openfontlicense.org',
};
const arphic = {
  licence: 'Arphic Public License (full text in LICENSES)',
  licenceUrl: 'https://ftp.gnu.org/non-gnu/chinese-fonts-truetype/LICENSE',
};
const hanazono = {
  licence:
    'Hanazono Font License: free to use, copy and distribute, with or without modification. Copyright 2008-2011 GlyphWiki Project.',
  licenceUrl: 'https://fonts.jp/hanazono/',
};
const rare = 'Deskbook Rare';
const parts = [];
for (const wanted of [
  { family: 'Deskbook Sans Ext', id: 'sans', font: sansCjk, set: sansExt, ...ofl },
  { family: 'Deskbook Serif Ext', id: 'serif', font: serifCjk, set: serifExt, ...ofl },
  { family: rare, id: 'babelstone', font: babelstone, set: rareBabel, ...arphic },
  { family: rare, id: 'hanazono-a', font: hanaA, set: rareHanaA, ...hanazono },
  { family: rare, id: 'hanazono-b', font: hanaB, set: rareHanaB, ...hanazono },
]) {
  // A newer BabelStone Han may leave nothing for HanaMinA.
  if (wanted.set.size > 0) parts.push(await subset(wanted));
}
const copies = [
  copied(
    'Deskbook Arabic',
    join(sources, 'noto-naskh-arabic'),
    'arabic',
    (n) => n.includes('-arabic-arabic-'),
    false,
  ),
  copied('Deskbook Emoji', join(sources, 'noto-emoji'), 'emoji', (n) => !n.includes('-emoji-emoji-'), true),
];
parts.push(...copies);
writeFileSync(join(fontsFolder, 'rare.css'), generated + parts.map((part) => part.css).join(''));

have = union(have, ...copies.map((copy) => copy.covered));
const rangeCount = writeCoverageTable(have);
const rareBytes = parts.reduce((n, part) => n + part.bytes, 0);
console.log(`rare fonts: ${rareBytes} bytes; table: ${rangeCount} ranges, ${have.size} code points`);
