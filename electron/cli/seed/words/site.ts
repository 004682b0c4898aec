import type { UnitUse } from '../../../../shared/registers/units.row';
import type { Chance } from '../chance';

/** What the demo project is built of: three office towers, a shopping podium, six residential houses, stores and rooms for all. */

/** A place a unit may be in. */
export interface Place {
  building: string;
  entrance: string | null;
  floor: string;
  unitNo: string;
  use: UnitUse;
}

const two = (n: number): string => String(n).padStart(2, '0');

function* residences(): Generator<Place> {
  for (let floor = 2; floor <= 32; floor += 1)
    for (let house = 1; house <= 6; house += 1)
      for (const entrance of ['1', '2'])
        for (let door = 1; door <= 4; door += 1)
          yield {
            building: String(house),
            entrance,
            floor: String(floor),
            unitNo: `${floor}${two(door)}`,
            use: 'residence',
          };
}
function* offices(): Generator<Place> {
  for (let floor = 3; floor <= 28; floor += 1)
    for (const building of ['A', 'B', 'C'])
      for (let door = 1; door <= 16; door += 1)
        yield {
          building,
          entrance: null,
          floor: String(floor),
          unitNo: `${floor}${two(door)}`,
          use: 'office',
        };
}
function* shops(): Generator<Place> {
  for (let door = 1; door <= 80; door += 1)
    for (let floor = 1; floor <= 6; floor += 1)
      yield {
        building: 'S',
        entrance: null,
        floor: String(floor),
        unitNo: `${floor}F${two(door)}`,
        use: 'shop',
      };
}
function* stores(): Generator<Place> {
  for (let door = 1; door <= 200; door += 1)
    yield { building: 'B1', entrance: null, floor: 'B1', unitNo: `K${two(door)}`, use: 'storage' };
}

/** The first `share` of a hundred units of each use; the rest are rooms for all. */
const MIX = [
  [residences, 42],
  [offices, 36],
  [shops, 15],
  [stores, 4],
] as const;
/** Rooms of the house itself: use `public`, or something else. */
export const PUBLIC_ROOMS = [
  '消防控制室',
  '客户服务中心',
  '多功能厅',
  '母婴室',
  '员工食堂',
  '垃圾分类房',
  '非机动车棚',
  '健身会所',
];

/** `n` places all over the project, spread evenly over the houses. */
export function placesOf(n: number): Place[] {
  const places: Place[] = [];
  for (const [all, share] of MIX) {
    const slots = [...all()];
    const wanted = Math.min(slots.length, Math.max(2, Math.floor((n * share) / 100)));
    for (let i = 0; i < wanted; i += 1) places.push(slots[Math.floor((i * slots.length) / wanted)]!);
  }
  for (let i = 0; places.length < n; i += 1)
    places.push({
      building: 'P',
      entrance: null,
      floor: '1',
      unitNo: `G${two(i + 1)}`,
      use: i % 8 === 5 ? 'parking' : i % 8 === 7 ? 'other' : 'public',
    });
  return places.slice(0, n);
}

export const AREAS = ['A座', 'B座', 'C座', '商业裙楼', '住宅一期（1–3栋）', '住宅二期（4–6栋）', '公共区域'];
/** Which of the areas a building belongs to. */
export const areaOf = (building: string): number =>
  ({ A: 0, B: 1, C: 2, S: 3, '1': 4, '2': 4, '3': 4, '4': 5, '5': 5, '6': 5 })[building] ?? 6;

export const LAYOUTS = ['两室一厅', '三室两厅', '三室一厅', '一室一厅', '四室两厅'];
export const ORIENTATIONS = ['南', '南北', '东南', '西南', '东'];
export const STRUCTURES = ['框架剪力墙', '框架'];
export const DESK_WORDS = [
  '访客一律先电话联系业主',
  '快递请放前台，不要上门',
  '家中有老人，来访前请先致电',
  '租户夜间加班，22点后来访需登记',
  '门禁卡未交接，维修请管家陪同',
  '钥匙只交业主本人',
];
export const UNIT_NOTES = ['阳台已封闭', '地暖分户', '房产证在办', '与隔壁打通使用', '曾做防水维修'];
export const RELATIONS = ['配偶', '父亲', '母亲', '儿子', '女儿', '妹妹'];
/** Relations that say who somebody is. */
export const GENDER_OF: Readonly<Record<string, 'male' | 'female'>> = {
  父亲: 'male',
  儿子: 'male',
  母亲: 'female',
  女儿: 'female',
  妹妹: 'female',
};
export const JOBS = ['行政', '财务', '人事', '店长', '技术支持', '保洁'];
export const SCOPES = [
  '软件开发',
  '服装零售',
  '餐饮服务',
  '法律咨询',
  '教育培训',
  '电子产品销售',
  '设计服务',
];
export const TRADES = ['办公', '零售', '餐饮', '服务', '教育'];
export const PETS = ['金毛犬一只（已办证）', '猫两只', '泰迪犬一只（已办证）'];
export const BRANDS: [brand: string, model: string][] = [
  ['大众', '朗逸'],
  ['丰田', '凯美瑞'],
  ['比亚迪', '汉'],
  ['本田', '思域'],
  ['特斯拉', 'Model 3'],
  ['别克', 'GL8'],
  ['奥迪', 'A4L'],
];
export const COLOURS = ['白色', '黑色', '银色', '灰色', '蓝色', '红色'];
export const LEFT_REASONS = ['租期届满搬离', '已出售房屋', '公司迁址', '家庭迁居外地'];

/** A plate that was never given out: the letter I is not used after the province. */
export const plateNumber = (chance: Chance): string => `粤I${chance.digits(5)}`;
/** One of a new-energy car: a character more. */
export const greenPlate = (chance: Chance): string => `${plateNumber(chance)}${chance.digits(1)}`;
/** A paper number of a region that does not exist. */
export const paperNumber = (chance: Chance, born: string): string =>
  `990106${born.replaceAll('-', '')}${chance.digits(4)}`;
