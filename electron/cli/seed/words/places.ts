import type { Chance } from '../chance';

/** Where things are found in an office complex of three towers, a podium and two car-park levels. */
const TOWERS = ['A座', 'B座', 'C座'];
const SPOTS = ['电梯厅', '公共走廊', '男卫生间', '女卫生间', '茶水间', '消防楼梯间', '货梯前室'];
const FIXED = [
  'A座一层大堂沙发区',
  'B座一层大堂前台旁',
  'C座一层大堂旋转门',
  '服务中心等候区',
  '裙楼二层美食广场',
  '裙楼三层健身房更衣室',
  '裙楼一层便利店门口',
  '裙楼一层咖啡厅靠窗座位',
  '一号会议室',
  '二号会议室',
  '多功能厅',
  '员工食堂',
  '地下一层停车场电梯口',
  '地下二层停车场电梯口',
  '访客停车区',
  '非机动车棚',
  '东广场喷泉旁',
  '南门岗亭',
  '北门落客区',
  '西门快递柜',
  '中心花园凉亭',
  '儿童游乐区',
  '空中连廊',
  '观光电梯内',
  '装卸平台',
  '母婴室',
];

/** The places of the settings: what the form proposes first. */
export const PLACES: string[] = [
  ...FIXED,
  ...TOWERS.flatMap((tower) => [3, 6, 9, 12, 15, 18, 21, 24].map((floor) => `${tower}${floor}层电梯厅`)),
];

/** One place, as a clerk would type it. */
export function place(chance: Chance): string {
  const kind = chance.below(100);
  if (kind < 46) return chance.favour(PLACES);
  if (kind < 80) return `${chance.pick(TOWERS)}${chance.between(2, 28)}层${chance.pick(SPOTS)}`;
  if (kind < 92)
    return `地下${chance.pick(['一', '二'])}层${chance.pick(['A', 'B', 'C', 'D'])}区${String(chance.between(1, 240)).padStart(3, '0')}号车位旁`;
  return `${chance.pick(TOWERS)}${chance.between(1, 6)}号客梯轿厢内`;
}

export const STORAGE_PLACES = [
  '前台失物柜一层',
  '前台失物柜二层',
  '前台失物柜三层',
  '保险柜',
  '服务中心仓库A架',
  '服务中心仓库B架',
  '冷藏柜',
];
