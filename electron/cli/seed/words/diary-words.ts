import type { DiarySection } from '../../../../shared/registers/steward-diaries.row';

/** What the stewards of the demo office write into their diaries; the first of the day comes from the plan before. */

export const DIARY_TEXTS: Readonly<
  Record<Exclude<DiarySection, 'morning' | 'problems' | 'tomorrow'>, readonly string[]>
> = {
  corridors: [
    '1—12 层楼道巡查，7 层感应灯不亮已报修，其余正常。',
    '13—24 层巡查，消防门关闭正常，19 层堆放纸箱已劝离。',
    '负一、负二层设备间外观正常，集水井无积水。',
  ],
  fitOut: [
    '1503 装修现场已清理通道，成品保护到位。',
    '2106 夜间施工投诉，已要求 18:00 停工。',
    '今日无在装单元。',
  ],
  dunning: ['电话催缴为主，两户答应本周缴清。', '上门未遇，已留催缴通知。', '发短信提醒，待回复。'],
  visits: [
    '回访空调维修单元，业主满意。',
    '新入住 1802 上门问候，说明报修电话。',
    '电话回访三户，均无意见。',
  ],
  vacant: ['空置房门窗关闭，水电总闸断开，无渗漏。', '2203 空置房有异味，已开窗通风并冲洗地漏。'],
  repairs: ['跟进 0908 卫生间渗水，工程部约明早上门。', '昨日报修两件已完工，业主签字。'],
  suggestions: ['建议大堂增加雨伞架。', '建议周末延长会议室开放时间。', '无。'],
};

export const DIARY_PROBLEMS = [
  '1503 装修垃圾清运不及时，需秩序部配合夜间清运。',
  '19 层租户长期占用楼道，劝导无效，请主管协调出整改通知。',
  '7 层感应灯反复故障，工程部备件不足，请协调采购。',
];
export const DIARY_COMMENTS = [
  '已阅，明早例会上协调工程部。',
  '已联系秩序部主管，今晚清运。',
  '先发整改通知，三天后复查。',
];
export const DIARY_PLANS = [
  '上午巡查 1—12 层；下午回访两户；跟进 0908 渗水。',
  '复查 2106 装修；催缴三户；空置房通风。',
  '陪同甲方检查公共区域；完成本月走访名单。',
];
