import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { photoPath } from '../../electron/registers/attachments/store';
import { must, newOffice, refusal, type TestOffice } from '../support/office';

/** A JPEG as far as the door looks: its first marker. Decoding happens in the sandboxed page only (trust.md E9). */
const jpeg = (n: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, n, 0xff, 0xd9]);
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let office: TestOffice;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-photos-'));
  office = await newOffice({ dataDir: join(folder, 'office') });
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});
const desk = () => office.as('receptionist').attachments;
const put = (bytes: Uint8Array<ArrayBuffer>) => desk().put({ bytes, width: 800, height: 600 });
const pathOf = (name: string) => join(folder, 'office', 'attachments', name.slice(0, 2), `${name}.jpg`);

describe('put', () => {
  it('stores by content, with a row and a journal line', async () => {
    const { sha256 } = must(await put(jpeg(1)));
    expect(sha256).toBe(sha(jpeg(1)));
    expect(new Uint8Array(readFileSync(pathOf(sha256)))).toEqual(jpeg(1));
    const row = office.file.raw.prepare('SELECT bytes, width, height, addedAt FROM attachments').get();
    expect(row).toEqual({ bytes: 9, width: 800, height: 600, addedAt: office.now() });
    const line = office.file.raw
      .prepare('SELECT op, kind, register FROM journal WHERE entryId = ?')
      .get(sha256);
    expect(line).toEqual({ op: 'attachments.put', kind: 'CREATE', register: 'attachments' });
    expect(readdirSync(join(folder, 'office', 'attachments', sha256.slice(0, 2)))).toEqual([`${sha256}.jpg`]);
  });

  it('keeps the same picture once and mends a damaged file', async () => {
    const { sha256 } = must(await put(jpeg(1)));
    writeFileSync(pathOf(sha256), 'scratched');
    expect(must(await put(jpeg(1))).sha256).toBe(sha256);
    expect(new Uint8Array(readFileSync(pathOf(sha256)))).toEqual(jpeg(1));
    expect(office.file.raw.prepare('SELECT count(*) AS n FROM attachments').get()).toEqual({ n: 1 });
  });

  it('takes nothing but JPEG, of bounded size, from those who register', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const result = await put(png);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'invalid', fields: { bytes: { code: 'photo.notJpeg' } } },
    });
    const large = new Uint8Array(2_000_001).fill(0xff);
    expect(refusal(await put(large))).toBe('invalid:bytes');
    expect(refusal(await desk().put({ bytes: jpeg(1), width: 1601, height: 600 }))).toBe('invalid:width');
    const announcer = office.as('announcer').attachments;
    expect(refusal(await announcer.put({ bytes: jpeg(1), width: 1, height: 1 }))).toBe('notAllowed');
    expect(existsSync(join(folder, 'office', 'attachments'))).toBe(false);
  });
});

describe('read', () => {
  it('answers the bytes of a known name', async () => {
    const { sha256 } = must(await put(jpeg(2)));
    expect(must(await office.as('gateGuard').attachments.read({ sha256 })).bytes).toEqual(jpeg(2));
  });

  it('serves no file the book does not know, and none that is not what its name says', async () => {
    const stray = jpeg(3);
    const name = sha(stray);
    mkdirSync(join(pathOf(name), '..'), { recursive: true });
    writeFileSync(pathOf(name), stray);
    expect(refusal(await desk().read({ sha256: name }))).toBe('notFound');
    const { sha256 } = must(await put(jpeg(4)));
    writeFileSync(pathOf(sha256), 'scratched');
    expect(refusal(await desk().read({ sha256 }))).toBe('attachments.damaged');
    rmSync(pathOf(sha256));
    expect(refusal(await desk().read({ sha256 }))).toBe('attachments.missing');
  });

  const a = 'a'.repeat(63);
  it.each([
    '../deskbook.sqlite',
    '..\\deskbook.sqlite',
    '/etc/passwd',
    '\\\\server\\share',
    'C:\\Windows\\win.ini',
    'CON',
    'NUL.jpg',
    'a:b',
    `${a}.`,
    `${a} `,
    `${a}/`,
    `${a}\\`,
    `../${a}`,
    `${a}\0`,
    `${a}A`,
    `${a}g`,
    a,
    `${a}aa`,
    '',
    '.',
    '..',
    '%2e%2e%2f',
    '..%2f..%2fetc%2fpasswd',
    'x'.repeat(300),
    'attachments/aa',
    '~/.ssh/id_rsa',
    'file:///etc/passwd',
    `${a}\n`,
    'ａ'.repeat(64),
    `-${a}`,
    `*${a}`,
    `?${a}`,
    `|${a}`,
    `"${a}`,
    `<${a}`,
    `${a};`,
    'constructor',
    '__proto__',
    'prn',
    'aux',
  ])('refuses the name %j', async (name) => {
    expect(refusal(await desk().read({ sha256: name }))).toBe('invalid:sha256');
    expect(() => photoPath(folder, name)).toThrow();
  });
});
