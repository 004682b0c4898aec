import type { DutyLineKind } from '../../../../shared/registers/duty-lines.row';

/** What the demo office writes into its duty logs. */

export const WEATHERS = ['晴', '多云', '阴', '小雨', '阵雨', '晴转多云'];

type Words = readonly [kind: DutyLineKind, matter: string, handling: string | null, result: string | null];

export const DESK_LINES: readonly Words[] = [
  ['event', '开班检查：电话、电脑、打印机正常', '逐项试用', '正常'],
  ['event', '大堂地面有水渍', '通知保洁并放置警示牌', '10 分钟内清理完毕'],
  ['call', '业主来电询问停水时间', '查工程部通知后答复', '业主表示清楚'],
  ['event', '甲方巡查大堂', '陪同并记录意见', '无问题'],
  ['event', '3 号电梯运行有异响', '报工程部，等维保到场', null],
  ['call', '租户来电预约会议室', '转商务中心登记', '已预约'],
  ['event', '快递员在大堂堆放包裹', '劝导移至指定区域', '已移走'],
  ['event', '业主反映空调偏热', '转工程部调低设定温度', '已回复业主'],
  ['event', '公告栏玻璃松动', '报工程部维修', null],
  ['event', '外来人员推销', '劝离，并提醒各岗注意', '已离开'],
];

export const GATE_LINES: readonly Words[] = [
  ['event', '装修垃圾车出场，核对放行手续', '手续齐全', '放行'],
  ['call', '夜间业主来电反映楼上噪音', '上门劝止', '业主表示满意'],
  ['event', '外卖电动车欲进入地下车库', '劝导停放指定区域', '已配合'],
  ['event', '车库道闸抬杆迟缓', '改人工放行并报修', null],
  ['event', '陌生车辆久停消防通道', '电话联系车主挪车', '8 分钟后驶离'],
];

export const BIG_EVENTS: readonly (readonly [matter: string, handling: string, result: string])[] = [
  ['2 号电梯困人一名', '安抚乘客，通知维保单位到场解救', '14 分钟救出，人员无恙'],
  ['B1 层喷淋管爆裂漏水', '关闭阀门，通知工程部抢修，转移杂物', '40 分钟止水，无设备受损'],
  ['访客晕倒在大堂', '拨打 120，疏散围观，联系家属', '救护车 11 分钟到达，送医'],
];

export const MESSAGES = [
  '明早九点甲方检查大堂和卫生间，请提前整理台面。',
  '本周多雨，门口地垫和雨伞架请每班检查一次。',
  '外来装修人员务必核对出入证，不清楚的先请示。',
];

export const GATE_POINTS = ['南门', '大堂', '地下车库入口', '消防控制室', '顶层天台'];
export const GATE_SWITCHES = ['大堂灯', '外墙灯', '南侧门'];
