import type {
  CONTACT_RATINGS,
  ContactChannel,
  ContactKind,
} from '../../../shared/registers/contact-logs.row';
import { Weighted } from './chance';

/** Why people turn to the desk of the demo office, and what they are told. */

export const CHANNELS = new Weighted<ContactChannel>([
  ['call', 62],
  ['walkIn', 33],
  ['letter', 5],
]);
export const KINDS = new Weighted<ContactKind>([
  ['question', 38],
  ['repair', 26],
  ['complaint', 12],
  ['help', 12],
  ['suggestion', 7],
  ['praise', 5],
]);
export const RATINGS = new Weighted<(typeof CONTACT_RATINGS)[number]>([
  ['satisfied', 96],
  ['neutral', 3],
  ['dissatisfied', 1],
]);
export const SAID: Record<ContactKind, readonly string[]> = {
  question: [
    '询问装修手续怎么办理',
    '问物业费可否按季交',
    '咨询访客车辆如何登记',
    '问门禁卡补办要带什么',
    '咨询宽带入户时间',
  ],
  repair: ['厨房下水堵塞，请尽快来人', '走廊灯不亮', '门口对讲没有声音', '卫生间天花漏水', '单元门关不严'],
  complaint: ['楼上深夜装修有噪音', '电梯等候时间长', '楼道堆放杂物', '隔壁商铺油烟大', '车位被他人占用'],
  suggestion: ['建议大堂增加雨伞架', '建议儿童区加装防护垫', '建议快递柜移到避雨处'],
  help: ['老人独自在家，请上门看看', '钥匙忘带，请帮忙联系家人', '车辆无法启动，请帮忙'],
  praise: ['表扬保洁员拾到钱包主动交还', '感谢管家帮忙搬轮椅'],
};
export const ANSWERED = ['已当面说明', '已告知所需资料和办理时间', '已电话答复，来人明白', '已记录并致谢'];
export const DONE = ['已派工处理完毕', '已协调解决，来人认可', '已核实并答复', '已上门处理'];
export const PASSED_TO = ['工程部', '保洁班', '秩序维护部', '客服管家', '财务部'];
export const REPORTED_TO = ['值班主管', '部门经理', '秩序班长'];
export const FIRMS = ['隔壁商铺', '快递公司', '装修公司', '派出所', '居委会'];
export const LATER = ['配件未到', '业主改约时间'];
export const AGAIN = ['来人再次来电，问题又出现'];
export const VOIDED = ['重复登记', '记到别户，重新登记'];
export const NOTES = ['来人语气急', '请下午联系', '已留联系方式'];
