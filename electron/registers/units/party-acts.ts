import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import { registerParty } from '../../../shared/registers/parties';
import type { PartyCorrectable } from '../../../shared/registers/parties.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { PartiesTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertOwnParty, assertParty, movedParty, partyOf } from './load';
import { staysOfParties } from './who';
import { indexParty } from './words';

/** What happens to a file: changes, corrections, VIP mark, putting aside, void, and the look behind the masks. */

type Ops = HandlersFor<'parties'>;
type Patch = Partial<Omit<PartiesTable, 'version' | 'sealed'>>;

/** Errors: `parties.wrongState`, `entry.*`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await partyOf(ctx.db, id, version);
  assertParty(row);
  const patch = patchOf(field, value, dayOf(ctx.now));
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'parties', row, field, reason, limits);
  const next = ctx.journal.change('parties', row, patch, correction);
  await indexParty(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'parties', next, limits) };
};

/** Errors: as `correct`, and `units.otherArea`. */
export const amend: Ops['amend'] = async ({ id, version, field, value }, ctx) => {
  const row = await partyOf(ctx.db, id, version);
  assertParty(row);
  await assertOwnParty(ctx.db, ctx.actor, row);
  const patch = patchOf(field, value, dayOf(ctx.now));
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = ctx.journal.change('parties', row, patch, { kind: 'CHANGE', facts: { field } });
  await indexParty(ctx, next);
  return done(next);
};

export const deactivate: Ops['deactivate'] = async ({ id, version, reason }, ctx) => {
  const row = await partyOf(ctx.db, id, version);
  await assertOwnParty(ctx.db, ctx.actor, row);
  const state = movedParty(row, 'inactive');
  await assertGone(ctx.db, id);
  return done(ctx.journal.change('parties', row, { state }, { kind: 'CHANGE', facts: { reason } }));
};

export const reactivate: Ops['reactivate'] = async ({ id, version, reason }, ctx) => {
  const row = await partyOf(ctx.db, id, version);
  const state = movedParty(row, 'active');
  return done(ctx.journal.change('parties', row, { state }, { kind: 'CHANGE', facts: { reason } }));
};

/** Set and taken by the manager (S31). */
export const markVip: Ops['markVip'] = async ({ id, version, vip }, ctx) => {
  const row = await partyOf(ctx.db, id, version);
  assertParty(row);
  if (row.vip === Number(vip)) throw new Refusal('entry.unchanged');
  return done(ctx.journal.change('parties', row, { vip: Number(vip) }, { kind: 'CHANGE' }));
};

/** Number and line stay, printed 作废. */
export const voidParty: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await partyOf(ctx.db, id, version);
  const state = movedParty(row, 'voided');
  await assertGone(ctx.db, id);
  const next = ctx.journal.change(
    'parties',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  return done(next);
};

/** It is in no unit any more. Errors: Refusal `parties.stillHere` with the units. */
async function assertGone(db: ReadDb, id: string): Promise<void> {
  const stays = await staysOfParties(db, [id]);
  if (stays.length > 0)
    throw new Refusal('parties.stillHere', {
      codes: [...new Set(stays.map((stay) => stay.code))].join('、'),
    });
}

/** See `seen`. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await partyOf(ctx.db, id);
  await seen(ctx, 'parties', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

const MASKED = ['phone', 'otherPhone', 'document', 'email'] as const;

/** Phones, papers and mail in full, with the reason in the journal (trust.md C6). */
export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await partyOf(db, id);
  const members = await db
    .selectFrom('party_members')
    .select(['id', 'phone', 'document'])
    .where('partyId', '=', id)
    .execute();
  const fields = MASKED.filter((field) => row[field] !== null);
  journal.note(
    'parties',
    id,
    { kind: 'UNMASK', facts: { reason, fields: [...fields, ...(members.length > 0 ? ['members'] : [])] } },
    row.serialNo,
  );
  const { phone, otherPhone, document, email } = row;
  return { phone, otherPhone, document, email, members };
};

const form = registerParty.shape;
type Plain = Exclude<PartyCorrectable, 'kind' | 'bornOn' | 'staffCount'>;
const AS_FIRST_TYPED: Record<Plain, z.ZodType<string | null | undefined>> = {
  name: form.name,
  gender: form.gender,
  documentKind: form.documentKind,
  document: form.document,
  phone: form.phone,
  otherPhone: form.otherPhone,
  email: form.email,
  address: form.address,
  employer: form.employer,
  businessScope: form.businessScope,
  businessKind: form.businessKind,
  personInCharge: form.personInCharge,
  pets: form.pets,
  channel: form.channel,
  externalNo: form.externalNo,
  note: form.note,
};
/** Choices, whose empty text means none. */
const CHOICES: readonly PartyCorrectable[] = ['gender', 'documentKind', 'channel'];

function patchOf(field: PartyCorrectable, value: string, today: string): Patch {
  if (field === 'kind') return { kind: asTyped(form.kind.unwrap(), value) };
  if (field === 'staffCount') {
    const digits = value.normalize('NFKC').trim();
    if (digits === '') return { staffCount: null };
    if (!/^\d{1,6}$/.test(digits)) throw new InvalidField('value', 'count.whole');
    return { staffCount: asTyped(form.staffCount, Number(digits)) ?? null };
  }
  if (field === 'bornOn') {
    const born = value === '' ? null : (asTyped(form.bornOn, value) ?? null);
    if (born !== null && born > today) throw new InvalidField('value', 'time.future');
    return { bornOn: born };
  }
  const typed = CHOICES.includes(field) && value === '' ? null : value;
  return { [field]: asTyped(AS_FIRST_TYPED[field], typed) ?? null };
}
