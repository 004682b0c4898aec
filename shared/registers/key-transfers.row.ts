import { z } from 'zod';
import { strike } from './found-items.row';
import { SIGNED_HOWS } from './key-mandates.row';

/** F07 钥匙移交清单: keys handed from one party or custodian to another, in the supervisor's presence. */
export const TRANSFER_STATES = ['open', 'done', 'voided'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];
/** A completed transfer is signed by three: it is never taken back, the keys are transferred again. */
export const TRANSFER_NEXT: Record<TransferState, readonly TransferState[]> = {
  open: ['done', 'voided'],
  done: [],
  voided: [],
};
/** Names of signers may be those of outsiders (developer, Party A). */
export const TRANSFER_PERSONAL = ['fromName', 'toName'] as const;
export const TRANSFER_CONDITIONS = ['good', 'damaged', 'short'] as const;
export const TRANSFER_CORRECTABLE = ['fromParty', 'toParty', 'project', 'plannedOn', 'note'] as const;
export type TransferCorrectable = (typeof TRANSFER_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const keyTransfer = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(TRANSFER_STATES),
  version: z.number().int(),
  /** 移交单位 / 接收单位: a party, a department or a post. */
  fromParty: s,
  toParty: s,
  /** 项目. */
  project: s,
  /** Day of the transfer. */
  plannedOn: s,
  /** Staff who hand over and take over; null for an outsider. The receiver becomes the keys' custodian. */
  fromId: maybe,
  toId: maybe,
  fromName: maybe,
  toName: maybe,
  fromSignedHow: z.enum(SIGNED_HOWS).nullable(),
  fromSignedAt: maybe,
  toSignedHow: z.enum(SIGNED_HOWS).nullable(),
  toSignedAt: maybe,
  /** 监交人, proven by PIN. */
  supervisorId: maybe,
  supervisorName: maybe,
  supervisorSignedAt: maybe,
  doneAt: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyTransfer = z.infer<typeof keyTransfer>;

/** A key on the list. */
export const keyTransferKey = z.object({
  id: s,
  version: z.number().int(),
  transferId: s,
  position: z.number().int(),
  keyId: s,
  keyNo: s,
  pieces: z.number().int(),
  condition: z.enum(TRANSFER_CONDITIONS),
  note: maybe,
});
export type KeyTransferKey = z.infer<typeof keyTransferKey>;
export const keyTransferKeyLine = keyTransferKey.extend({ label: s, door: maybe, keeperName: s });
export type KeyTransferKeyLine = z.infer<typeof keyTransferKeyLine>;

export const keyTransferLine = keyTransfer.extend({
  /** Names of `fromId` and `toId` in the staff list. */
  fromStaffName: maybe,
  toStaffName: maybe,
  keys: z.number().int(),
  pieces: z.number().int(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyTransferLine = z.infer<typeof keyTransferLine>;
