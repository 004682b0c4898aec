import { type ImportKindName, normalHead } from './imports.heads';

/** Fields an import knows, and how their columns are headed in the files people have. Pure. */

export const UNIT_IMPORT_FIELDS = [
  'code',
  'area',
  'building',
  'entrance',
  'floor',
  'unitNo',
  'name',
  'use',
  'structure',
  'layout',
  'orientation',
  'builtArea',
  'usableArea',
  'occupancyState',
  'handedOverOn',
  'steward',
  'electricity',
  'water',
  'hotWater',
  'gas',
  'heating',
  'cooling',
  'deskInstructions',
  'note',
] as const;
export type UnitImportField = (typeof UNIT_IMPORT_FIELDS)[number];

export const PEOPLE_FIELDS = [
  'unit',
  'role',
  'name',
  'kind',
  'gender',
  'bornOn',
  'documentKind',
  'document',
  'phone',
  'otherPhone',
  'email',
  'address',
  'employer',
  'businessScope',
  'businessKind',
  'personInCharge',
  'staffCount',
  'pets',
  'fromOn',
  'leaseUntilOn',
  'people',
  'plate',
  'vehicle',
  'contactName',
  'contactRelation',
  'contactPhone',
  'externalNo',
  'note',
] as const;
export type PeopleField = (typeof PEOPLE_FIELDS)[number];

/** Headings by field, most exact first; compared without blanks, brackets and units of measure. */
const UNIT_HEADS: Record<UnitImportField, string> = {
  code: '房号 房间号 房屋编号 房产编号 房屋代码 单元编号 unit unitcode code unitno.',
  area: '区域 分期 区域/分期 期 组团 片区 area phase',
  building: '楼栋 栋 楼栋号 楼号 幢 栋号 座 building block',
  entrance: '单元 单元号 门 entrance staircase',
  floor: '楼层 层 层数 floor',
  unitNo: '室号 房门号 门牌号 门牌 室 doorno. door roomno. room',
  name: '门牌名称 商铺名称 店名 铺名 nameonthedoor doorname',
  use: '用途 房屋用途 使用性质 房屋性质 use usage',
  structure: '结构 房屋结构 structure',
  layout: '户型 房型 layout type',
  orientation: '朝向 orientation',
  builtArea: '建筑面积 建面 面积 产权面积 builtarea area㎡ grossarea',
  usableArea: '使用面积 套内面积 套内建筑面积 usablearea netarea',
  occupancyState: '状态 使用状态 房屋状态 入住状态 occupancy state status',
  handedOverOn: '入伙日期 交付日期 收楼日期 交房日期 接房日期 handedover handoverdate',
  steward: '责任管家 管家 管家姓名 steward',
  electricity: '电表号 电表 电表编号 electricitymeter',
  water: '水表号 水表 水表编号 冷水表号 watermeter',
  hotWater: '热水表号 热水表 hotwatermeter',
  gas: '气表号 燃气表号 气表 燃气表 gasmeter',
  heating: '暖表号 暖气表号 热表 暖表 heatmeter',
  cooling: '冷表号 冷量表 coolingmeter',
  deskInstructions: '前台提示 提示 deskinstructions',
  note: '备注 说明 note notes remarks',
};

const PEOPLE_HEADS: Record<PeopleField, string> = {
  unit: '房号 房间号 房屋编号 房产编号 单元编号 门牌号 unit unitcode unitno.',
  role: '身份 角色 住户类型 客户类型 业主/租户 与房屋关系 role',
  name: '姓名 名称 姓名/名称 客户名称 业主姓名 住户姓名 业主 客户姓名 name',
  kind: '类别 客户类别 个人/单位 性质 kind',
  gender: '性别 sex gender',
  bornOn: '出生日期 出生 出生年月 生日 born birthday dateofbirth',
  documentKind: '证件类型 证件种类 documentkind idtype',
  document: '证件号码 身份证号 身份证号码 证件号 身份证 documentno. id idno.',
  phone: '电话 手机 联系电话 手机号 手机号码 移动电话 phone mobile',
  otherPhone: '其他电话 备用电话 固定电话 电话2 其它电话 otherphone',
  email: '邮箱 电子邮箱 email e-mail',
  address: '通讯地址 联系地址 地址 address',
  employer: '单位/职务 工作单位 单位 employer',
  businessScope: '经营范围 businessscope',
  businessKind: '经营类别 业态 经营业态 businesskind',
  personInCharge: '经营负责人 负责人 personincharge',
  staffCount: '员工人数 员工数 staff',
  pets: '宠物 pets',
  fromOn: '起始日 入住日期 起租日期 迁入日期 租期起 开始日期 from since',
  leaseUntilOn: '租期止 租赁到期 合同到期 到期日期 结束日期 leaseuntil',
  people: '人数 居住人数 入住人数 people',
  plate: '车牌 车牌号 车牌号码 plate',
  vehicle: '车型 车辆品牌 vehicle',
  contactName: '紧急联系人 紧急联系人姓名 emergencycontact',
  contactRelation: '紧急联系人关系 关系 relation',
  contactPhone: '紧急联系人电话 紧急电话 emergencyphone',
  externalNo: '原档案号 档案号 客户编号 业主编号 客户号 fileno. customerno.',
  note: '备注 说明 note notes remarks',
};

export const HEADS: Record<ImportKindName, Readonly<Record<string, string>>> = {
  units: UNIT_HEADS,
  people: PEOPLE_HEADS,
};

/** Fields without which a file says nothing. A unit may also be told by building and door. */
export const REQUIRED: Record<ImportKindName, readonly string[]> = { units: ['code'], people: ['name'] };

/** Field → column, proposed from the headings: every column once, exact words before parts. */
export function proposeMapping(kind: ImportKindName, heads: readonly string[]): Record<string, number> {
  const seen = heads.map(normalHead);
  const mapping = new Map<string, number>();
  const taken = new Set<number>();
  for (const [field, words] of Object.entries(HEADS[kind])) {
    for (const word of words.split(' ')) {
      const at = seen.findIndex((head, index) => head === normalHead(word) && !taken.has(index));
      if (at < 0) continue;
      mapping.set(field, at);
      taken.add(at);
      break;
    }
  }
  return Object.fromEntries(mapping);
}

/** How many of a row's cells are headings we know: tells the heading row from a title above it. */
export const headsKnown = (kind: ImportKindName, cells: readonly string[]): number =>
  Object.keys(proposeMapping(kind, cells)).length;
