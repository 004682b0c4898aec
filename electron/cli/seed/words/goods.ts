import type { Chance } from '../chance';
import { Weighted } from '../chance';

/** What leaves a building in lifts and vans, and what people say about it. Nothing real. */

interface Ware {
  name: string;
  specs: readonly (string | null)[];
  unit: string;
  most: number;
}
const ware = (name: string, unit: string, most: number, ...specs: (string | null)[]): Ware => ({
  name,
  unit,
  most,
  specs: specs.length > 0 ? specs : [null],
});

const HOME: readonly Ware[] = [
  ware('沙发', '张', 2, '三人位 灰色布艺', '双人位', '真皮 棕色', null),
  ware('冰箱', '台', 1, '双门 海尔', '三门 美的', '对开门', null),
  ware('洗衣机', '台', 1, '滚筒', '波轮', null),
  ware('床', '张', 2, '1.8 米', '1.5 米', '上下铺'),
  ware('床垫', '张', 2, '1.8 米', null),
  ware('衣柜', '个', 2, '四门', '两门 拆散', null),
  ware('餐桌', '张', 1, '实木', null),
  ware('椅子', '把', 6),
  ware('电视机', '台', 1, '55 寸', '65 寸'),
  ware('空调', '台', 2, '挂机', '柜机'),
  ware('纸箱', '箱', 24, '书籍', '衣物', '杂物', null),
  ware('行李箱', '个', 4),
];
const TRADE: readonly Ware[] = [
  ware('办公桌', '张', 8, '1.4 米', '带屏风', null),
  ware('办公椅', '把', 12, '网布', null),
  ware('文件柜', '个', 5, '铁皮 两门', null),
  ware('会议桌', '张', 1, '3.2 米'),
  ware('电脑主机', '台', 10, '联想', '戴尔', null),
  ware('显示器', '台', 10, '24 寸', '27 寸', null),
  ware('打印机', '台', 2, '惠普', '激光'),
  ware('货架', '组', 6, '四层', null),
  ware('展示柜', '个', 3, '玻璃'),
  ware('饮水机', '台', 2),
  ware('服务器', '台', 2, '机架式 2U'),
  ware('纸箱', '箱', 30, '资料', '样品', null),
];
const LINES = new Weighted<number>([
  [1, 4],
  [2, 5],
  [3, 5],
  [4, 3],
  [5, 2],
  [8, 1],
  [14, 0.2],
]);
const REMARKS = ['旧', '已拆散', '易碎', '已封口', '带配件', '客户自理'];

export interface Goods {
  name: string;
  spec: string | null;
  quantity: number;
  unit: string;
  remark: string | null;
}

/** The goods of one slip; no kind twice. */
export function goodsOf(chance: Chance, trade: boolean): Goods[] {
  const wares = trade ? TRADE : HOME;
  const wanted = LINES.draw(chance);
  const goods = new Map<string, Goods>();
  for (let n = 0; n < wanted; n += 1) {
    const { name, specs, unit, most } = chance.pick(wares);
    const spec = chance.pick(specs);
    const quantity = chance.between(1, most);
    const remark = chance.happens(0.12) ? chance.pick(REMARKS) : null;
    goods.set(`${name} ${spec ?? ''}`, { name, spec, quantity, unit, remark });
  }
  return [...goods.values()];
}

export const MOVERS = ['顺风搬家', '四通搬家', '蚂蚁搬运', '诚信搬家服务', '快达货运', '安迅物流'];
export const DIFFERENT = ['多一件', '少一件', '型号不符', '数量不符'];
export const VOIDED = ['客户取消搬运', '业主改期', '登记错误，另开', '未使用，客户交回'];
export const EARLIER_ARREARS = ['经理同意，月底补交', '已签还款计划', '水电费次日补缴'];
export const AGREED = ['同意租户搬走自己的家具', '同意搬出清单所列物品', '知道并同意'];
export const BACK_AGAIN = ['清单型号不清', '时段不合适，请改'];
export const NOTES = ['请走西侧货梯', '易碎物品，轻放', '电梯已预约', '分两车装运'];
