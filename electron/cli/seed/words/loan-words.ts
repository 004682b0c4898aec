import type { BorrowerClass } from '../../../../shared/registers/key-loans.rules';
import type { KeyCategory } from '../../../../shared/registers/keys.row';

/** What people want keys for, and what is said when they do not come back. */

/** How many of a hundred who come for a key of a category are of each class. */
export const CLASS_MIX: Record<KeyCategory, [BorrowerClass, number][]> = {
  entrusted: [
    ['owner', 30],
    ['agent', 10],
    ['helper', 10],
    ['contractor', 15],
    ['worker', 20],
    ['staff', 15],
  ],
  vacant: [
    ['owner', 15],
    ['agent', 12],
    ['contractor', 23],
    ['worker', 20],
    ['staff', 30],
  ],
  plant: [
    ['staff', 60],
    ['worker', 25],
    ['contractor', 10],
    ['outsider', 5],
  ],
  storeroom: [['staff', 100]],
  office: [
    ['staff', 60],
    ['cleaner', 40],
  ],
  spare: [
    ['staff', 70],
    ['worker', 20],
    ['outsider', 10],
  ],
  locker: [['staff', 100]],
};

export const PURPOSES: Record<BorrowerClass, string[]> = {
  owner: ['取个人物品', '自行验房', '开窗通风', '取快递放入屋内', '陪同看房'],
  agent: ['带客户看房', '代业主取物品', '代收家具'],
  helper: ['代业主打扫卫生', '代业主喂宠物', '代业主取文件'],
  contractor: ['装修量房', '水电改造勘查', '装修材料进场', '装修收尾整改'],
  worker: ['空调检修', '管道疏通', '漏水维修', '电梯维保', '消防设施检测', '网络布线'],
  cleaner: ['夜间保洁', '地毯清洗', '玻璃清洁', '日常保洁'],
  staff: ['日常巡检', '设备点检', '抄表', '领用保洁用品', '报修处理', '会议室布置', '防汛检查'],
  outsider: ['第三方检测', '保险查勘', '开发商验收'],
};
export const ORGS: Record<'contractor' | 'worker' | 'cleaner' | 'outsider' | 'staff', string[]> = {
  contractor: ['匠心装饰工程', '筑家装饰', '宏图装饰工程'],
  worker: ['迅达电梯维保', '安通消防技术', '冷源空调服务', '畅流管道疏通'],
  cleaner: ['洁达保洁服务', '亮新清洁'],
  outsider: ['正信检测', '众安公估', '云栖置业'],
  staff: ['工程部', '保洁部', '秩序维护部', '客户服务部'],
};
export const IDENTITY = ['核对身份证原件', '核对工牌与派工单', '核对公司介绍信', '电话向派单公司核实'];
export const ENGINEERS = ['工程部 石明辉', '工程部 谷永强', '工程部 邓立群'];

export const CHASED: [said: string, escalate: boolean][] = [
  ['忘记归还，答应稍后送回', false],
  ['人已下班，明早送回', false],
  ['电话无人接听，已短信提醒', false],
  ['施工未完，负责人答应当日归还', true],
  ['已转告部门负责人催还', true],
];
export const EXTENDED = ['施工未完工，经主管同意延期', '检测需两天完成', '业主要求次日继续使用'];
export const LOAN_VOIDED = ['误录，钥匙未借出', '借用人临时取消', '录错钥匙编号，重新登记'];
export const LOAN_NOTES = ['附门禁卡一张', '请代为检查窗户', '门锁需上提再转', '借用人首次领用，已说明规定'];

export const LOST_COURSE = [
  '外出途中遗失，未能找回',
  '施工现场遗失，多方寻找未果',
  '放入口袋后不慎掉落，地点不明',
];
export const BROKEN_COURSE = ['插入门锁后断裂', '钥匙齿变形，无法开门', '钥匙柄断开'];
export const SHORT_COURSE = ['交回时少一把，借用人称遗留在屋内', '钥匙环松脱，少一把'];
export const LOST_PLACES = ['地下车库', '施工现场', '电梯内', '不详'];
export const FOUND_PLACES = ['施工现场工具箱内', '地下车库', '借用人车内', '失物招领处'];
export const MEASURE_NOTES = ['已更换锁芯，重新配发钥匙', '已配制新钥匙并登记', '已通知业主并更换锁芯'];
export const REPAIR_NOTES = ['已由锁匠修复，试开正常', '已重新打磨，试用正常'];
export const OPINIONS = ['同意，提醒借用人妥善保管', '按规定由借用人承担费用', '同意按上述措施办理'];
export const NO_INCIDENT = '钥匙实为误放，并未遗失';

export const NIGHT_REASONS = [
  '夜间跑水抢修，需领用备件',
  '消防报警处置，领用器材',
  '大型活动布置，领用物料',
  '台风防汛，领用沙袋水泵',
];
export const NIGHT_GOODS: [name: string, spec: string | null, use: string][] = [
  ['止水夹', 'DN50', '跑水抢修'],
  ['防汛沙袋', null, '车库入口防汛'],
  ['潜水泵', '2.2kW', '集水井排水'],
  ['灭火器', '4kg 干粉', '应急备用'],
  ['对讲机电池', null, '夜间巡逻'],
  ['警戒带', '50米', '现场隔离'],
  ['吸水拖把', null, '清理积水'],
];
export const BAG_BROKEN = '袋口边缘有裂口，钥匙完好';
export const NIGHT_VOIDED = '误登记，当晚未实际开启';

export const COPY_REASONS = [
  '原钥匙磨损，开启困难',
  '新增巡检岗位，需增配一把',
  '借用频繁，需备用一把',
  '业主委托增配',
];
export const COPY_REFUSED = ['已有备用钥匙，不予配制', '业主未书面同意'];
export const COPY_FULL = '钥匙柜无空钩，暂不增配';
export const COPY_VOIDED = '申请人撤回，改用备用钥匙';
export const LOCKSMITHS = ['永固锁业', '便民配匙部'];
