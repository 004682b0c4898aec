import { z } from 'zod';

/**
 * The application for a release slip (S19 物品放行, 申请): what shall leave, who carries it, who agreed. It bears no number:
 * numbers are given out when the slip is issued (domain.md §6.1), and from then on the application never changes again, so
 * the slip of goods-releases.row.ts reads its contents here instead of copying them.
 */
export const RELEASE_REQUEST_STATES = [
  'requested',
  'ownerConfirmed',
  'pending',
  'issued',
  'withdrawn',
] as const;
export type ReleaseRequestState = (typeof RELEASE_REQUEST_STATES)[number];

/** 草稿 → 业主已同意 (tenants and agents only) → 待审 → 已签发; an approver may send it back, the desk may withdraw it. */
export const RELEASE_REQUEST_NEXT: Record<ReleaseRequestState, readonly ReleaseRequestState[]> = {
  requested: ['ownerConfirmed', 'pending', 'withdrawn'],
  ownerConfirmed: ['requested', 'pending', 'withdrawn'],
  pending: ['requested', 'ownerConfirmed', 'issued', 'withdrawn'],
  issued: [],
  withdrawn: [],
};
/** Still to be worked on: freely changed, never printed as a slip. */
export const RELEASE_REQUEST_OPEN: readonly ReleaseRequestState[] = [
  'requested',
  'ownerConfirmed',
  'pending',
];

/** 关系: who asks for the release. */
export const RELATIONS = ['owner', 'tenant', 'agent', 'staff'] as const;
export type Relation = (typeof RELATIONS)[number];
/** These need the owner's consent before the slip may be approved (S19, practice). */
export const NEEDS_CONSENT: readonly Relation[] = ['tenant', 'agent'];

/** How the owner agreed: an authorisation with its number, a recorded call, a written declaration. */
export const CONSENT_KINDS = ['mandate', 'call', 'declaration'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export const HANDLER_DOCUMENT_KINDS = ['idCard', 'passport', 'driverLicence', 'workPass', 'other'] as const;

/** 路线. Bulky goods never go by the passenger lift or through the lobby (000: 大件物品不得走大堂、客梯). */
export const ROUTES = ['freightLift', 'stairs', 'garage', 'passengerLift', 'lobby'] as const;
export type Route = (typeof ROUTES)[number];
export const NOT_FOR_BULKY: readonly Route[] = ['passengerLift', 'lobby'];

/** 欠费核对: a warning with a reason, never a lock (domain.md F26; desk-practice.md §2.4). */
export const ARREARS = ['none', 'exists', 'unknown'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const RELEASE_REQUEST_PERSONAL = [
  'ownerName',
  'handlerName',
  'handlerDocument',
  'consentBy',
  'consentPhone',
  'plate',
] as const;

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1);

/** One kind of goods on the slip (物品明细). Struck lines were taken off the draft; they are kept, never printed. */
export const goodsLine = z.object({
  id: s,
  requestId: s,
  version: z.number().int(),
  /** Place on the slip, from 1. */
  lineNo: z.number().int(),
  name: s,
  /** 规格/特征. */
  spec: maybe,
  quantity: z.number().int(),
  unit: s,
  remark: maybe,
  struck: flag,
  /** What the gate counted where it differed from the slip; null: as on the slip, or not checked yet. */
  counted: z.number().int().nullable(),
  gateRemark: maybe,
});
export type GoodsLine = z.infer<typeof goodsLine>;

/** The full application. Phone and document are masked unless the reader unmasked them (a journal event). */
export const releaseRequest = z.object({
  id: s,
  version: z.number().int(),
  state: z.enum(RELEASE_REQUEST_STATES),
  /** Null when the office writes a place its unit archive does not know. */
  unitId: maybe,
  /** 房号/单位 as it stands on the slip, whatever the archive says later. */
  unitName: s,
  ownerName: maybe,
  handlerName: maybe,
  handlerDocumentKind: z.enum(HANDLER_DOCUMENT_KINDS),
  /** Last four characters; null when the document was only seen. */
  handlerDocument: maybe,
  relation: z.enum(RELATIONS),
  consentKind: z.enum(CONSENT_KINDS).nullable(),
  /** Number of the authorisation. */
  consentNo: maybe,
  consentBy: maybe,
  consentPhone: maybe,
  consentAt: maybe,
  /** What the owner said on the phone. */
  consentWords: maybe,
  bulky: flag,
  route: z.enum(ROUTES),
  /** Hours of the day it is issued on, `HH:mm`; null: from the issue to the end of the office's day. */
  windowFrom: maybe,
  windowTo: maybe,
  plate: maybe,
  moverCompany: maybe,
  arrears: z.enum(ARREARS),
  arrearsReason: maybe,
  /** 物品摘要: names and counts of the lines; follows them. */
  summary: s,
  /** Sum of the lines' quantities; follows them. */
  pieces: z.number().int(),
  /** 开单人: who handed it in for approval. */
  submittedAt: maybe,
  submittedById: maybe,
  submittedByName: maybe,
  /** Why an approver sent it back last. */
  sentBackReason: maybe,
  withdrawnReason: maybe,
  withdrawnAt: maybe,
  withdrawnByName: maybe,
  /** The slip this one is to take the place of (重开). */
  replacesId: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type ReleaseRequest = z.infer<typeof releaseRequest>;

/** An application as listed: with its goods and the number of the slip it replaces. */
export const releaseRequestLine = releaseRequest.extend({
  goods: z.array(goodsLine),
  replacesNo: maybe,
});
export type ReleaseRequestLine = z.infer<typeof releaseRequestLine>;
