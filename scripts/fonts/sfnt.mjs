/** Fonts as sfnt files (TrueType, OpenType and their collections): taken apart into tables and put together. */

/** Table of an uncompressed font, without copying. */
export function table(font, tag, at = 0) {
  const count = font.readUInt16BE(at + 4);
  for (let i = 0; i < count; i++) {
    const entry = at + 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 8);
    return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
  }
  return undefined;
}

/** All tables of an uncompressed font, by tag. */
export function allTables(font, at = 0) {
  const tables = {};
  for (let i = 0, n = font.readUInt16BE(at + 4); i < n; i++) {
    const tag = font.toString('latin1', at + 12 + i * 16, at + 16 + i * 16);
    tables[tag] = table(font, tag, at);
  }
  return tables;
}

/** An sfnt from tables (harfbuzz reads face 0 of a collection only, and we need to replace `name`). */
export function buildSfnt(flavor, tables) {
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

/** The English texts of the `name` table, by name id. */
export function names(font, at = 0) {
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
export function nameTable(values) {
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
export function fromCollection(file, family) {
  for (let i = 0, n = file.readUInt32BE(8); i < n; i++) {
    const at = file.readUInt32BE(12 + i * 4);
    if (names(file, at)[1] === family) return buildSfnt(file.readUInt32BE(at), allTables(file, at));
  }
  throw new Error(`${family} is not in the collection`);
}
