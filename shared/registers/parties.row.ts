import { z } from 'zod';

/** S34 业主、住户档案 and S38 车辆: rows of parties, occupancies, members and vehicles. Names, phones, papers and plates are personal. */

/** A file in use, one put aside (nobody of it is here any more), or one written by mistake. */
export const PARTY_STATES = ['active', 'inactive', 'voided'] as const;
export type PartyState = (typeof PARTY_STATES)[number];
export const PARTY_NEXT: Record<PartyState, readonly PartyState[]> = {
  active: ['inactive', 'voided'],
  inactive: ['active', 'voided'],
  voided: [],
};

export const PARTY_KINDS = ['person', 'company'] as const;
export const GENDERS = ['male', 'female'] as const;
export const PARTY_DOCUMENT_KINDS = [
  'idCard',
  'passport',
  'residencePermit',
  'businessLicence',
  'other',
] as const;
/** How somebody wants to be told things (communication preference). */
export const CHANNELS = ['phone', 'message', 'email', 'letter', 'inPerson'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const PARTY_PERSONAL = [
  'name',
  'bornOn',
  'document',
  'phone',
  'otherPhone',
  'email',
  'address',
  'employer',
  'personInCharge',
  'pets',
  'note',
] as const;
export const PARTY_MEMBER_PERSONAL = ['name', 'bornOn', 'document', 'phone'] as const;
export const VEHICLE_PERSONAL = ['plate'] as const;

/** Fields a correction may touch. */
export const PARTY_CORRECTABLE = [
  'kind',
  'name',
  'gender',
  'bornOn',
  'documentKind',
  'document',
  'phone',
  'otherPhone',
  'email',
  'address',
  'employer',
  'businessScope',
  'businessKind',
  'personInCharge',
  'staffCount',
  'pets',
  'channel',
  'externalNo',
  'note',
] as const;
export type PartyCorrectable = (typeof PARTY_CORRECTABLE)[number];
/** Fields that change in life without having been wrong. */
export const PARTY_CHANGEABLE = [
  'name',
  'documentKind',
  'document',
  'phone',
  'otherPhone',
  'email',
  'address',
  'employer',
  'businessScope',
  'businessKind',
  'personInCharge',
  'staffCount',
  'pets',
  'channel',
  'note',
] as const;

const s = z.string();
const maybe = z.string().nullable();
const whole = z.number().int();

/** The full party. */
export const party = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(PARTY_STATES),
  version: whole,
  kind: z.enum(PARTY_KINDS),
  /** Null only after erasure. */
  name: maybe,
  gender: z.enum(GENDERS).nullable(),
  bornOn: maybe,
  documentKind: z.enum(PARTY_DOCUMENT_KINDS).nullable(),
  document: maybe,
  phone: maybe,
  otherPhone: maybe,
  email: maybe,
  address: maybe,
  /** 单位/职务. */
  employer: maybe,
  businessScope: maybe,
  businessKind: maybe,
  personInCharge: maybe,
  staffCount: whole.nullable(),
  pets: maybe,
  channel: z.enum(CHANNELS).nullable(),
  /** Number of the file in another system; what an import knows people by. */
  externalNo: maybe,
  /** 1 for a VIP; null for readers without `parties.vip`. */
  vip: z.number().int().min(0).max(1).nullable(),
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Party = z.infer<typeof party>;

/** Who is in a unit as what, from when to when. One party has many over time; none is ever deleted. */
export const OCCUPANCY_ROLES = ['owner', 'tenant', 'merchant', 'occupant'] as const;
export type OccupancyRole = (typeof OCCUPANCY_ROLES)[number];
export const STAY_STATES = ['current', 'ended', 'voided'] as const;
export type StayState = (typeof STAY_STATES)[number];
export const STAY_NEXT: Record<StayState, readonly StayState[]> = {
  current: ['ended', 'voided'],
  ended: ['voided'],
  voided: [],
};
export const occupancy = z.object({
  id: s,
  version: whole,
  state: z.enum(STAY_STATES),
  unitId: s,
  partyId: s,
  role: z.enum(OCCUPANCY_ROLES),
  fromOn: maybe,
  /** Day on which the lease ends by contract; null without one. */
  leaseUntilOn: maybe,
  /** Day on which the party really left. */
  toOn: maybe,
  /** 人数. */
  people: whole.nullable(),
  note: maybe,
});
export type Occupancy = z.infer<typeof occupancy>;

/** Family, staff and emergency contacts of a party. */
export const MEMBER_KINDS = ['family', 'staff', 'emergency'] as const;
export const MEMBER_STATES = ['active', 'left'] as const;
export const MEMBER_NEXT = { active: ['left'], left: ['active'] } as const;
export const partyMember = z.object({
  id: s,
  version: whole,
  state: z.enum(MEMBER_STATES),
  partyId: s,
  kind: z.enum(MEMBER_KINDS),
  name: maybe,
  relation: maybe,
  gender: z.enum(GENDERS).nullable(),
  bornOn: maybe,
  document: maybe,
  phone: maybe,
});
export type PartyMember = z.infer<typeof partyMember>;

export const VEHICLE_STATES = ['active', 'left'] as const;
export const VEHICLE_NEXT = { active: ['left'], left: ['active'] } as const;
export const vehicle = z.object({
  id: s,
  version: whole,
  state: z.enum(VEHICLE_STATES),
  partyId: s,
  unitId: maybe,
  spaceId: maybe,
  /** Upper case without blanks and dots; unique among those here. Null only after erasure. */
  plate: maybe,
  brand: maybe,
  model: maybe,
  colour: maybe,
});
export type Vehicle = z.infer<typeof vehicle>;
