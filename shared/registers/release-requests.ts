import { z } from 'zod';
import { command, query } from '../op';
import { count, id, instant, optionalPhone, optionalText, text, version } from '../text';
import {
  ARREARS,
  CONSENT_KINDS,
  HANDLER_DOCUMENT_KINDS,
  RELATIONS,
  RELEASE_REQUEST_STATES,
  ROUTES,
  releaseRequest,
  releaseRequestLine,
} from './release-requests.row';
import { storyLine } from './shapes';

/**
 * S19 物品放行, before the slip: applications of the desk until an approver issues them. Numbers come with the slip.
 * Rules: domain.md S19, F26, §4.3; desk-practice.md §2.4.
 */

const touch = { id, version };
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' })
  .nullish()
  .transform((v) => v ?? null);
/** Last four characters of a document; empty: it was seen, nothing was written down. */
export const documentTail = text(4, 0)
  .nullish()
  .transform((v) => (v ? v : null));

/** Most lines of one slip: what does not fit on the sheet goes to continuation sheets. */
export const GOODS_MOST = 60;

/** One line of goods as typed. */
export const goodsInput = z.object({
  name: text(40),
  spec: optionalText(60),
  quantity: count,
  unit: text(6),
  remark: optionalText(60),
});
export type GoodsInput = z.input<typeof goodsInput>;

/** The owner's consent as typed; what each kind must bring is checked by the handler. */
export const consentInput = z.object({
  kind: z.enum(CONSENT_KINDS),
  no: optionalText(40),
  by: optionalText(40),
  phone: optionalPhone,
  at: instant.nullish().transform((v) => v ?? null),
  words: optionalText(200),
});
export type ConsentInput = z.input<typeof consentInput>;

/** The form: the starred fields of desk-practice.md §2.4 are required, the rest may follow until it is issued. */
export const releaseForm = z.object({
  unitId: id.nullish().transform((v) => v ?? null),
  unitName: text(60),
  ownerName: text(40),
  handlerName: text(40),
  handlerDocumentKind: z.enum(HANDLER_DOCUMENT_KINDS),
  handlerDocument: documentTail,
  relation: z.enum(RELATIONS),
  consent: consentInput.nullish(),
  bulky: z.boolean(),
  route: z.enum(ROUTES),
  windowFrom: clock,
  windowTo: clock,
  plate: optionalText(12),
  moverCompany: optionalText(60),
  arrears: z.enum(ARREARS),
  arrearsReason: optionalText(200),
  goods: z.array(goodsInput).min(1, { error: 'count.low' }).max(GOODS_MOST, { error: 'count.high' }),
  note: optionalText(300),
});
export type ReleaseForm = z.input<typeof releaseForm>;

const done = z.object({ id: z.string(), version: z.number().int(), state: z.enum(RELEASE_REQUEST_STATES) });

export const releaseRequests = {
  /** Applications, newest first; those still open unless states are asked for. At most 200: they are few. */
  list: query(
    'goodsReleases.read',
    z.object({ states: z.array(z.enum(RELEASE_REQUEST_STATES)).max(5).nullish() }),
    z.array(releaseRequestLine),
  ),
  /** One application with its story and what may be done next. */
  entry: query(
    'goodsReleases.read',
    z.object({ id }),
    z.object({
      entry: releaseRequestLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
  ),
  /** Goods and mover companies written before, best first (this shift, 90 days, older), found by pinyin too. */
  suggest: query(
    'goodsReleases.request',
    z.object({ field: z.enum(['goods', 'moverCompany']), typed: optionalText(40) }),
    z.array(
      z.object({
        value: z.string(),
        hint: z.string().nullable(),
        /** Of goods: what stood beside the name last time. */
        spec: z.string().nullable(),
        unit: z.string().nullable(),
      }),
    ),
  ),
  /** The last slip of a unit, to be repeated; without document and consent, which are taken anew. Null when there is none. */
  last: query(
    'goodsReleases.request',
    z.object({ unitId: id.nullish(), unitName: optionalText(60) }),
    z
      .object({
        serialNo: z.string(),
        at: z.string(),
        content: releaseRequest.pick({
          ownerName: true,
          handlerName: true,
          handlerDocumentKind: true,
          relation: true,
          bulky: true,
          route: true,
          plate: true,
          moverCompany: true,
        }),
        goods: z.array(
          z.object({
            name: z.string(),
            spec: z.string().nullable(),
            quantity: z.number().int(),
            unit: z.string(),
            remark: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
  ),
  /** A new application; `submit` hands it in for approval at once. */
  request: command('goodsReleases.request', z.object({ form: releaseForm, submit: z.boolean() }), done),
  /** An application for the slip that takes another's place (重开): the old one is void once the new one is issued. */
  reissue: command(
    'goodsReleases.request',
    z.object({ form: releaseForm, submit: z.boolean(), replacesId: id }),
    done,
  ),
  /** The whole form anew, as long as no slip was issued. What an owner agreed to before counts only when it is sent again. */
  change: command(
    'goodsReleases.request',
    z.object({ ...touch, form: releaseForm, submit: z.boolean() }),
    done,
  ),
  /** The owner's consent recorded: tenants and agents need it. */
  confirmOwner: command('goodsReleases.request', z.object({ ...touch, consent: consentInput }), done),
  /** Handed in for approval (待审). */
  submit: command('goodsReleases.request', z.object(touch), done),
  /** The approver does not approve: back to the desk with a reason. */
  sendBack: command('goodsReleases.approve', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Nobody needs it any more: closed without a number. */
  withdraw: command('goodsReleases.request', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Document tail and phone in full: role + reason + journal event (trust.md C6). */
  unmask: command(
    'goodsReleases.unmask',
    z.object({ id, reason: text(100, 2) }),
    releaseRequest.pick({ handlerDocument: true, consentPhone: true }),
  ),
} as const;
