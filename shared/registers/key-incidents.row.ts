import { z } from 'zod';
import { strike } from './found-items.row';

/** A lost, damaged or incomplete key (S08 丢失、损坏, F14): the superior learns of it at once (L03), measures follow. */
export const KEY_INCIDENT_STATES = ['open', 'closed', 'found', 'voided'] as const;
export type KeyIncidentState = (typeof KEY_INCIDENT_STATES)[number];

export const KEY_INCIDENT_NEXT: Record<KeyIncidentState, readonly KeyIncidentState[]> = {
  open: ['closed', 'found', 'voided'],
  closed: ['voided'],
  found: ['voided'],
  voided: [],
};

/** 丢失, 损坏, 短少 (pieces of a set did not come back). */
export const KEY_INCIDENT_KINDS = ['loss', 'damage', 'short'] as const;
export type KeyIncidentKind = (typeof KEY_INCIDENT_KINDS)[number];
/** How it ended for the key: 注销, 换新 (cut anew, back on its hook), 修复. */
export const KEY_INCIDENT_ENDS = ['retired', 'replaced', 'repaired'] as const;
/** 换锁, 配制, 通知业主 (F14). */
export const KEY_MEASURES = ['relock', 'copy', 'tellOwner'] as const;

export const KEY_INCIDENT_PERSONAL = ['reporterName', 'reporterPhone'] as const;
export const KEY_INCIDENT_CORRECTABLE = [
  'foundOutAt',
  'place',
  'course',
  'reporterName',
  'reporterPhone',
  'measureNote',
  'costCents',
  'note',
] as const;
export type KeyIncidentCorrectable = (typeof KEY_INCIDENT_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const keyIncident = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(KEY_INCIDENT_STATES),
  version: z.number().int(),
  kind: z.enum(KEY_INCIDENT_KINDS),
  keyId: s,
  keyNo: s,
  keyName: s,
  unitId: maybe,
  cabinetId: s,
  loanId: maybe,
  foundOutAt: s,
  place: maybe,
  course: s,
  reporterName: maybe,
  reporterPhone: maybe,
  /** 直属上级签收: who was told, and when (L03). */
  superiorId: maybe,
  superiorName: maybe,
  superiorAt: maybe,
  /** JSON text array of KEY_MEASURES. */
  measures: maybe,
  measureNote: maybe,
  measuredAt: maybe,
  costCents: z.number().int().nullable(),
  bearer: z.enum(['borrower', 'company']).nullable(),
  /** 主管意见. */
  opinion: maybe,
  ending: z.enum(KEY_INCIDENT_ENDS).nullable(),
  closedAt: maybe,
  closedById: maybe,
  closedByName: maybe,
  foundAt: maybe,
  foundPlace: maybe,
  foundByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyIncident = z.infer<typeof keyIncident>;

export const keyIncidentLine = keyIncident.extend({
  unitCode: maybe,
  loanSerialNo: maybe,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyIncidentLine = z.infer<typeof keyIncidentLine>;
