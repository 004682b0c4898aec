import type { z } from 'zod';
import { MINUTE_MS, monthOf, msOf } from '../../../shared/dates';
import type { Settings } from '../../../shared/registers/office';
import type { arriveVisit } from '../../../shared/registers/visits.forms';
import type { Visit, VisitState } from '../../../shared/registers/visits.row';
import { missingFields, VISIT_RULES } from '../../../shared/registers/visits.rules';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { CommandContext } from '../../db/context';
import type { VisitsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertHost, movedVisit, pass, postOf, visitOf } from './load';
import { freePass, givePass } from './passes-out';
import { indexVisit } from './words';

/** Arrivals (S10): announced, let in, in a group. What a type asks for is checked here once for all of them. */

type Ops = HandlersFor<'visits'>;
type Form = Omit<z.output<typeof arriveVisit>, 'passNo' | 'at'>;

/** See `visits.arrive`. Errors: as `written`; Refusal `visits.notAdmitted`, `visits.consentFirst`. */
export const arrive: Ops['arrive'] = async ({ from, passNo, at, ...form }, ctx) => {
  const settings = await settingsOf(ctx.db);
  const known = from ? await phoneOf(ctx, from, form) : form.visitorPhone;
  const row = await entered(
    ctx,
    settings,
    { ...form, visitorPhone: known },
    { at: at ?? null, passNo, groupId: null },
  );
  return { ...done(row), scanCode: row.scanCode };
};

/** See `visits.arriveGroup`. One phone reaches the whole group, so only the first person must leave one. */
export const arriveGroup: Ops['arriveGroup'] = async ({ people, at, ...form }, ctx) => {
  const settings = await settingsOf(ctx.db);
  const rows: VisitsTable[] = [];
  for (const { passNo, ...person } of people) {
    const first = rows[0];
    const reach = first ? { visitorPhone: person.visitorPhone ?? first.visitorPhone } : {};
    rows.push(
      await entered(
        ctx,
        settings,
        { ...form, partySize: 1, companions: null, ...person, ...reach },
        { at: at ?? null, passNo, groupId: first?.groupId ?? first?.id ?? null },
      ),
    );
  }
  return { visits: rows.map((row) => ({ ...done(row), scanCode: row.scanCode })) };
};

/** See `visits.expect`. Errors: InvalidField `expectedAt` when it lies on a day gone by. */
export const expect: Ops['expect'] = async ({ expectedAt, ...form }, ctx) => {
  const settings = await settingsOf(ctx.db);
  assertAdmitted(form);
  // The visitor's own phone and papers follow at the desk; who comes to whom must be known now.
  const later = ['visitorPhone', 'passChecked', 'informedName', 'permitNo', 'carrier'];
  assertComplete(missing(form, settings).filter((field) => !later.includes(field)));
  if (msOf(expectedAt) < msOf(ctx.now) - 2 * MINUTE_MS) throw new InvalidField('expectedAt', 'time.past');
  const row = await written(ctx, settings, { ...form, appointment: true }, 'expected', {
    expectedAt,
    arrivedAt: null,
  });
  return { ...done(row), scanCode: row.scanCode };
};

/** See `visits.admit`. Errors: as `arrive`; `visits.wrongState`. */
export const admit: Ops['admit'] = async ({ id, version, passNo, post, at, ...came }, ctx) => {
  const settings = await settingsOf(ctx.db);
  const row = await visitOf(ctx.db, id, version);
  const state = movedVisit(row.state, 'in');
  const arrivedAt = at ?? ctx.now;
  assertTime('at', arrivedAt, null, ctx.now);
  const { consent, partySize, ...rest } = came;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null && value !== undefined),
  );
  const passChecked = came.passChecked ?? (row.passChecked === null ? null : row.passChecked === 1);
  const form = { ...row, ...given, passChecked };
  assertComplete(missingFields(row.type, form, settings.visits));
  assertDocument(form.visitorDocument, settings);
  assertConsent(row.type, consent ?? (row.consentAt ? {} : null));
  const stock = passNo ? await freePass(ctx, passNo) : null;
  const next = ctx.journal.change(
    'visits',
    row,
    {
      ...given,
      passChecked: passChecked === null ? null : passChecked ? 1 : 0,
      ...(came.informedName && !came.informedAt ? { informedAt: ctx.now } : {}),
      ...(partySize ? { partySize } : {}),
      ...(consent ? consentPatch(consent, ctx.now) : {}),
      ...(stock ? { passId: stock.id, passNo: stock.passNo } : {}),
      state,
      arrivedAt,
      visitAt: arrivedAt,
    },
    { kind: 'CHANGE' },
  );
  await pass(ctx, row.id, 'in', arrivedAt, postOf(post, settings));
  if (stock) givePass(ctx, stock, row.id, arrivedAt);
  await indexVisit(ctx, next);
  return { ...done(next), scanCode: next.scanCode };
};

