import type { Output } from '../../../shared/api';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { ReleaseForm } from '../../../shared/registers/release-requests';
import {
  NEEDS_CONSENT,
  type Relation,
  type ReleaseRequestLine,
} from '../../../shared/registers/release-requests.row';
import { instantTyped } from '../../ui/fields/TimeField';
import { EMPTY_LINE, goodsOf, type TypedLine, typedOf } from './goods-lines';

/** The application form while it is typed. Pure. */

/** What an entry page needs of every line; an application has no number and no strikes. */
export type RequestLine = ReleaseRequestLine & { serialNo: string; scanCode: string; strikes: never[] };

type Code<K extends keyof ReleaseForm> = Extract<ReleaseForm[K], string>;

export interface ReleaseValues {
  unitId: string;
  /** The chosen unit as it stands on the slip, or a place the archive does not know. */
  unitName: string;
  ownerName: string;
  handlerName: string;
  handlerDocumentKind: Code<'handlerDocumentKind'>;
  handlerDocument: string;
  relation: Relation;
  consentKind: 'mandate' | 'call' | 'declaration' | null;
  consentNo: string;
  consentBy: string;
  consentPhone: string;
  consentAt: string;
  consentWords: string;
  bulky: boolean;
  route: Code<'route'>;
  windowFrom: string;
  windowTo: string;
  plate: string;
  moverCompany: string;
  arrears: Code<'arrears'>;
  arrearsReason: string;
  goods: TypedLine[];
  note: string;
  /** The application this form already is: saving again changes it. */
  request: { id: string; version: number } | null;
}

export const NEW_RELEASE: ReleaseValues = {
  unitId: '',
  unitName: '',
  ownerName: '',
  handlerName: '',
  handlerDocumentKind: 'idCard',
  handlerDocument: '',
  relation: 'owner',
  consentKind: null,
  consentNo: '',
  consentBy: '',
  consentPhone: '',
  consentAt: '',
  consentWords: '',
  bulky: true,
  route: 'freightLift',
  windowFrom: '',
  windowTo: '',
  plate: '',
  moverCompany: '',
  arrears: 'unknown',
  arrearsReason: '',
  goods: [EMPTY_LINE],
  note: '',
  request: null,
};

/** `930` and `9:30` as `09:30`; anything else goes as typed, so the door marks the field. */
export function clockTyped(typed: string): string | null {
  const text = typed.trim().replace('：', ':');
  if (text === '') return null;
  const match = /^(\d{1,2}):?(\d{2})$/.exec(text);
  return match ? `${match[1]!.padStart(2, '0')}:${match[2]}` : text;
}

/** What the operation takes. */
export function formOf(values: ReleaseValues): ReleaseForm {
  const { consentKind, relation } = values;
  const asked = consentKind !== null && NEEDS_CONSENT.includes(relation);
  return {
    unitId: values.unitId || null,
    unitName: values.unitName,
    ownerName: values.ownerName,
    handlerName: values.handlerName,
    handlerDocumentKind: values.handlerDocumentKind,
    handlerDocument: values.handlerDocument,
    relation,
    consent: asked
      ? {
          kind: consentKind,
          no: values.consentNo,
          by: values.consentBy,
          phone: values.consentPhone,
          at: consentKind === 'call' || values.consentAt.trim() ? instantTyped(values.consentAt) : null,
          words: values.consentWords,
        }
      : null,
    bulky: values.bulky,
    route: values.route,
    windowFrom: clockTyped(values.windowFrom),
    windowTo: clockTyped(values.windowTo),
    plate: values.plate,
    moverCompany: values.moverCompany,
    arrears: values.arrears,
    arrearsReason: values.arrearsReason,
    goods: goodsOf(values.goods),
    note: values.note,
  };
}

/** Something is typed that would be lost. */
export const isBegun = (values: ReleaseValues): boolean =>
  [values.unitId, values.unitName, values.ownerName, values.handlerName].some((text) => text.trim() !== '') ||
  values.goods.length > 1;

type Content = Pick<
  ReleaseRequestLine,
  | 'unitName'
  | 'ownerName'
  | 'handlerName'
  | 'handlerDocumentKind'
  | 'handlerDocument'
  | 'relation'
  | 'bulky'
  | 'route'
  | 'windowFrom'
  | 'windowTo'
  | 'plate'
  | 'moverCompany'
  | 'arrears'
  | 'arrearsReason'
> & { unitId: string | null };

const content = (line: Content): Partial<ReleaseValues> => ({
  unitId: line.unitId ?? '',
  unitName: line.unitName,
  ownerName: line.ownerName ?? '',
  handlerName: line.handlerName ?? '',
  handlerDocumentKind: line.handlerDocumentKind,
  handlerDocument: line.handlerDocument ?? '',
  relation: line.relation,
  bulky: line.bulky === 1,
  route: line.route,
  windowFrom: line.windowFrom ?? '',
  windowTo: line.windowTo ?? '',
  plate: line.plate ?? '',
  moverCompany: line.moverCompany ?? '',
  arrears: line.arrears,
  arrearsReason: line.arrearsReason ?? '',
});

/** An application to be changed. The owner's phone is masked here, so a consent by phone is typed anew. */
export const valuesOf = (line: ReleaseRequestLine): ReleaseValues => ({
  ...NEW_RELEASE,
  ...content(line),
  consentKind: line.consentKind,
  consentNo: line.consentNo ?? '',
  consentBy: line.consentBy ?? '',
  consentWords: line.consentWords ?? '',
  goods: typedOf(line.goods),
  note: line.note ?? '',
  request: { id: line.id, version: line.version },
});

/** The slip that takes a slip's place: what the gate counted; the owner agrees anew to other goods. */
export const reissueOf = (line: GoodsReleaseLine): ReleaseValues => ({
  ...NEW_RELEASE,
  ...content(line),
  windowFrom: '',
  windowTo: '',
  goods: typedOf(line.goods, true),
});

/** The last slip of the unit repeated; document and consent are taken anew. */
export const repeated = (last: NonNullable<Output<'releaseRequests.last'>>): Partial<ReleaseValues> => ({
  ownerName: last.content.ownerName ?? '',
  handlerName: last.content.handlerName ?? '',
  handlerDocumentKind: last.content.handlerDocumentKind,
  relation: last.content.relation,
  bulky: last.content.bulky === 1,
  route: last.content.route,
  plate: last.content.plate ?? '',
  moverCompany: last.content.moverCompany ?? '',
  goods: typedOf(last.goods),
});
