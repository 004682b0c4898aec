/** What the demo office says in its meetings, and what it resolves. */

export const MEETING_PLACES = ['部门办公室', '服务中心会议室'];
export const TOPICS = ['当日工作安排', '重点户跟进', '甲方检查准备', '装修现场管理'];
export const LAST_WEEK = [
  '受理来电 126 件，按时答复；放行 41 单，门岗联已收齐。',
  '钥匙周检无差异；捡拾物品移交甲方 9 件。',
  '完成 3 栋走访，收集建议 7 条，均已转办。',
];
export const THIS_WEEK = [
  '配合甲方季度检查，前台资料提前整理。',
  '雨季巡查每天两次，门口地垫每班检查。',
  '走访 5 栋 40 户，跟进漏水报修。',
];
export const MEETING_PROBLEMS = [
  '19 层楼道堆物反复。',
  '快递高峰时前台人手不足。',
  '访客证未按时收回 3 张。',
];
export const TRAININGS = [
  '复习来电接听用语三句话。',
  '火灾报警处置流程演练一次。',
  '放行条核对要点：房号、物品、签字。',
];
export const RESOLUTIONS: readonly (readonly [matter: string, result: string])[] = [
  ['向 19 层租户发整改通知并复查', '通知已送达，复查已清理'],
  ['收回逾期访客证 3 张', '三张均已收回'],
  ['整理前台登记簿备查', '已按月装订'],
  ['补足雨伞架和防滑垫', '已采购到位'],
  ['与维保单位约定电梯异响检查时间', '周四上午检查，已更换导靴'],
  ['更新快递自提公告', '已张贴大堂和电梯'],
];
export const DROPPED = '甲方另有安排，不再执行';
