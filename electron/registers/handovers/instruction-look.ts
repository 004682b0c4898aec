import type Database from 'better-sqlite3';
import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { OpName } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type {
  InstructionNeed,
  instructionFilter,
  instructions,
} from '../../../shared/registers/instructions';
import type { Instruction, InstructionLine } from '../../../shared/registers/instructions.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import { marksOf, storyOf } from '../../db/story';
import type { InstructionsTable, Tables } from '../../db/tables';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  type Listing,
  listPage,
} from '../../entries/listing';
import { mayCorrect } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { instructionOf } from './instruction-acts';

/** Reading the book of instructions: what stands, who read it, what this reader has not read yet. */

type Ops = HandlersFor<'instructions'>;
type Filter = Partial<Omit<z.output<typeof instructionFilter>, 'search'>>;
export const INSTRUCTIONS: Listing<'instructions'> = {
  register: 'instructions',
  table: 'instructions',
  at: 'recordedAt',
};
const eb = expressionBuilder<Tables, 'instructions'>();
const active = eb('state', '=', 'active');

/** The filter as branches; `readerId` is whose unread ones `unread` means. */
export function instructionBranches({ need, states, ...days }: Filter, readerId: string, now: string) {
  const common = commonConditions(INSTRUCTIONS, days);
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  const needed: Record<InstructionNeed, Condition> = {
    unread: sql<SqlBool>`not exists (select 1 from instruction_acks as read
      where read."instructionId" = instructions.id and read.round = instructions.round
        and read."staffId" = ${readerId})`,
    renew: eb('renewOn', '<=', dayOf(now)),
  };
  return [[active, needed[need], ...common]];
}

/** A page of instructions, newest first. */
export async function instructionPage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: z.output<typeof instructionFilter>,
  after: string | null,
  limit: number,
  reader: { staffId: string; now: string },
): Promise<OutputOf<typeof instructions.list>> {
  const branches = instructionBranches(filter, reader.staffId, reader.now);
  const { rows, ...page } = await listPage(db, raw, INSTRUCTIONS, { branches, search, after, limit });
  return { rows: await toInstructionLines(db, rows, reader.now), ...page };
}

/** Rows as lines, in the same order. */
async function toInstructionLines(
  db: ReadDb,
  rows: readonly InstructionsTable[],
  now: string,
): Promise<InstructionLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'instructions', ids);
  const acks = await db
    .selectFrom('instruction_acks')
    .select(['instructionId', 'round', 'staffName'])
    .where('instructionId', 'in', among(ids))
    .orderBy('at')
    .orderBy(sql`rowid`)
    .execute();
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    overdue: isOverdue(row, now),
    readers: acks
      .filter((ack) => ack.instructionId === row.id && ack.round === row.round)
      .map((ack) => ack.staffName),
    late: false,
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

const isOverdue = ({ state, renewOn }: Pick<Instruction, 'state' | 'renewOn'>, now: string): boolean =>
  state === 'active' && renewOn !== null && renewOn < dayOf(now);

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, actor, door }) =>
  instructionPage(db, door.rawReader, filter, after ?? null, limit, { staffId: actor?.staffId ?? '', now });

export const counts: Ops['counts'] = async (_, { db, now, actor }) => {
  const of = (need: InstructionNeed) =>
    countBranches(db, 'instructions', instructionBranches({ need }, actor?.staffId ?? '', now));
  return { unread: await of('unread'), renew: await of('renew') };
};

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await instructionOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toInstructionLines(db, [row], now);
  return {
    entry: line!,
    story: await storyOf(db, 'instructions', id),
    next: await instructionActs(db, id, actor),
    freeUntil: await freeUntil(db, 'instructions', row, actor?.staffId, limits, now),
    warnings: [
      ...(line!.overdue ? ['overdue'] : []),
      ...(await correctionWarnings(db, 'instructions', row, limits)),
    ],
  };
};

/** What this reader may do on an instruction now, the awaited act first. Errors: Refusal `notFound`. */
export async function instructionActs(db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> {
  const row = await instructionOf(db, id);
  const stands = row.state === 'active';
  const unread =
    stands &&
    (await countBranches(db, 'instructions', [
      [eb('id', '=', id), ...instructionBranches({ need: 'unread' }, actor?.staffId ?? '', '2000-01-01')[0]!],
    ])) > 0;
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['instructions.acknowledge', 'instructions.acknowledge', unread],
    ['instructions.renew', 'instructions.write', stands],
    ['instructions.end', 'instructions.write', stands],
    ['instructions.correct', 'instructions.correct', stands && mayCorrect(row.recorderId, actor)],
    ['instructions.void', 'instructions.void', stands],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}
