import type { COLLECTOR_RELATIONS, MailKind, NOTICE_HOWS } from '../../../shared/registers/mail-items.row';
import { type Chance, Weighted } from './chance';

/** What comes to the desk of the demo office, who brings it, and what becomes of it. */

interface Carried {
  kind: MailKind;
  carrier: string | null;
  /** Beginning of the carrier's numbers and how many digits follow; '' and 0: no number. */
  prefix: string;
  digits: number;
}

export const CARRIED = new Weighted<Carried>([
  [{ kind: 'express', carrier: '顺丰', prefix: 'SF', digits: 13 }, 22],
  [{ kind: 'express', carrier: '京东', prefix: 'JDVB', digits: 11 }, 16],
  [{ kind: 'express', carrier: '中通', prefix: '75', digits: 12 }, 14],
  [{ kind: 'express', carrier: '圆通', prefix: 'YT', digits: 13 }, 12],
  [{ kind: 'express', carrier: '韵达', prefix: '43', digits: 13 }, 8],
  [{ kind: 'express', carrier: '极兔', prefix: 'JT', digits: 13 }, 7],
  [{ kind: 'parcel', carrier: '邮政', prefix: 'PA', digits: 11 }, 5],
  [{ kind: 'registered', carrier: '邮政', prefix: 'XA', digits: 11 }, 5],
  [{ kind: 'ems', carrier: 'EMS', prefix: '11', digits: 11 }, 4],
  [{ kind: 'letter', carrier: null, prefix: '', digits: 0 }, 4],
  [{ kind: 'newspaper', carrier: '邮政', prefix: '', digits: 0 }, 2],
  [{ kind: 'remittance', carrier: '邮政', prefix: '', digits: 0 }, 1],
]);
export const HOWS = new Weighted<(typeof NOTICE_HOWS)[number]>([
  ['message', 46],
  ['phone', 30],
  ['slip', 12],
  ['intercom', 8],
  ['inPerson', 4],
]);
export const PROXIES = new Weighted<Exclude<(typeof COLLECTOR_RELATIONS)[number], 'self'>>([
  ['family', 52],
  ['colleague', 26],
  ['housekeeper', 12],
  ['neighbour', 6],
  ['other', 4],
]);
export const SENDERS = [
  '淘宝商家',
  '京东自营',
  '某出版社',
  '家人',
  '银行信用卡中心',
  '社保中心',
  '律师事务所',
];
export const PLACES_TO = ['北京市朝阳区', '上海市浦东新区', '成都市武侯区', '杭州市西湖区', '武汉市江汉区'];
export const DEPARTMENTS = ['客户服务部', '工程部', '甲方物业管理部', '财务部'];
export const DAMAGED = ['外箱一角压扁', '外包装受潮', '封口胶带破开，内件未露'];
export const LEFT = ['按本人要求放在门口', '本人电话说已自行取走', '放入该户牛奶箱'];
export const REFUSED = ['收件人拒收，称未购买', '收件人已搬走'];
export const LOST = ['盘点时不在架上，已报主管查监控'];
export const PUT_BACK = ['错拿邻居的件，已退回', '领取人拿错，当场换回'];
export const VOIDED = ['重复登记', '单号扫错，重新登记'];
export const NOTES = ['外箱较大，放地面', '周末领取', '请轻放'];

/** A courier as the desk knows one: a surname. */
export const courierOf = (chance: Chance): string =>
  `${chance.pick(['张', '李', '王', '刘', '陈', '杨', '赵'])}师傅`;
