import { dayOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { PartiesTable } from '../../db/tables';
import { asFilled } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertOwnParty, assertOwnUnit, assertParty, partyOf, unitOf } from './load';
import { assertBorn } from './party-register';
import { plateOf } from './plate';
import { indexParty } from './words';

/** Who and what belongs to a party: family, staff, emergency contacts, vehicles. They leave; they are never deleted. */

type Ops = HandlersFor<'parties'>;

async function mine(ctx: CommandContext, id: string): Promise<PartiesTable> {
  const row = await partyOf(ctx.db, id);
  assertParty(row);
  await assertOwnParty(ctx.db, ctx.actor, row);
  return row;
}

export const addMember: Ops['addMember'] = async (input, ctx) => {
  const party = await mine(ctx, input.partyId);
  assertBorn('bornOn', input.bornOn ?? null, dayOf(ctx.now));
  const row = ctx.journal.create('partyMembers', {
    id: ctx.newId(),
    state: 'active',
    partyId: party.id,
    kind: input.kind,
    name: input.name,
    relation: input.relation,
    gender: input.gender ?? null,
    bornOn: input.bornOn ?? null,
    document: input.document,
    phone: input.phone,
  });
  await indexParty(ctx, party);
  return { id: row.id, version: row.version };
};

export const memberLeft: Ops['memberLeft'] = async ({ id, version }, ctx) => {
  const found = await ctx.db.selectFrom('party_members').selectAll().where('id', '=', id).executeTakeFirst();
  const row = asFilled(found, version);
  const party = await mine(ctx, row.partyId);
  if (row.state !== 'active') throw new Refusal('parties.alreadyLeft');
  const next = ctx.journal.change('partyMembers', row, { state: 'left' }, { kind: 'CHANGE' });
  await indexParty(ctx, party);
  return { id, version: next.version };
};

export const addVehicle: Ops['addVehicle'] = async (input, ctx) => {
  const { db, journal, newId, actor } = ctx;
  const party = await mine(ctx, input.partyId);
  const plate = plateOf(input.plate);
  const other = await db
    .selectFrom('vehicles')
    .select('id')
    .where('plate', '=', plate)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (other) throw new Refusal('parties.plateTaken', { plate });
  if (input.unitId) await assertOwnUnit(db, actor, await unitOf(db, input.unitId));
  if (input.spaceId) await assertSpace(ctx, input.spaceId);
  const row = journal.create('vehicles', {
    id: newId(),
    state: 'active',
    partyId: party.id,
    unitId: input.unitId ?? null,
    spaceId: input.spaceId ?? null,
    plate,
    brand: input.brand,
    model: input.model,
    colour: input.colour,
  });
  await indexParty(ctx, party);
  return { id: row.id, version: row.version };
};

async function assertSpace({ db }: CommandContext, id: string): Promise<void> {
  const space = await db.selectFrom('parking_spaces').select('state').where('id', '=', id).executeTakeFirst();
  if (!space || space.state === 'retired') throw new Refusal('parties.unknownSpace');
}

export const vehicleLeft: Ops['vehicleLeft'] = async ({ id, version }, ctx) => {
  const found = await ctx.db.selectFrom('vehicles').selectAll().where('id', '=', id).executeTakeFirst();
  const row = asFilled(found, version);
  const party = await mine(ctx, row.partyId);
  if (row.state !== 'active') throw new Refusal('parties.alreadyLeft');
  const next = ctx.journal.change('vehicles', row, { state: 'left', spaceId: null }, { kind: 'CHANGE' });
  await indexParty(ctx, party);
  return { id, version: next.version };
};
