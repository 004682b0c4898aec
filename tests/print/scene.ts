import type { Input } from '../../shared/api';
import type { PrintJob, RegisterJob } from '../../shared/print/forms';
import { ago, type Done, phone, quickOffice, register, umbrella } from '../registers/found-items/support';
import { must, type TestOffice } from '../support/office';

/** A month of the desk as it is: all outcomes, a void line, a late entry, struck corrections, disposed food. */

export const MONTH = '2026-11';

const THINGS: [category: string, name: string, features: string, place: string, storage: string][] = [
  ['umbrella', '黑色长柄雨伞', '木柄,天堂牌,伞面有划痕', '一楼大堂', '前台失物柜'],
  ['keys', '钥匙一串', '三把,红色塑料牌', 'B1 停车场 032 车位旁', '前台失物柜'],
  ['glasses', '近视眼镜', '银色金属框,棕色镜盒', '15 楼电梯厅', '前台失物柜'],
  ['clothing', '男式外套', '深蓝色,L 码,优衣库', '3 楼会议室 302', '服务中心仓库'],
  ['document', '文件袋', '透明,内有图纸', '2 号楼东侧连廊', '前台失物柜'],
  ['bag', '双肩包', '灰色,小米,侧袋有水杯', '地铁连接通道', '服务中心仓库'],
  ['toy', '毛绒小熊', '棕色,约 30 cm', '儿童活动区', '前台失物柜'],
];
const FINDERS: [name: string, department: string][] = [
  ['何香', '保洁部'],
  ['马军', '秩序部'],
  ['朱凤', '保洁部'],
  ['赵刚', '工程部'],
];

export const supervisor = (office: TestOffice) => office.as('csSupervisor');

export interface Scene {
  office: TestOffice;
  items: Done[];
}

