import type { NoticeKind, NoticeMedium } from '../../../../shared/registers/notices.row';

/** Texts of the demo office's boards and displays. All made up. */
export const NOTICE_TEXTS: readonly { kind: NoticeKind; title: string; body: string }[] = [
  {
    kind: 'service',
    title: '电梯年检停梯通知',
    body: '因电梯年度检验，3 栋 1 单元 1 号梯将暂停运行。\n停梯期间请使用 2 号梯，老人及携带大件物品的住户可联系前台安排协助。\n给您带来的不便，敬请谅解。',
  },
  {
    kind: 'service',
    title: '二次供水水箱清洗通知',
    body: '为保证用水安全，将对二次供水水箱进行清洗消毒，清洗当日 09:00 至 17:00 停水。\n请提前储水，恢复供水后先放水两分钟再使用。',
  },
  {
    kind: 'safety',
    title: '冬季用火用电安全提示',
    body: '天气干燥，请勿在楼道堆放杂物，电动车不得入户充电，外出前请关闭燃气阀门和用电设备。',
  },
  {
    kind: 'activity',
    title: '邻里中秋游园会',
    body: '中秋将至，中心广场举办游园会，设猜灯谜、做花灯等项目。参加的住户请到前台领取游园券。',
  },
  {
    kind: 'general',
    title: '装修时间提示',
    body: '工作日 08:00 至 12:00、14:00 至 18:00 可进行装修作业，双休日及法定节假日不得进行有噪声的施工。',
  },
  {
    kind: 'general',
    title: '地下车库地面养护通知',
    body: '地下一层 B 区地面进行养护，施工期间车辆请停放至 C 区，听从现场人员指引。',
  },
  {
    kind: 'goods',
    title: '垃圾分类指南与垃圾袋发放',
    body: '每户发放分类指南一份、垃圾袋两卷，由楼栋管家上门送达，请签收。',
  },
  { kind: 'other', title: '服务热线', body: '客户服务热线全天受理报修、咨询与建议，欢迎监督我们的服务。' },
];
export const NOTICE_PLACES: Record<NoticeMedium, readonly string[]> = {
  board: ['大堂公告栏', '各单元公告栏'],
  bulletin: ['中心广场宣传栏', '南门宣传栏'],
  led: ['南门 LED 屏', '会所 LED 屏'],
  doorDisplay: ['1 栋门头屏', '3 栋门头屏'],
  unitDoor: ['全部单元门', '3 栋各单元门'],
  home: ['3 栋全部住户', '全部住户'],
};
export const NOTICE_PLAYS = ['每 30 分钟一次', '整点播放', '与天气信息轮播'];
export const NOTICE_ASKERS = ['工程部', '环境部', '安全部'];
export const NOTICE_SENT_BACK = ['请写明停水起止时间', '请补充联系电话', '标题请改为通知'];
export const NOTICE_WITHDRAWN = ['施工改期，另行通知', '内容已由甲方发布'];
