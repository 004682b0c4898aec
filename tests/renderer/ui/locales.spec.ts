import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Both languages are first-class: the same keys, the same parameters, and every key the screens name exists. */
const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'shared/i18n');
type Words = Map<string, string>;

function flat(node: unknown, path: string, into: Words): Words {
  if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) flat(value, path === '' ? key : `${path}.${key}`, into);
  else into.set(path, String(node));
  return into;
}
const read = (lang: string, file: string): Words =>
  flat(JSON.parse(readFileSync(join(FOLDER, lang, file), 'utf8')), '', new Map());
const files = readdirSync(join(FOLDER, 'zh-CN')).sort();
const parameters = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]!).sort();

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the words', () => {
  it('come in the same files in both languages', () => {
    expect(readdirSync(join(FOLDER, 'en')).sort()).toEqual(files);
  });

  it.each(files)('%s: same keys, same parameters, nothing empty', (file) => {
    const [zh, en] = [read('zh-CN', file), read('en', file)];
    // English says one of a thing in its own words; Chinese has no such form.
    const counted = (key: string) => /_one$/.test(key);
    expect([...en.keys()].filter((key) => !counted(key)).sort()).toEqual([...zh.keys()].sort());
    for (const [key, text] of zh) {
      expect(text.trim(), key).not.toBe('');
      expect(en.get(key)?.trim(), key).not.toBe('');
      expect(new Set(parameters(en.get(key) ?? '')), key).toEqual(new Set(parameters(text)));
    }
  });

  it('exist for every key written out in the renderer and in shared', () => {
    const known = new Set(
      files.flatMap((file) => [...read('zh-CN', file).keys()].map((key) => `${file.slice(0, -5)}:${key}`)),
    );
    // Editors of choices name the group their codes stand in: every level above a word is known too.
    const groups = new Set(
      [...known].flatMap((key) => key.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'))),
    );
    const namespaces = files.map((file) => file.slice(0, -5)).join('|');
    // Whole literal keys only; keys with a ${…} part are proven by the screens that draw them.
    const literal = new RegExp(`['"\`]((?:${namespaces}):[\\w.-]+)['"\`]`, 'g');
    const missing = new Set<string>();
    for (const text of [...sources(join(ROOT, 'renderer')), ...sources(join(ROOT, 'shared'))])
      for (const [, key] of text.matchAll(literal))
        if (key && !known.has(key) && !groups.has(key)) missing.add(key);
    expect([...missing]).toEqual([]);
  });

  it('have a sentence for every reason and every field problem the office can throw', () => {
    const core = read('zh-CN', 'core.json');
    // Shared reasons stand in core, those of a register in its room's file.
    const rooms = files.map((file) => read('zh-CN', file));
    const missing = new Set<string>();
    for (const text of [...sources(join(ROOT, 'electron')), ...sources(join(ROOT, 'shared'))]) {
      for (const [, reason] of text.matchAll(/new Refusal\(\s*'([\w.]+)'/g)) {
        if (!rooms.some((room) => room.has(`refused.${reason}`))) missing.add(`refused.${reason}`);
      }
      for (const [, code] of text.matchAll(
        /(?:new InvalidField\([^,]+,\s*|error: )'([a-zA-Z]+\.[a-zA-Z]+)'/g,
      ))
        if (!core.has(`invalid.${code}`)) missing.add(`invalid.${code}`);
    }
    expect([...missing]).toEqual([]);
  });
});
