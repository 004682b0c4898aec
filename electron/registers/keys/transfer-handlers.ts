import type { z } from 'zod';
import type { Output } from '../../../shared/api';
import { monthOf } from '../../../shared/dates';
import { registerTransfer } from '../../../shared/registers/key-transfers';
import { TRANSFER_NEXT, type TransferCorrectable } from '../../../shared/registers/key-transfers.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { KeysTable, KeyTransfersTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { countBranches } from '../../entries/listing';
import { assertTime, done, movedTo, proven } from '../../entries/load';
import { rowsOf } from '../../entries/months';
import type { HandlersFor } from '../handlers';
import { openIncident } from '../key-desk/incident-open';
import { settingsOf } from '../office/settings';
import { moveKey } from './moves';
import { actsOnTransfer } from './next';
import { keeperOf, personOf } from './rights';
import {
  openListOf,
  toTransferLines,
  transferBranches,
  transferKeys,
  transferOf,
  transferPage,
} from './transfer-lines';
import { indexTransfer } from './words';

/** F07 钥匙移交清单: keys change hands before a supervisor. */

type Ops = HandlersFor<'keyTransfers'>;

/** Errors: `keyTransfers.keyListed`, `keyTransfers.keyOver`, `keyTransfers.keyOut`, `keyTransfers.samePerson`, `keys.notCustodian`. */
const register: Ops['register'] = async (input, ctx) => {
  const { db, actor, now } = ctx;
  if (input.toId !== null && input.fromId === input.toId) throw new Refusal('keyTransfers.samePerson');
  if (input.fromId) await personOf(db, input.fromId);
  if (input.toId) await keeperOf(db, input.toId);
  const ids = [...new Set(input.keyIds)];
  const keys = await rowsOf(db, 'keys', ids);
  if (keys.length < ids.length) throw new Refusal('notFound');
  for (const key of keys) assertMayGo(key, input.toId);
  await assertNotListed(db, ids);
  const { serialNo, scanCode } = ctx.numbers.next('keyTransfers', monthOf(now));
  const row = ctx.journal.create('keyTransfers', {
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    fromParty: input.fromParty,
    toParty: input.toParty,
    project: input.project,
    plannedOn: input.plannedOn,
    fromId: input.fromId,
    toId: input.toId,
    fromName: null,
    toName: null,
    fromSignedHow: null,
    fromSignedAt: null,
    toSignedHow: null,
    toSignedAt: null,
    supervisorId: null,
    supervisorName: null,
    supervisorSignedAt: null,
    doneAt: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  for (const [i, key] of keys.entries())
    ctx.journal.create('keyTransferLines', {
      id: ctx.newId(),
      transferId: row.id,
      position: i + 1,
      keyId: key.id,
      keyNo: key.keyNo,
      pieces: key.pieces,
      condition: key.state === 'damaged' ? 'damaged' : 'good',
      note: null,
    });
  indexTransfer(ctx, row);
  return { ...done(row), scanCode };
};

/** A key in the office's keep; one that leaves the office must hang on its hook. */
function assertMayGo(key: KeysTable, toId: string | null): void {
  if (key.state === 'retired' || key.state === 'voided' || key.state === 'lost')
    throw new Refusal('keyTransfers.keyOver', { keyNo: key.keyNo });
  if (toId === null && key.state === 'out') throw new Refusal('keyTransfers.keyOut', { keyNo: key.keyNo });
}

async function assertNotListed(db: ReadDb, keyIds: string[]): Promise<void> {
  const listed = await openListOf(db, keyIds);
  if (listed) throw new Refusal('keyTransfers.keyListed', listed);
}

/** Errors: `keyTransfers.wrongState`, `notFound` for a key that is not on the list. */
const inspect: Ops['inspect'] = async ({ id, keyId, pieces, condition, note }, ctx) => {
  const transfer = await transferOf(ctx.db, id);
  if (transfer.state !== 'open') throw new Refusal('keyTransfers.wrongState', { state: transfer.state });
  const line = await ctx.db
    .selectFrom('key_transfer_lines')
    .selectAll()
    .where('transferId', '=', id)
    .where('keyId', '=', keyId)
    .executeTakeFirst();
  if (!line) throw new Refusal('notFound');
  ctx.journal.change('keyTransferLines', line, { pieces, condition, note }, { kind: 'CHANGE' });
  return { keyNo: line.keyNo, condition };
};

/**
 * Pieces that are missing come to light here: each such key leaves service and its incident is opened with what the list
 * says (S08, L03). Errors: `keyTransfers.wrongState`, `keyTransfers.supervisorIsParty`, `keyTransfers.keyOver`,
 * `keyTransfers.keyOut`, `keyTransfers.shortLeaves` when keys that leave the office are not whole.
 */
const complete: Ops['complete'] = async (input, ctx) => {
  const transfer = await transferOf(ctx.db, input.id, input.version);
  const state = movedTo(TRANSFER_NEXT, transfer.state, 'done', 'keyTransfers');
  assertTime('at', input.at, transfer.recordedAt, ctx.now);
  const supervisor = proven(ctx.second);
  const parties = [transfer.fromId, transfer.toId];
  if (parties.includes(supervisor.staffId) || [input.fromName, input.toName].includes(supervisor.name))
    throw new Refusal('keyTransfers.supervisorIsParty', { name: supervisor.name });
  const keeper = transfer.toId ? await keeperOf(ctx.db, transfer.toId) : null;
  const lines = await transferKeys(ctx.db, transfer.id);
  const keys = await rowsOf(
    ctx.db,
    'keys',
    lines.map((line) => line.keyId),
  );
  for (const key of keys) assertMayGo(key, transfer.toId);
  const short = shortOf(keys, lines);
  if (transfer.toId === null) assertWhole(short);
  const next = ctx.journal.change(
    'keyTransfers',
    transfer,
    {
      state,
      fromName: input.fromName,
      fromSignedHow: input.fromSignedHow,
      fromSignedAt: input.at,
      toName: input.toName,
      toSignedHow: input.toSignedHow,
      toSignedAt: input.at,
      supervisorId: supervisor.staffId,
      supervisorName: supervisor.name,
      supervisorSignedAt: ctx.now,
      doneAt: ctx.now,
    },
    { kind: 'CHANGE' },
  );
  const gone = { retiredReason: transfer.serialNo, retiredAt: ctx.now, retiredByName: ctx.actor.name };
  const incidents: Output<'keyTransfers.complete'>['incidents'] = [];
  for (const key of keys) {
    const missing = short.get(key.id);
    const incident = missing ? await openShort(ctx, next, key, missing) : null;
    const facts = { transfer: transfer.serialNo, ...(incident ? { incident: incident.serialNo } : {}) };
    const state = incident ? 'damaged' : keeper ? key.state : 'retired';
    await moveKey(ctx, key, state, keeper ?? gone, { kind: 'CHANGE', facts });
    if (incident) incidents.push({ id: incident.id, serialNo: incident.serialNo, keyNo: key.keyNo });
  }
  indexTransfer(ctx, next);
  return { ...done(next), incidents };
};

type ListedKey = Awaited<ReturnType<typeof transferKeys>>[number];

/** Lines that say fewer pieces than the inventory has. What is out on a loan is looked at when it comes back. */
const shortOf = (keys: readonly KeysTable[], lines: readonly ListedKey[]): Map<string, ListedKey> =>
  new Map(
    lines.flatMap((line) => {
      const key = keys.find(({ id }) => id === line.keyId);
      return key && key.state !== 'out' && line.pieces < key.pieces ? [[key.id, line] as const] : [];
    }),
  );

/** Nobody outside takes over less than the list names: the shortage is settled first. */
function assertWhole(short: ReadonlyMap<string, ListedKey>): void {
  const [line] = short.values();
  if (line) throw new Refusal('keyTransfers.shortLeaves', { keyNo: line.keyNo, pieces: line.pieces });
}

/** The incident of a shortage (F14), unless one is open already; its course is what the list says. */
async function openShort(ctx: CommandContext, transfer: KeyTransfersTable, key: KeysTable, line: ListedKey) {
  const open = await ctx.db
    .selectFrom('key_incidents')
    .select('id')
    .where('keyId', '=', key.id)
    .where('kind', '=', 'short')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (open) return null;
  return openIncident(ctx, key, null, {
    kind: 'short',
    foundOutAt: transfer.toSignedAt ?? ctx.now,
    place: null,
    course: [`${transfer.serialNo} ${line.pieces}/${key.pieces}`, line.note].filter(Boolean).join(' '),
    reporterName: transfer.toName,
    reporterPhone: null,
    note: null,
  });
}

const AS_FIRST_TYPED: Record<TransferCorrectable, z.ZodType<string | null>> = registerTransfer.shape;

const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await transferOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('keyTransfers.wrongState', { state: row.state });
  const patch = { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'keyTransfers', row, field, reason, limits);
  const next = ctx.journal.change('keyTransfers', row, patch, correction);
  indexTransfer(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keyTransfers', next, limits) };
};

const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await transferOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toTransferLines(db, [row]);
  const lines = row.state === 'open' ? await transferKeys(db, id) : [];
  const keys = await rowsOf(
    db,
    'keys',
    lines.map(({ keyId }) => keyId),
  );
  return {
    entry: line!,
    story: await storyOf(db, 'keyTransfers', id),
    next: actsOnTransfer(row, actor),
    freeUntil: await freeUntil(db, 'keyTransfers', row, actor?.staffId, limits, now),
    warnings: [
      ...(shortOf(keys, lines).size > 0 ? ['short'] : []),
      ...(await correctionWarnings(db, 'keyTransfers', row, limits)),
    ],
  };
};

export const keyTransferHandlers: HandlersFor<'keyTransfers'> = {
  list: ({ filter, after, limit }, { db, door }) =>
    transferPage(db, door.rawReader, filter, after ?? null, limit),
  counts: async (_, { db }) => ({
    open: await countBranches(db, 'key_transfers', transferBranches({ need: 'open' })),
  }),
  entry,
  keys: async ({ id }, { db }) => transferKeys(db, (await transferOf(db, id)).id),
  register,
  inspect,
  complete,
  correct,
  async void({ id, version, reason }, ctx) {
    const row = await transferOf(ctx.db, id, version);
    const state = movedTo(TRANSFER_NEXT, row.state, 'voided', 'keyTransfers');
    const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
    return done(ctx.journal.change('keyTransfers', row, patch, { kind: 'VOID' }));
  },
  async markSeen({ id }, ctx) {
    await seen(ctx, 'keyTransfers', await transferOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
    return { seen: true };
  },
};
