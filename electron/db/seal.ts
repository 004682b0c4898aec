import { hash } from 'node:crypto';
import { PERSONAL } from '../../shared/registers/personal';
import { JOURNALLED } from './migrations';

/**
 * Digests and seals (architecture.md §4). A personal value enters the chain only as SHA-256(salt ‖ 0x00 ‖ value); salt and
 * value stay in the row and can be erased together, after which the digest still stands and the chain still verifies.
 */
export type Seal = [salt: string, digest: string];
export type Seals = Record<string, Seal>;

/** One call for the whole text: the verifier and bulk writing live on it (half the time of `createHash`). */
const sha = (text: string): string => hash('sha256', text, 'base64url');

/** 128 bit: phones are guessable. One buffer for all: only its text outlives a call. */
const saltBytes = Buffer.alloc(16);

/** Seals one value; `random` gives 16 bytes. */
export function sealValue(value: string, random: (bytes: Uint8Array) => void): Seal {
  random(saltBytes);
  const salt = saltBytes.toString('base64url');
  return [salt, sha(`${salt}\0${value}`)];
}

/** True when the value still fits its seal. */
export const fitsSeal = (value: string, [salt, digest]: Seal): boolean => sha(`${salt}\0${value}`) === digest;

/** How a personal value stands in the journal: `{ sealed: digest }`. */
export const sealedMark = (seal: Seal | undefined): { sealed: string } | null =>
  seal ? { sealed: seal[1] } : null;

/** Columns of a row in canonical order, with their names as JSON; sorted once per shape of row, not once per row. */
type Columns = readonly (readonly [name: string, json: string, personal: boolean])[];
const shapes = new Map<string, Columns>();
function columnsOf(register: string, row: Record<string, unknown>): Columns {
  const names = Object.keys(row);
  const key = `${register}:${names.join()}`;
  let columns = shapes.get(key);
  if (!columns) {
    const personal = PERSONAL[register] ?? [];
    columns = names
      .filter((name) => name !== 'sealed')
      .sort()
      .map((name) => [name, JSON.stringify(name), personal.includes(name)] as const);
    shapes.set(key, columns);
  }
  return columns;
}

/** Canonical JSON of a flat row: sorted keys, nulls left out (so a later column changes no old digest). */
export function canonicalRow(register: string, row: Record<string, unknown>): string {
  const seals = typeof row.sealed === 'string' ? (JSON.parse(row.sealed) as Seals) : {};
  let text = '';
  for (const [name, json, personal] of columnsOf(register, row)) {
    const value = personal ? sealedMark(seals[name]) : row[name];
    if (value !== null && value !== undefined)
      text += `${text === '' ? '' : ','}${json}:${JSON.stringify(value)}`;
  }
  return `{${text}}`;
}

/** Digest of an entry whose canonical text is known. */
export const digestOf = (canonical: string): string => sha(canonical);

/** Digest of an entry as it stands after a change. */
export const digestRow = (register: string, row: Record<string, unknown>): string =>
  sha(canonicalRow(register, row));

/** What the hash of a journal line covers, in canonical order. */
export interface HashedLine {
  seq: number;
  at: string;
  station: string;
  actorId: string;
  actorName: string;
  op: string;
  kind: string;
  register: string;
  entryId: string;
  entryVersion: number;
  serialNo: string | null;
  change: string;
  entryDigest: string | null;
  prevHash: string;
}

/** Hash of a journal line: SHA-256 over canonical JSON of all its fields and the previous hash. Hex. */
export const hashLine = (l: HashedLine): string =>
  hash(
    'sha256',
    JSON.stringify([
      l.actorId,
      l.actorName,
      l.at,
      l.change,
      l.entryDigest,
      l.entryId,
      l.entryVersion,
      l.kind,
      l.op,
      l.prevHash,
      l.register,
      l.seq,
      l.serialNo,
      l.station,
    ]),
    'hex',
  );

const TABLES = new Map(Object.entries(JOURNALLED).map(([table, { register }]) => [register, table]));
/** Register name → table name. */
export const tableOf = (register: string): string | null => TABLES.get(register) ?? null;
