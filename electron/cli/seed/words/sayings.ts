import type { BookRow } from '../../../db/bulk/book';
import type { Chance } from '../chance';
import { mobileNumber, type Townsfolk } from './names';
import { PLACES, STORAGE_PLACES } from './places';

/** Short texts clerks type again and again; the likelier first. */

export const NOTIFIED_HOW = ['电话', '企业微信', '当面', '短信'];
export const NOTICE_HOW = ['大堂公告栏', '电梯屏', '业主微信群', '前台展架'];
export const POLICE_STATION = '云栖派出所';
export const REFUSED = ['口述特征与实物不符', '未能说明遗失地点', '无法出示有效证件', '颜色与品牌均不符'];
export const UNMASKED = ['联系失主核实', '甲方要求核对', '公安机关调取', '回访拾得人'];
export const REASONS = ['登记笔误', '现场核对后更正', '拾得人补充说明', '与实物核对后更正', '失主来电更正'];
export const VOIDED = ['重复登记', '误将客户寄存物登记', '失主当场取回，无需登记', '登记对象有误'];
export const DISPOSED = ['按流程报废', '环保回收', '销毁'];
export const FOOD_DISPOSED = ['两人在场销毁', '投入厨余垃圾桶'];
export const DISPOSAL_REASON = '公告期满无人认领，已报批';
export const FOOD_REASON = '易腐食品，超过保管时限';
export const NOTES = [
  '失主曾来电询问',
  '物品潮湿，已晾干',
  '外观有污渍',
  '移交时需核对工牌',
  '与监控时间一致',
  '拾得人要求不留姓名于公告',
  '已在业主群发布消息',
];
export const REPORT_NOTES = [
  '失主请求调看监控',
  '已请保洁主管留意',
  '失主出差，周末来取',
  '请保安夜班留意',
  '已登记广播',
];
export const REPORT_RESULTS = [
  '失主来电告知已自行找到',
  '逾期未寻获，已告知失主',
  '失主放弃寻找',
  '在失主车内找到',
];
export const PERSON_RESULTS = ['已与家人会合', '经广播后在儿童区找到，已交家长', '按突发事件处理，人员平安'];

type Item = BookRow<'foundItems'>;

/** One field of an item written anew, with its columns. */
export function amendment(
  row: Item,
  people: Townsfolk,
  chance: Chance,
): { field: string; patch: Partial<Item> } {
  const other = (list: readonly string[], now: string | null): string => {
    const choices = list.filter((value) => value !== now);
    return chance.pick(choices);
  };
  switch (chance.below(6)) {
    case 0:
      return { field: 'foundPlace', patch: { foundPlace: other(PLACES, row.foundPlace) } };
    case 1:
      return { field: 'storagePlace', patch: { storagePlace: other(STORAGE_PLACES, row.storagePlace) } };
    case 2:
      return { field: 'finderPhone', patch: { finderPhone: mobileNumber(chance) } };
    case 3:
      return { field: 'finderName', patch: { finderName: people.name(chance) } };
    case 4:
      return {
        field: 'publicFeatures',
        patch: {
          publicFeatures: row.publicFeatures
            ? `${row.publicFeatures}，${other(['有磨损', '带吊牌', '有水渍'], null)}`
            : '外观完好',
        },
      };
    default:
      return { field: 'note', patch: { note: other(NOTES, row.note) } };
  }
}

/** One field of a lost report written anew. */
export function reportAmendment(
  row: BookRow<'lostReports'>,
  chance: Chance,
): { field: string; patch: Partial<BookRow<'lostReports'>> } {
  if (chance.happens(0.4)) return { field: 'reporterPhone', patch: { reporterPhone: mobileNumber(chance) } };
  if (chance.happens(0.5)) {
    const choices = PLACES.filter((place) => place !== row.lostPlace);
    return { field: 'lostPlace', patch: { lostPlace: chance.pick(choices) } };
  }
  return { field: 'note', patch: { note: chance.pick(REPORT_NOTES.filter((note) => note !== row.note)) } };
}
