import { z } from 'zod';
import { strike } from './found-items.row';

/** S04 业主委托钥匙: the mandate (委托书, F08) on which the office holds an owner's keys. `expired` is computed from the period. */
export const MANDATE_STATES = ['active', 'renewed', 'withdrawn', 'voided'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

/** State chart. A renewed mandate may be renewed again; a withdrawn one is over: the owner signs a new one. */
export const MANDATE_NEXT: Record<MandateState, readonly MandateState[]> = {
  active: ['renewed', 'withdrawn', 'voided'],
  renewed: ['renewed', 'withdrawn', 'voided'],
  withdrawn: [],
  voided: [],
};
/** The office may hold keys on it, as long as its period runs. */
export const MANDATE_IN_FORCE: readonly MandateState[] = ['active', 'renewed'];

/** How a signature was given: on the printed paper or on the screen's pad (domain.md §4.4). */
export const SIGNED_HOWS = ['paper', 'pad'] as const;
/** How the desk asked the owner before an agent was given the keys back. */
export const VERIFIED_HOWS = ['phone', 'message', 'inPerson'] as const;

/** Names, phones and papers of outsiders: in the journal only as salted digests. */
export const MANDATE_PERSONAL = [
  'ownerName',
  'ownerPhone',
  'ownerDocument',
  'allowedPersons',
  'withdrawnByName',
  'withdrawnDocument',
  'verifiedWith',
] as const;

export const MANDATE_CORRECTABLE = [
  'ownerName',
  'ownerPhone',
  'purpose',
  'allowedPersons',
  'meterWater',
  'meterPower',
  'meterGas',
  'contentsNote',
  'note',
] as const;
export type MandateCorrectable = (typeof MANDATE_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const keyMandate = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(MANDATE_STATES),
  version: z.number().int(),
  unitId: s,
  /** The owner in the unit archive, when known there. */
  ownerId: maybe,
  ownerName: maybe,
  ownerPhone: maybe,
  /** Last four characters at most. */
  ownerDocument: maybe,
  /** 委托事项. */
  purpose: s,
  /** 钥匙明细, `[{ name, pieces }]` as JSON text. */
  keyList: s,
  pieces: z.number().int(),
  fromOn: s,
  toOn: s,
  /** 允许使用人. */
  allowedPersons: maybe,
  meterWater: maybe,
  meterPower: maybe,
  meterGas: maybe,
  contentsNote: maybe,
  signedHow: z.enum(SIGNED_HOWS),
  signedAt: s,
  receivedById: s,
  receivedByName: s,
  receivedAt: s,
  renewals: z.number().int(),
  renewedHow: z.enum(SIGNED_HOWS).nullable(),
  renewedAt: maybe,
  renewedByName: maybe,
  withdrawnBy: z.enum(['owner', 'agent']).nullable(),
  withdrawnAt: maybe,
  withdrawnByName: maybe,
  withdrawnDocument: maybe,
  withdrawnHow: z.enum(SIGNED_HOWS).nullable(),
  withdrawnNote: maybe,
  piecesReturned: z.number().int().nullable(),
  /** Owner in person: who confirmed the identity (steward, S04). */
  identityById: maybe,
  identityByName: maybe,
  /** Agent: verified with the owner — when, how, with whom. */
  verifiedAt: maybe,
  verifiedHow: z.enum(VERIFIED_HOWS).nullable(),
  verifiedWith: maybe,
  handedById: maybe,
  handedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyMandate = z.infer<typeof keyMandate>;

export const keyMandateLine = keyMandate.extend({
  unitCode: s,
  /** The period is over and the keys are still here. */
  expired: z.boolean(),
  /** Ends within the warning days of the setting. */
  ending: z.boolean(),
  /** Days to the last day of the period; negative once over; null when it is no longer in force. */
  daysLeft: z.number().int().nullable(),
  /** Numbers of the keys kept on it. */
  keyNos: z.array(s),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyMandateLine = z.infer<typeof keyMandateLine>;
