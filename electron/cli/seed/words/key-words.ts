import type { KeyCategory } from '../../../../shared/registers/keys.row';
import type { Chance } from '../chance';

/** What the demo office's keys open, and what people say about them. */

export const CABINETS: [code: string, name: string, place: string][] = [
  ['G1', '业主委托钥匙柜', '服务中心钥匙室'],
  ['G2', '空置房钥匙柜', '服务中心钥匙室'],
  ['G3', '设备间钥匙柜', '工程部值班室'],
  ['G4', '办公区钥匙柜', '前台后柜'],
  ['G5', '备用与更衣柜钥匙柜', '前台后柜'],
];
/** In which of the cabinets keys of a category hang. */
export const CABINET_OF: Record<KeyCategory, number> = {
  entrusted: 0,
  vacant: 1,
  plant: 2,
  storeroom: 2,
  office: 3,
  spare: 4,
  locker: 4,
};
/** How many keys of a hundred are of each category. */
export const CATEGORY_MIX: [KeyCategory, number][] = [
  ['entrusted', 30],
  ['vacant', 14],
  ['plant', 16],
  ['storeroom', 10],
  ['office', 14],
  ['spare', 10],
  ['locker', 6],
];

const DOORS: Record<Exclude<KeyCategory, 'entrusted' | 'vacant'>, string[]> = {
  plant: ['配电间', '水泵房', '消防泵房', '电梯机房', '弱电井', '新风机房', '生活水箱间'],
  storeroom: ['保洁用品库', '工程备件库', '消防器材库', '办公用品库', '防汛物资库'],
  office: ['客服办公室', '财务室', '档案室', '会议室', '员工休息室', '监控室'],
  spare: ['大堂侧门', '卸货平台卷帘门', '天台门', '自行车库', '垃圾房'],
  locker: ['更衣柜'],
};
/** `B座12层配电间`, `更衣柜 17号`. */
export function doorOf(category: KeyCategory, n: number, chance: Chance): string {
  if (category === 'entrusted' || category === 'vacant') return '入户门';
  if (category === 'locker') return `更衣柜 ${n}号`;
  const door = chance.pick(DOORS[category]);
  return category === 'storeroom' || category === 'office'
    ? `${door}${n % 3 === 0 ? '（副）' : ''}`
    : `${chance.pick(['A座', 'B座', 'C座', '裙楼'])}${chance.between(1, 28)}层${door}`;
}
export const SOURCES = ['开发商移交', '业主交付', '更换门锁后新配', '前期物业移交', '锁匠配制'];
export const KEY_WORDS = ['借出前电话通知管家', '门锁较紧，请勿用力', '用后关灯关窗', '进入前须办动火手续'];
export const SEAL_REASONS = ['库房钥匙下班封存', '长期不用，封存保管', '备用钥匙封存'];
export const PARTS = ['入户门', '单元门', '信箱', '储藏室'];

export const MANDATE_PURPOSES = [
  '委托物业定期开窗通风',
  '委托带看出租',
  '委托维修入户',
  '业主长期在外，委托保管',
  '委托接收家具家电',
];
export const CONTENTS = ['屋内有家具家电一批，已拍照', '毛坯无物品', '仅有窗帘与灯具', '冰箱通电，勿关总闸'];
export const VERIFIED_SAID = '业主本人';
export const WITHDRAWN_NOTES = ['一把门禁卡业主已自行取走', '信箱钥匙遗失，业主知情'];

export const CHECK_TROUBLE: [explanation: string, measure: string][] = [
  ['标签磨损看不清', '已重新打印标签'],
  ['挂错钩位，已归位', '提醒交接人员核对钩号'],
  ['封条边角开裂，钥匙在内', '重新封存并两人签字'],
];
export const CHECK_GONE: [explanation: string, measure: string] = ['清点期间被领用', '核对领用登记无误'];
export const TRANSFER_NOTES = ['标签齐全', '钥匙齿有磨损', '标签已换新'];