/** An office with `plain` ordinary items after the nine that each show something. */
export async function scene(plain = 6): Promise<Scene> {
  const office = await quickOffice({
    settings: {
      office: {
        name: '广州市锦绣物业服务有限公司',
        project: '锦绣大厦',
        department: '客户服务部',
        formPrefix: 'KF-QR',
      },
    },
  });
  const items: Done[] = [];
  const add = async (input: Input<'foundItems.register'>): Promise<Done> => {
    const done = await register(office, input);
    items.push(done);
    office.pass(37);
    return done;
  };
  const desk = office.as('receptionist');
  const at = () => office.now();

  // 1 handed to Party A, name and place corrected.
  let one = await add(umbrella(office));
  one = must(
    await desk.foundItems.correct({
      ...touch(one),
      field: 'name',
      value: '深蓝色长柄雨伞',
      reason: '颜色写错',
    }),
  );
  one = must(
    await desk.foundItems.correct({
      ...touch(one),
      field: 'foundPlace',
      value: '一楼大堂沙发',
      reason: '写得不准',
    }),
  );
  one = must(await desk.foundItems.notifyPartyA({ ...touch(one), contact: '刘经理', at: at(), how: '电话' }));
  await office.as('csAssistant').foundItems.handToPartyA({
    ...touch(one),
    collectorName: '刘志强',
    collectorDocument: '440106199001011234',
    at: at(),
  });
  // 2 a valuable, still here, notified.
  const two = await add(phone(office));
  must(await desk.foundItems.notifyPartyA({ ...touch(two), contact: '刘经理', at: at(), how: '电话' }));
  // 3 claimed by its owner.
  const three = await add(
    umbrella(office, { category: 'keys', name: '车钥匙', publicFeatures: '大众,带皮套', quantity: 2 }),
  );
  must(
    await office.as('csAssistant').foundItems.claim({
      ...touch(three),
      claimantName: '林婉清',
      claimantPhone: '13812345678',
      claimantUnit: '2 号楼 1502',
      claimantDocumentKind: 'idCard',
      claimantDocument: '4321',
      claimStatement: '大众车钥匙两把,棕色皮套,挂一个平安符',
      claimLostWhere: '今天上午十点左右,地下停车场',
      claimMatch: 'matches',
      claimWitness: '陈强',
      at: at(),
    }),
  );
  // 4 to the police.
  const four = await add(
    umbrella(office, { category: 'document', name: '房产证复印件', publicFeatures: '牛皮纸袋' }),
  );
  must(
    await office.as('csAssistant').foundItems.handToPolice({
      ...touch(four),
      policeStation: '天河南派出所',
      policeOfficer: '梁警官',
      policeBadgeNo: '012345',
      policeReceiptNo: '穗公天(2026)1187',
      at: at(),
    }),
  );
  // 5 opened food, disposed by two: red line.
  const five = await add(
    umbrella(office, { category: 'openedFood', name: '外卖盒饭', publicFeatures: '已开封', quantity: 3 }),
  );
  must(
    await supervisor(office).foundItems.dispose({
      ...touch(five),
      manner: '当日清运',
      reason: '已开封食品,当日处理',
      at: at(),
      second: office.pin('deptManager'),
    }),
  );
  // 6 void.
  const six = await add(umbrella(office, { name: '登记错误的雨伞', quantity: 4 }));
  must(await supervisor(office).foundItems.void({ ...touch(six), reason: '与上一笔重复登记' }));
  // 7 late: found two days before it was typed.
  await add(
    umbrella(office, {
      name: '儿童水杯',
      category: 'other',
      foundAt: ago(office, 2900),
      note: '停电期间手工登记,事后补录',
    }),
  );
  // 8 quantity corrected twice.
  let eight = await add(umbrella(office, { category: 'toy', name: '玩具小汽车', quantity: 5 }));
  eight = must(
    await desk.foundItems.correct({ ...touch(eight), field: 'quantity', value: '6', reason: '漏数一辆' }),
  );
  must(
    await desk.foundItems.correct({ ...touch(eight), field: 'quantity', value: '7', reason: '又找到一辆' }),
  );
  // 9 cash.
  await add(
    phone(office, {
      category: 'cash',
      name: '现金',
      cash: { '10000': 3, '500': 2, '100': 4 },
      publicFeatures: '红色信封',
      bagNo: 'FD-002',
    }),
  );
  for (let i = 0; i < plain; i += 1) {
    const [category, name, publicFeatures, foundPlace, storagePlace] = THINGS[i % THINGS.length]!;
    const [finderName, finderDepartment] = FINDERS[i % FINDERS.length]!;
    const done = await add(
      umbrella(office, {
        category,
        name,
        publicFeatures,
        foundPlace,
        storagePlace,
        finderName,
        finderDepartment,
      }),
    );
    if (i % 3 === 0)
      must(await desk.foundItems.notifyPartyA({ ...touch(done), contact: '刘经理', at: at(), how: '电话' }));
  }
  return { office, items };
}

export const touch = ({ id, version }: Done) => ({ id, version });

/** The print as the supervisor's desk would get it. */
export async function job(office: TestOffice, request: Input<'prints.prepare'>): Promise<PrintJob> {
  return must(await supervisor(office).prints.prepare(request));
}

/** A print that must be a book. */
export const isBook = (print: PrintJob): RegisterJob => {
  if (print.family !== 'register') throw new Error(print.family);
  return print;
};

/** A month's book. */
export const book = async (
  office: TestOffice,
  form: 'F01' | 'F03' | 'F04',
  month = MONTH,
): Promise<RegisterJob> => isBook(await job(office, { form, month }));

/** Journals a print of `prepared` as if it had come out of a printer. */
export const printed = (
  office: TestOffice,
  request: Input<'prints.prepare'>,
  prepared: PrintJob,
): Promise<unknown> => {
  const pages = prepared.family === 'register' ? prepared.pages : [];
  const serialNos =
    prepared.family === 'slip'
      ? prepared.slips.map((slip) => slip.serialNo)
      : prepared.family === 'label'
        ? prepared.labels.map((label) => label.serialNo)
        : [];
  return supervisor(office)
    .prints.record({
      request,
      copy: prepared.copy,
      pages: prepared.of,
      pageFrom: pages[0]?.yearNo || 1,
      pageTo: pages.at(-1)?.yearNo || 1,
      chainMark: prepared.chainMark,
      serialNos: prepared.blank ? [] : serialNos,
      to: 'pdf',
    })
    .then(must);
};
