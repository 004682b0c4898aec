/** What a demo desk writes on its handover sheets. */

export const EVENTS: readonly (readonly [event: string, result: string])[] = [
  ['2 号电梯困人，已通知维保单位', '14 分钟救出，人员无恙'],
  ['大堂漏水，已放置警示牌', '工程部更换阀门，警示牌已收回'],
  ['业主投诉楼上噪音', '已上门劝止，业主表示满意'],
  ['消防通道停放电动车', '秩序维护部已移走并张贴告知'],
  ['访客遗失手机，已登记报失', '监控确认落在出租车上，已告知本人'],
  ['地下车库道闸不抬杆', '改为人工放行，维保已修复'],
];

export const QUESTIONS: readonly (readonly [question: string, answer: string])[] = [
  ['配电房的钥匙几点还？', '工程部承诺下班前归还，已写在催还记录'],
  ['快递柜的备用钥匙在哪里？', '在 A 柜 12 号挂钩'],
  ['昨天的放行条门岗联收齐了吗？', '还差一张，已联系东门岗'],
];

export const INSTRUCTIONS: readonly (readonly [text: string, from: string])[] = [
  ['周五上午甲方检查，前台、大堂请提前半小时整理完毕', '项目经理'],
  ['雨天在大堂出入口放置防滑垫和警示牌，雨停后收回', '客服主管'],
  ['外来装修人员一律核对出入证后放行', '客服主管'],
  ['电梯年检期间，每班向住户说明停梯时间', '部门经理'],
];

export const DIFFERENCE = ['借给巡逻岗使用，未写借用登记，已补登记', '充电中，放在值班室'];
export const REFUSAL = {
  reason: '手电少一支，去向说不清',
  decision: '交班人找回后重新清点',
};
export const SUPPLEMENTS = ['交接后找到巡更棒一支，已放回抽屉', '补记：20:10 甲方来电确认周五检查'];
