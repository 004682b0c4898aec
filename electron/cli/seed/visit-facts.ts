import { isoOf } from '../../../shared/dates';
import type { ConsentHow, Visit, VisitType } from '../../../shared/registers/visits.row';
import { VISIT_RULES } from '../../../shared/registers/visits.rules';
import { type Chance, Weighted } from './chance';
import { companyName, mobileNumber, type Townsfolk } from './words/names';
import { greenPlate } from './words/site';
import type { SeedUnit, World } from './world';

/** Who comes to the demo office, how often, what for and for how long. */

export const TYPES = new Weighted<VisitType>([
  ['relative', 29],
  ['business', 22],
  ['delivery', 18],
  ['housekeeping', 10],
  ['fitOut', 10],
  ['viewing', 6],
  ['official', 2],
  ['salesman', 3],
]);
/** Minutes a visit lasts, from and to. */
export const STAYS: Record<VisitType, readonly [number, number]> = {
  relative: [30, 260],
  business: [25, 180],
  delivery: [4, 16],
  housekeeping: [90, 300],
  fitOut: [120, 520],
  viewing: [15, 50],
  official: [30, 150],
  salesman: [0, 0],
};
const PURPOSES: Record<VisitType, readonly string[]> = {
  relative: ['探亲', '聚餐', '接孩子', '送东西', '看望老人'],
  business: ['商务洽谈', '面试', '送合同', '设备巡检', '项目会议'],
  delivery: ['送餐', '送快递', '送生鲜', '送桶装水'],
  housekeeping: ['日常保洁', '做饭', '照看老人', '家电清洗'],
  fitOut: ['水电施工', '木工', '油漆', '安装橱柜', '量尺'],
  viewing: ['租客看房', '买家看房'],
  official: ['消防检查', '税务走访', '市容检查', '案件走访', '年报核查'],
  salesman: ['推销'],
};
const CARRIERS = ['美团', '饿了么', '顺丰速运', '中通快递', '京东物流', '盒马'];
const AGENCIES = ['安居置业', '恒信房产', '乐家不动产', '云栖房产'];
const AUTHORITIES = [
  ['fire', '区消防救援大队'],
  ['tax', '区税务局'],
  ['urban', '街道城管执法队'],
  ['police', '云栖派出所'],
  ['commerce', '区市场监管局'],
] as const;
const BELONGINGS = ['工具箱', '水果礼盒', '文件袋', '行李箱', '样品一箱', '清洁工具'];
export const REFUSED = [
  '推销保险，已劝离',
  '无法说明去处',
  '被访人表示不认识',
  '散发广告，已劝离',
  '不配合登记',
];
export const SUPPLEMENTS = ['监控显示当晚已从东门离开', '次日电话确认已离开', '被访人确认当晚已走'];
export const FIXES = ['访客补充说明', '登记笔误', '与被访人核对后更正'];
export const WATCH = ['曾与邻居发生争执', '曾在楼道散发广告', '带犬来访，请提醒牵绳'];
export const HOWS: readonly ConsentHow[] = ['phone', 'phone', 'intercom', 'inPerson'];

/** Somebody who may come again: everything but the time. */
export interface Caller {
  type: VisitType;
  visitorName: string | null;
  visitorPhone: string | null;
  company: string | null;
  plate: string | null;
  unit: SeedUnit | null;
  hostName: string | null;
  hostPlace: string | null;
  permitNo: string | null;
  carrier: string | null;
  department: 'fire' | 'tax' | 'urban' | 'police' | 'commerce' | null;
}

/** A new face. */
export function caller(world: World): Caller {
  const { chance, people } = world;
  const type = TYPES.draw(chance);
  const open = type === 'salesman' || type === 'official';
  const unit = open ? null : unitFor(world);
  const office = type === 'official' ? chance.pick(AUTHORITIES) : null;
  return {
    type,
    visitorName: type === 'salesman' && chance.happens(0.7) ? null : people.name(chance),
    visitorPhone: open || (type === 'delivery' && chance.happens(0.6)) ? null : mobileNumber(chance),
    company: companyOf(type, office?.[1] ?? null, chance),
    plate: chance.happens(0.12) && !open ? greenPlate(chance) : null,
    unit,
    hostName: open ? null : hostFor(unit, people, chance),
    hostPlace: unit || open ? null : chance.pick(['客户服务部', '工程部', '项目办公室']),
    permitNo: type === 'fitOut' ? `XK2026${chance.digits(2)}-${chance.digits(4)}` : null,
    carrier: type === 'delivery' ? chance.favour(CARRIERS) : null,
    department: office?.[0] ?? null,
  };
}

/** What they bring and want today. */
export const errand = (type: VisitType, chance: Chance) => ({
  purpose: chance.favour(PURPOSES[type]),
  belongings: chance.happens(0.18) ? chance.pick(BELONGINGS) : null,
});

function companyOf(type: VisitType, authority: string | null, chance: Chance): string | null {
  if (authority) return authority;
  if (type === 'viewing') return chance.pick(AGENCIES);
  if (type === 'business') return companyName(chance);
  return type === 'fitOut' ? `${chance.pick(['宏图', '筑美', '匠心'])}装饰` : null;
}

const unitFor = ({ chance, units }: World): SeedUnit | null => {
  if (units.length === 0) return null;
  const unit = chance.pick(units);
  return unit.occupied ? unit : chance.pick(units);
};

const hostFor = (unit: SeedUnit | null, people: Townsfolk, chance: Chance): string =>
  unit?.occupant?.name ?? unit?.owner?.name ?? people.name(chance);

/** What the clerk types of a caller. */
export function typedOf(world: World, caller: Caller, at: number, announced: boolean) {
  const { chance, crew } = world;
  const { unit, ...who } = caller;
  const rule = VISIT_RULES[who.type];
  const agreed = rule.consent === 'before' || (rule.consent === 'due' && chance.happens(0.8));
  const told = who.type === 'official' ? chance.pick(crew.allowed('visits.void')) : null;
  const partySize = who.type === 'delivery' ? 1 : 1 + (chance.happens(0.2) ? chance.between(1, 3) : 0);
  const { people } = world;
  return {
    ...who,
    ...errand(who.type, chance),
    partySize,
    companions: partySize === 2 && chance.happens(0.5) ? people.name(chance) : null,
    documentKind: who.type === 'official' ? ('workPass' as const) : null,
    visitorDocument: null,
    unitId: unit?.id ?? null,
    hostPartyId: null,
    appointment: announced || chance.happens(0.3) ? 1 : 0,
    passChecked: who.type === 'official' ? (chance.happens(0.95) ? 1 : 0) : null,
    informedName: told?.name ?? null,
    informedAt: told ? isoOf(at) : null,
    ...(agreed
      ? {
          consentName: who.hostName,
          consentHow: announced ? ('appointment' as const) : chance.pick(HOWS),
          consentAt: isoOf(at),
        }
      : {}),
    watchNote: chance.happens(0.004) ? chance.pick(WATCH) : null,
    note: null,
    post: POST,
  } satisfies Partial<Visit>;
}

/** Where the clerk stands. */
export const POST = '前台';
