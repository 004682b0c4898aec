import type { Client, Output } from '../shared/api';
import { isoOf } from '../shared/dates';
import type { Result } from '../shared/result';
import type { SecondPerson } from '../shared/text';

/** What the headless demonstration does at the desk, through the page's own bridge: one errand of each book. */

/** One step of the demonstration did not answer as it should. */
export class StepFailed extends Error {}

/** The data of a step that must have worked. */
export function must<T>(step: string, result: Result<T>): T {
  if (result.ok) return result.data;
  throw new StepFailed(`${step} did not work: ${JSON.stringify(result.error)}`);
}

type Pin = Extract<SecondPerson, { how: 'pin' }>;
interface Done {
  id: string;
  serialNo: string;
}

/** Registers an umbrella that goes to Party A and a key ring whose owner comes for it. Answers the umbrella's entry. */
export async function foundAndGiven(page: Client, second: Pin): Promise<Done> {
  const ago = (minutes: number): string => isoOf(Date.now() - minutes * 60_000);
  const found = {
    foundPlace: '一层大堂休息区',
    finderName: '马军',
    finderDepartment: '秩序维护部',
    storagePlace: '前台失物柜',
  };
  const umbrella = must(
    'foundItems.register',
    await page.foundItems.register({
      ...found,
      category: 'umbrella',
      name: '黑色长柄雨伞',
      quantity: 1,
      publicFeatures: '黑色，木柄',
      verifyFeatures: '伞柄刻字母 L',
      foundAt: ago(12),
      second,
    }),
  );
  const told = must(
    'foundItems.notifyPartyA',
    await page.foundItems.notifyPartyA({
      id: umbrella.id,
      version: umbrella.version,
      contact: '甲方行政 刘主管',
      at: ago(8),
      how: 'phone',
    }),
  );
  must(
    'foundItems.handToPartyA',
    await page.foundItems.handToPartyA({
      id: told.id,
      version: told.version,
      collectorName: '刘明',
      at: ago(1),
      second,
    }),
  );
  const keys = must(
    'foundItems.register',
    await page.foundItems.register({
      ...found,
      category: 'keys',
      name: '钥匙一串（3 把）',
      quantity: 1,
      publicFeatures: '银色，蓝色挂绳',
      verifyFeatures: '挂绳印有编号',
      foundAt: ago(10),
      second,
    }),
  );
  must(
    'foundItems.claim',
    await page.foundItems.claim({
      id: keys.id,
      version: keys.version,
      claimantName: '陈晓',
      claimantPhone: '13800138000',
      claimantUnit: '12 层 1203',
      claimantDocumentKind: 'workPass',
      claimantDocument: '0317',
      claimStatement: '三把钥匙，蓝色挂绳',
      claimLostWhere: '今天上午在大堂',
      claimMatch: 'matches',
      at: ago(1),
      second,
    }),
  );
  return umbrella;
}

/** A key of the office goes out to a colleague and comes back whole. Answers the loan; null in an office without such a key. */
export async function keyOutAndBack(page: Client, second: Pin): Promise<Done | null> {
  const { rows } = must(
    'keys.list',
    await page.keys.list({ filter: { states: ['inStock'] }, after: null, limit: 100 }),
  );
  for (const { id } of rows) {
    const asked = must(
      'keyLoans.prepare',
      await page.keyLoans.prepare({ keyIds: [id], borrowerClass: 'staff', borrowerName: '石明辉' }),
    );
    if (asked.bar !== null || asked.requirements.length > 0 || asked.conflicts.length > 0) continue;
    const { loans } = must(
      'keyLoans.issue',
      await page.keyLoans.issue({
        keys: [{ keyId: id }],
        borrowerClass: 'staff',
        borrowerName: '石明辉',
        borrowerOrg: '工程部',
        staffNo: '1021',
        purpose: '设备房巡检',
        checked: true,
        second,
      }),
    );
    const [loan] = loans;
    if (!loan) return null;
    must('keyLoans.returnKey', await page.keyLoans.returnKey({ loanId: loan.id }));
    return loan;
  }
  return null;
}

type Unit = Output<'units.list'>['rows'][number];

/** The first unit on the books; null in an office without any. */
export async function someUnit(page: Client): Promise<Unit | null> {
  const { rows } = must('units.list', await page.units.list({ filter: {}, after: null, limit: 1 }));
  return rows[0] ?? null;
}

/** A relative comes, the host agrees over the intercom, and leaves again. Answers the visit. */
export async function visitorInAndOut(page: Client, unit: Unit | null): Promise<Done> {
  const visit = must(
    'visits.arrive',
    await page.visits.arrive({
      type: 'relative',
      visitorName: '温小满',
      visitorPhone: '14400001234',
      unitId: unit?.id ?? null,
      hostPlace: unit ? null : '3 座 1502',
      hostName: '林小雨',
      purpose: '探亲',
      consent: { name: '林小雨', how: 'intercom', at: null },
    }),
  );
  must('visits.leave', await page.visits.leave({ id: visit.id, version: visit.version }));
  return visit;
}

/** An owner's slip for three kinds of goods, issued by the clerk and approved by the manager's PIN. Answers the slip. */
export async function slipIssued(page: Client, unit: Unit | null, manager: Pin): Promise<Done> {
  const { id: requestId, version } = must(
    'releaseRequests.request',
    await page.releaseRequests.request({
      submit: true,
      form: {
        unitId: unit?.id ?? null,
        unitName: unit?.code ?? '3 座 1502',
        ownerName: '林小雨',
        handlerName: '林小雨',
        handlerDocumentKind: 'idCard',
        handlerDocument: '3418',
        relation: 'owner',
        bulky: true,
        route: 'freightLift',
        plate: '粤A00000',
        moverCompany: '顺风搬家',
        arrears: 'none',
        goods: [
          { name: '沙发', spec: '三人位 灰色布艺', quantity: 1, unit: '张' },
          { name: '冰箱', spec: '双门', quantity: 1, unit: '台', remark: '已放水' },
          { name: '纸箱', quantity: 12, unit: '箱', remark: '书籍' },
        ],
      },
    }),
  );
  return must('goodsReleases.issue', await page.goodsReleases.issue({ requestId, version, second: manager }));
}

/** The guard who is on compares the goods of a slip and lets them out. */
export async function pastTheGate(page: Client, slip: Done): Promise<void> {
  const { entry, stop } = must(
    'goodsReleases.check',
    await page.goodsReleases.check({ typed: slip.serialNo }),
  );
  if (stop) throw new StepFailed(`The gate refused ${slip.serialNo}: ${stop.reason}`);
  const { id, version } = must(
    'goodsReleases.arrive',
    await page.goodsReleases.arrive({ id: entry.id, version: entry.version }),
  );
  must(
    'goodsReleases.release',
    await page.goodsReleases.release({
      id,
      version,
      gatePost: '东门岗',
      moverName: '何大力',
      moverDocument: '771X',
    }),
  );
}
