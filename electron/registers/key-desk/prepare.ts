import { addDays, dayOf, instantOf, isoOf, msOf, timeOf } from '../../../shared/dates';
import type { IssueConflict } from '../../../shared/registers/key-loans';
import {
  inHours,
  mustAskOwner,
  REQUIREMENTS,
  type Requirement,
  rulesFor,
} from '../../../shared/registers/key-loans.rules';
import type { Settings } from '../../../shared/registers/office';
import type { Capacity, Role } from '../../../shared/roles';
import { readOwnCode } from '../../../shared/scan';
import type { ReadDb } from '../../db/context';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { CONFIRMERS, defaultDue } from './issue-rules';
import { type KnownKey, keysHeld, knownKeys, titlesOf } from './key-facts';

/** What the issue form asks before anything is written: which fields, which sentences, which conflicts (S05). */

type Ops = HandlersFor<'keyLoans'>;

/** Closing time and the last moment of the day on which `at` falls. */
export const dayClock = (at: string, hours: Settings['keys']['officeHours']) => ({
  closing: instantOf(dayOf(at), hours.to),
  dayEnd: isoOf(msOf(instantOf(addDays(dayOf(at), 1))) - 1),
});

export const prepare: Ops['prepare'] = async (input, { db, now }) => {
  const { keyIds, borrowerClass, borrowerName } = input;
  const at = input.issuedAt ?? now;
  const { keys: limits } = await settingsOf(db);
  const keys = await knownKeys(db, keyIds, at, limits.officeHours);
  const rule = borrowerClass ? rulesFor(borrowerClass, keys) : null;
  const comer = {
    name: borrowerName ?? '',
    org: input.borrowerOrg,
    titles: await titlesOf(db, input.staffNo, borrowerName),
  };
  const strange =
    borrowerClass && borrowerName
      ? keys.filter(({ allowed }) => mustAskOwner(borrowerClass, allowed, comer))
      : [];
  const asked = new Set<Requirement>([
    ...(rule?.requirements ?? []),
    ...(strange.length > 0 ? (['ownerAsked'] as const) : []),
  ]);
  const held = borrowerName ? await keysHeld(db, borrowerName, null) : 0;
  const conflicts = keys.flatMap(conflictsOf);
  const last = keys.at(-1);
  if (last && held + keys.length > limits.maxKeysPerPerson)
    conflicts.push({
      kind: 'tooMany',
      keyId: last.keyId,
      keyNo: last.keyNo,
      stops: true,
      params: { max: String(limits.maxKeysPerPerson), held: String(held) },
    });
  return {
    keys: keys.map((key) => ({
      keyId: key.keyId,
      keyNo: key.keyNo,
      keyName: key.row.label,
      category: key.category,
      pieces: key.row.pieces,
      parts: partsOf(key.row.parts),
      unitId: key.row.unitId,
      unitCode: key.unitCode,
    })),
    bar: rule?.bar ?? null,
    requirements: REQUIREMENTS.filter((requirement) => asked.has(requirement)),
    instructions: keys.flatMap((key) => key.instructions),
    conflicts,
    dueAt: defaultDue(at, keys, dayClock(at, limits.officeHours)),
    inOfficeHours: inHours(timeOf(at), limits.officeHours),
  };
};

const partsOf = (parts: string | null): string[] => (parts ? (JSON.parse(parts) as string[]) : []);

/** What stands in the way of one key, or asks for a second person. */
function conflictsOf(key: KnownKey): IssueConflict[] {
  const found: IssueConflict[] = [];
  const add = (kind: IssueConflict['kind'], stops: boolean, params: Record<string, string> = {}): void => {
    found.push({ kind, keyId: key.keyId, keyNo: key.keyNo, stops, params: { no: key.keyNo, ...params } });
  };
  if (key.state !== 'inStock' && key.state !== 'sealed')
    add('notAtHand', true, { state: key.state, ...(key.holder ?? {}) });
  if (key.mandate === 'missing') add('mandateMissing', true);
  if (key.mandate === 'expired') add('mandateExpired', true);
  if (key.mandate === 'withdrawn') add('mandateWithdrawn', true);
  if (key.exclusiveWith) add('exclusive', true, { other: key.exclusiveWith });
  if (key.lockedOutBy) add('lockedOut', true, { other: key.lockedOutBy });
  if (key.risk === 'master') add('master', false);
  if (key.state === 'sealed') add('sealed', false);
  return found;
}

/** The people S05 and S06 ask for, active ones, by name. */
export const people: Ops['people'] = async (_, { db }) => {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name', 'roles', 'capacities'])
    .where('active', '=', 1)
    .orderBy('name')
    .execute();
  const who = (fits: (roles: Role[], capacities: Capacity[]) => boolean) =>
    rows
      .filter((row) => fits(JSON.parse(row.roles) as Role[], JSON.parse(row.capacities) as Capacity[]))
      .map((row) => ({ staffId: row.id, name: row.name }));
  return {
    confirmers: who((roles) => roles.some((role) => CONFIRMERS.includes(role))),
    custodians: who((_, capacities) => capacities.includes('keyCustodian')),
    dutySupervisors: who((_, capacities) => capacities.includes('dutySupervisor')),
  };
};

/** A scanned tag, or the number as typed; null when no key carries it. */
export const findKey: Ops['findKey'] = async ({ code }, { db }) => {
  const own = readOwnCode(code);
  const row = await db
    .selectFrom('keys')
    .selectAll()
    .where(own?.kind === 'entry' ? 'scanCode' : 'keyNo', '=', code.trim())
    .where('state', '!=', 'voided')
    .executeTakeFirst();
  if (!row || (own?.kind === 'entry' && own.register !== 'keys')) return null;
  return {
    keyId: row.id,
    keyNo: row.keyNo,
    keyName: row.label,
    category: row.category,
    pieces: row.pieces,
    parts: partsOf(row.parts),
    unitId: row.unitId,
    unitCode: (await unitCodes(db, [row.unitId])).get(row.unitId ?? '') ?? null,
    state: row.state,
    loanId: await openLoanOf(db, row.id),
  };
};

/** The loan a key is out on; null when it is not. */
export async function openLoanOf(db: ReadDb, keyId: string): Promise<string | null> {
  const loan = await db
    .selectFrom('key_loans')
    .select('id')
    .where('keyId', '=', keyId)
    .where('state', '=', 'out')
    .executeTakeFirst();
  return loan?.id ?? null;
}
