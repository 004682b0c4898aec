import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import * as yauzl from 'yauzl';
import { Refusal } from '../../../shared/result';
import { CAPS, type Deadline, Rows } from './caps';

/**
 * First visible sheet of an XLSX, read as a stream under the caps (trust.md F5). Only four parts of the archive are looked
 * at; formulas are never evaluated (their stored value counts), entities and document types are refused, links and macros
 * are never opened, an archive inside the archive stays closed.
 */

const NOT_A_TABLE = 'imports.notATable';

/** Rows of the sheet; cells as text, numbers as they are stored. Errors: Refusal `imports.notATable`, `imports.bomb` and those of the caps. */
export async function readXlsx(bytes: Buffer, deadline: Deadline): Promise<Rows['all']> {
  const zip = await opened(bytes);
  const parts = await partsOf(zip);
  const read = new PartReader(zip, parts, deadline);
  const sheetPath = await firstSheet(read);
  const strings = await sharedStrings(read);
  const rows = new Rows(deadline);
  await sheetRows(read, sheetPath, strings, rows);
  return rows.all;
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) reject(new Refusal(NOT_A_TABLE));
      else if (zip.entryCount > CAPS.entries) reject(new Refusal('imports.bomb'));
      else resolve(zip);
    });
  });
}

/** The archive's directory. What it declares must stay below the caps; what it really holds is counted again while reading. */
function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Entry>();
    let unpacked = 0;
    let seen = 0;
    zip.on('entry', (entry: Entry) => {
      seen += 1;
      unpacked += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      // Tiny parts of blanks may shrink a lot and hurt nobody.
      const bomb = entry.uncompressedSize > 100_000 && ratio > CAPS.ratio;
      if (seen > CAPS.entries || unpacked > CAPS.unpackedBytes || bomb) {
        reject(new Refusal('imports.bomb'));
        return;
      }
      parts.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(parts));
    zip.on('error', () => reject(new Refusal(NOT_A_TABLE)));
    zip.readEntry();
  });
}

interface Tag {
  name: string;
  attributes: Record<string, string>;
}
interface Watcher {
  open?: (tag: Tag) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Streams parts of the archive through an XML parser that knows no entities. */
class PartReader {
  readonly #zip: ZipFile;
  readonly #parts: Map<string, Entry>;
  readonly #deadline: Deadline;
  #unpacked = 0;

  constructor(zip: ZipFile, parts: Map<string, Entry>, deadline: Deadline) {
    this.#zip = zip;
    this.#parts = parts;
    this.#deadline = deadline;
  }

  has(path: string): boolean {
    return this.#parts.has(path.toLowerCase());
  }

  /** Errors: Refusal `imports.notATable` for XML that is none, `imports.bomb`, those of the deadline and of the watcher. */
  async xml(path: string, watch: Watcher): Promise<void> {
    const entry = this.#parts.get(path.toLowerCase());
    if (!entry) throw new Refusal(NOT_A_TABLE);
    const parser = new SaxesParser();
    parser.on('error', () => {
      throw new Refusal(NOT_A_TABLE);
    });
    parser.on('doctype', () => {
      throw new Refusal(NOT_A_TABLE);
    });
    parser.on('opentag', (tag) =>
      watch.open?.({ name: local(tag.name), attributes: tag.attributes as Record<string, string> }),
    );
    parser.on('text', (text) => watch.text?.(text));
    parser.on('closetag', (tag) => watch.close?.(local(tag.name)));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of await this.#stream(entry)) {
      this.#unpacked += chunk.length;
      if (this.#unpacked > CAPS.unpackedBytes) throw new Refusal('imports.bomb');
      this.#deadline.check();
      parser.write(textOf(decoder, chunk));
    }
    parser.close();
  }

  #stream(entry: Entry): Promise<AsyncIterable<Buffer>> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => {
        if (error || !stream) reject(new Refusal(NOT_A_TABLE));
        else resolve(honest(stream as AsyncIterable<Buffer>));
      });
    });
  }
}

/** A part that unpacks to another size than it says, or does not unpack, is no table. */
async function* honest(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(NOT_A_TABLE);
  }
}

function textOf(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new Refusal(NOT_A_TABLE);
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Path of the first sheet that is not hidden. */
async function firstSheet(read: PartReader): Promise<string> {
  let relation: string | null = null;
  await read.xml('xl/workbook.xml', {
    open: ({ name, attributes }) => {
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (name === 'sheet' && !hidden)
        relation ??=
          Object.entries(attributes).find(([key]) => local(key) === 'id' && key !== 'id')?.[1] ?? null;
    },
  });
  const targets = new Map<string, string>();
  if (read.has('xl/_rels/workbook.xml.rels'))
    await read.xml('xl/_rels/workbook.xml.rels', {
      open: ({ name, attributes }) => {
        if (name === 'Relationship' && attributes.TargetMode !== 'External')
          targets.set(attributes.Id ?? '', attributes.Target ?? '');
      },
    });
  const target = (relation === null ? undefined : targets.get(relation)) ?? 'worksheets/sheet1.xml';
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!read.has(path)) throw new Refusal(NOT_A_TABLE);
  return path;
}

async function sharedStrings(read: PartReader): Promise<string[]> {
  const strings: string[] = [];
  if (!read.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let taking = false;
  let spoken = 0;
  await read.xml('xl/sharedStrings.xml', {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken += 1;
      taking = name === 't' && spoken === 0;
    },
    text: (piece) => {
      if (taking) text += piece;
    },
    close: (name) => {
      if (name === 't') taking = false;
      if (name === 'rPh') spoken -= 1;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

async function sheetRows(read: PartReader, path: string, strings: string[], rows: Rows): Promise<void> {
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let kind = 'n';
  let value = '';
  let taking = false;
  await read.xml(path, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        const at = Number(attributes.r);
        line = Number.isInteger(at) && at > 0 ? at : line + 1;
        cells = [];
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        if (column > CAPS.columns) throw new Refusal('imports.tooWide', { max: CAPS.columns });
        kind = attributes.t ?? 'n';
        value = '';
      }
      taking = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (taking && value.length <= CAPS.cell) value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      if (name === 'c' && value !== '') {
        while (cells.length < column - 1) cells.push('');
        cells[column - 1] = cellText(kind, value, strings).trim();
      }
      if (name === 'row') rows.add(line, cells);
    },
  });
}

/** Column of `BC12`, from 1; null when the reference is none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,8})\d+$/.exec(reference ?? '')?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

function cellText(kind: string, value: string, strings: readonly string[]): string {
  if (kind === 's') return strings[Number(value)] ?? '';
  if (kind === 'e') return '';
  if (kind === 'n' || kind === '') return plainNumber(value);
  return value;
}

/** `1.38E+10` is the phone 13800000000: whole numbers are written out; digits beyond 15 are lost and said so by `~`. */
function plainNumber(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (!Number.isInteger(number)) return String(number);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return `~${BigInt(number)}`;
  return String(number);
}
