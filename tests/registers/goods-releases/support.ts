import type { Input } from '../../../shared/api';
import type { ReleaseForm } from '../../../shared/registers/release-requests';
import { must, type TestOffice } from '../../support/office';

/** What the specs of the release desk share. */

export { ago, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

export type Slip = { id: string; serialNo: string; version: number };
export type Request = { id: string; version: number };

/** Three lines of goods. */
export const GOODS: ReleaseForm['goods'] = [
  { name: '沙发', spec: '三人位', quantity: 1, unit: '张', remark: null },
  { name: '冰箱', spec: '双门', quantity: 1, unit: '台', remark: null },
  { name: '纸箱', spec: null, quantity: 12, unit: '箱', remark: '已封口' },
];

/** An owner's application; `over` changes what a spec is about. */
export const form = (over: Partial<ReleaseForm> = {}): ReleaseForm => ({
  unitId: null,
  unitName: '3-1-1502',
  ownerName: '林小雨',
  handlerName: '林小雨',
  handlerDocumentKind: 'idCard',
  handlerDocument: '3418',
  relation: 'owner',
  consent: null,
  bulky: true,
  route: 'freightLift',
  windowFrom: null,
  windowTo: null,
  plate: '粤I12345',
  moverCompany: '顺风搬家',
  arrears: 'none',
  arrearsReason: null,
  goods: GOODS,
  note: null,
  ...over,
});

/** A recorded call with the owner. */
export const call = (office: TestOffice): NonNullable<ReleaseForm['consent']> => ({
  kind: 'call',
  by: '周业主',
  phone: '13800138000',
  at: office.now(),
  words: '同意租户搬走自己的家具',
});

/** Handed in by the receptionist, waiting for approval. */
export const pending = async (office: TestOffice, over: Partial<ReleaseForm> = {}): Promise<Request> =>
  must(await office.as('receptionist').releaseRequests.request({ form: form(over), submit: true }));

/** Issued by the receptionist, approved by the manager's PIN. */
export async function issued(
  office: TestOffice,
  over: Partial<ReleaseForm> = {},
  more: Partial<Input<'goodsReleases.issue'>> = {},
): Promise<Slip> {
  const { id: requestId, version } = await pending(office, over);
  return must(
    await office
      .as('receptionist')
      .goodsReleases.issue({ requestId, version, second: office.pin('deptManager'), ...more }),
  );
}

/** What a guard writes down. */
export const AT_POST = { gatePost: '东门岗', moverName: '何大力', moverDocument: '771X' } as const;

/** Shown at the gate to the guard. */
export const arrived = async (office: TestOffice, slip: Slip): Promise<Slip> =>
  must(await office.as('gateGuard').goodsReleases.arrive({ id: slip.id, version: slip.version }));

/** Out past the guard. */
export async function released(office: TestOffice, over: Partial<ReleaseForm> = {}): Promise<Slip> {
  const { id, version } = await arrived(office, await issued(office, over));
  return must(await office.as('gateGuard').goodsReleases.release({ id, version, ...AT_POST }));
}

/** One slip as the desk sees it. */
export const seen = async (office: TestOffice, id: string) =>
  must(await office.as('receptionist').goodsReleases.entry({ id }));