/** See `visits.recordConsent`. Errors: `visits.wrongState` when it is over or the type asks for none; `visits.consentGiven`. */
export const recordConsent: Ops['recordConsent'] = async ({ id, version, consent }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  if (row.state === 'voided' || row.state === 'refused' || row.state === 'noShow')
    throw new Refusal('visits.wrongState', { state: row.state });
  if (row.consentAt !== null) throw new Refusal('visits.consentGiven');
  const next = ctx.journal.change('visits', row, consentPatch(consent, ctx.now), { kind: 'CO_CONFIRM' });
  return done(next);
};

/** Checks and writes somebody who enters now: line, passage, pass. */
async function entered(
  ctx: CommandContext,
  settings: Settings,
  form: Form,
  { at, passNo, groupId }: { at: string | null; passNo: string | null; groupId: string | null },
): Promise<VisitsTable> {
  assertAdmitted(form);
  assertComplete(missing(form, settings));
  assertConsent(form.type, form.consent ?? null);
  const arrivedAt = at ?? ctx.now;
  assertTime('at', arrivedAt, null, ctx.now);
  const stock = passNo ? await freePass(ctx, passNo) : null;
  const row = await written(ctx, settings, form, 'in', {
    arrivedAt,
    groupId,
    ...(stock ? { passId: stock.id, passNo: stock.passNo } : {}),
  });
  await pass(ctx, row.id, 'in', arrivedAt, row.post);
  if (stock) givePass(ctx, stock, row.id, arrivedAt);
  return row;
}

/**
 * Writes a line of the book and its search words. Errors: InvalidField `unitId`, `hostPartyId`; Refusal `visits.documentOff`
 * where the office keeps no documents.
 */
export async function written(
  ctx: CommandContext,
  settings: Settings,
  form: Form,
  state: VisitState,
  more: Partial<Omit<Visit, 'version'>>,
): Promise<VisitsTable> {
  const { db, now, actor, journal, numbers, newId } = ctx;
  assertDocument(form.visitorDocument, settings);
  await assertHost(db, { unitId: form.unitId, partyId: form.hostPartyId });
  if (form.watchNote && !holds(actor.roles, 'visits.watch')) throw new Refusal('visits.watchForbidden');
  const { consent, ...fields } = form;
  const { serialNo, scanCode } = numbers.next('visits', monthOf(now));
  const times = { expectedAt: more.expectedAt ?? null, arrivedAt: more.arrivedAt ?? null };
  const row = journal.create('visits', {
    ...NOTHING_YET,
    ...fields,
    documentKind: fields.documentKind ?? null,
    unitId: fields.unitId ?? null,
    hostPartyId: fields.hostPartyId ?? null,
    department: fields.department ?? null,
    informedAt: fields.informedName ? (fields.informedAt ?? now) : null,
    appointment: fields.appointment ? 1 : 0,
    passChecked: typeof fields.passChecked === 'boolean' ? (fields.passChecked ? 1 : 0) : null,
    ...(consent ? consentPatch(consent, now) : {}),
    post: postOf(form.post, settings),
    ...more,
    ...times,
    id: newId(),
    serialNo,
    scanCode,
    state,
    visitAt: times.arrivedAt ?? times.expectedAt ?? now,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await indexVisit(ctx, row);
  return row;
}

const missing = ({ passChecked, ...form }: Form, settings: Settings): string[] =>
  missingFields(
    form.type,
    {
      ...form,
      unitId: form.unitId ?? null,
      passChecked: passChecked ?? null,
      department: form.department ?? null,
    },
    settings.visits,
  );

function assertComplete([first]: string[]): void {
  if (first) throw new InvalidField(first, 'text.empty');
}

function assertAdmitted(form: Pick<Form, 'type'>): void {
  if (!VISIT_RULES[form.type].admitted) throw new Refusal('visits.notAdmitted');
}

function assertConsent(type: Visit['type'], consent: object | null): void {
  if (VISIT_RULES[type].consent === 'before' && consent === null) throw new Refusal('visits.consentFirst');
}

function assertDocument(digits: string | null, settings: Settings): void {
  if (digits !== null && settings.visits.document === 'off') throw new Refusal('visits.documentOff');
}

const consentPatch = (consent: NonNullable<Form['consent']>, now: string) => {
  const at = consent.at ?? now;
  assertTime('consent.at', at, null, now);
  return { consentName: consent.name, consentHow: consent.how, consentAt: at };
};

/** A returning visitor's phone comes from the visit it was suggested from: the screen only ever had its tail (trust.md C6). */
async function phoneOf(ctx: CommandContext, from: string, form: Form): Promise<string | null> {
  if (form.visitorPhone) return form.visitorPhone;
  const before = await visitOf(ctx.db, from);
  return before.visitorName === form.visitorName ? before.visitorPhone : null;
}

/** Everything a fresh line leaves empty; spelt out so that a new column of the row must be thought about here. */
export const NOTHING_YET = {
  informedAt: null,
  consentName: null,
  consentHow: null,
  consentAt: null,
  passId: null,
  passNo: null,
  passBackAt: null,
  groupId: null,
  refusedReason: null,
  supplement: null,
  leftAt: null,
  closedAt: null,
  closedById: null,
  closedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<Visit>;
