import { z } from 'zod';
import { strike } from './found-items.row';

/** S12 业主信息查询登记: somebody asks the desk about a resident. Identity first, then the leader's permission; the default is no. */
export const DISCLOSURE_STATES = ['asked', 'refused', 'approved', 'given', 'voided'] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];
export const DISCLOSURE_NEXT: Record<DisclosureState, readonly DisclosureState[]> = {
  asked: ['refused', 'approved', 'voided'],
  /** Approved and still kept back: the asker has gone, the purpose fell away. */
  approved: ['given', 'refused', 'voided'],
  refused: ['voided'],
  given: ['voided'],
  voided: [],
};
export const DISCLOSURE_OPEN: readonly DisclosureState[] = ['asked', 'approved'];
/** How the asker's identity was checked; `notChecked` can only be refused. */
export const IDENTITY_HOWS = [
  'idCard',
  'workPass',
  'authorisation',
  'officialLetter',
  'known',
  'notChecked',
] as const;
export const DISCLOSURE_PERSONAL = ['askerName', 'askerPhone', 'subjectName'] as const;
export const DISCLOSURE_CORRECTABLE = [
  'askerName',
  'askerPhone',
  'askerCompany',
  'unitId',
  'subjectName',
  'asked',
  'purpose',
  'note',
] as const;
export type DisclosureCorrectable = (typeof DISCLOSURE_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
export const disclosure = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(DISCLOSURE_STATES),
  version: z.number().int(),
  askedAt: s,
  askerName: maybe,
  askerPhone: maybe,
  askerCompany: maybe,
  identityHow: z.enum(IDENTITY_HOWS),
  unitId: maybe,
  partyId: maybe,
  /** About whom. */
  subjectName: maybe,
  /** What was asked for. */
  asked: s,
  purpose: s,
  approverId: maybe,
  approverName: maybe,
  approvedAt: maybe,
  /** What was given, in words; never the data itself. */
  given: maybe,
  givenAt: maybe,
  givenByName: maybe,
  refusedReason: maybe,
  refusedAt: maybe,
  refusedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Disclosure = z.infer<typeof disclosure>;
export const disclosureLine = disclosure.extend({
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
  unitCode: maybe,
});
export type DisclosureLine = z.infer<typeof disclosureLine>;
