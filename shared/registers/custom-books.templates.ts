import type { z } from 'zod';
import { DESK, type Role } from '../posts';
import type { bookForm, columnForm } from './custom-books';
import type { CustomKind, Flow } from './custom-books.row';

/** Ready definitions of the P3 systems of domain.md §2.0 that are plain lists. The office changes them as it likes. */

type Form = z.input<typeof bookForm>;
type ColumnInput = z.input<typeof columnForm>;
type Extra = Partial<Pick<ColumnInput, 'choices' | 'required' | 'personal'>>;

const column = (kind: CustomKind, zh: string, en: string, extra: Extra = {}): ColumnInput => ({
  kind,
  zh,
  en,
  ...extra,
});
const must = { required: true } as const;
const oneOf = (...choices: string[]): Extra => ({ choices, required: true });

const template = (
  no: string,
  zh: string,
  en: string,
  flow: Flow,
  columns: ColumnInput[],
  more: Partial<Pick<Form, 'writers' | 'keepYears' | 'foot'>> = {},
): Form => ({
  code: `ZD-${no}`,
  zh,
  en,
  flow,
  columns,
  writers: [...DESK, 'deptManager'],
  keepYears: 3,
  signers: ['recorder', 'checker'],
  foot: null,
  ...more,
});
const EVERYBODY: Role[] = [
  ...DESK,
  'deptManager',
  'csSteward',
  'buildingInspector',
  'gateGuard',
  'cleaningLead',
];

/** By the number of the system, in the order of the handbook. */
export const TEMPLATES: Readonly<Record<string, Form>> = {
  S30: template('30', '会员回访登记表', 'Register of member after-care', 'task', [
    column('person', '会员', 'Member', must),
    column('text', '卡号', 'Card no.'),
    column('choice', '方式', 'How', oneOf('电话', '短信', '当面')),
    column('longText', '回访内容', 'What was said'),
    column('count', '提醒积分', 'Points'),
    column('day', '积分到期', 'Points end on'),
  ]),
  S70: template(
    '70',
    '安全警示登记表',
    'Register of hazards and weather',
    'work',
    [
      column('dayTime', '发现时间', 'Noticed', must),
      column('place', '地点', 'Place', must),
      column('choice', '隐患', 'Hazard', oneOf('地面湿滑', '大风', '暴雨', '坠物', '堆物', '其他')),
      column('longText', '情况', 'What'),
      column('choice', '警示牌', 'Sign put', { choices: ['已放置', '已拉警戒带', '无需'] }),
      column('time', '撤除时间', 'Removed at'),
    ],
    { writers: EVERYBODY, foot: '警示牌立即放置，隐患消除后撤除；严重的转秩序、工程处理。' },
  ),
  S80: template(
    '80',
    '水电充值代办登记表',
    'Register of utility top-ups',
    'record',
    [
      column('day', '日期', 'Day', must),
      column('text', '房号', 'Unit', must),
      column('person', '委托人', 'For whom'),
      column('choice', '类别', 'Kind', oneOf('水', '电', '燃气')),
      column('text', '表号/卡号', 'Meter or card', must),
      column('money', '金额（元）', 'Amount (yuan)', must),
      column('text', '收据号', 'Receipt'),
      column('signature', '委托人签名', 'Signature'),
    ],
    { keepYears: 10 },
  ),
  S87: template('87', '就餐订餐登记表', 'Register of meals', 'record', [
    column('day', '日期', 'Day', must),
    column('text', '部门', 'Department', must),
    column('choice', '餐别', 'Meal', oneOf('早餐', '午餐', '晚餐', '夜宵')),
    column('count', '人数', 'People', must),
    column('money', '金额（元）', 'Amount (yuan)'),
  ]),
  S94: template(
    '94',
    '大事记',
    'Chronicle',
    'record',
    [
      column('day', '日期', 'Day', must),
      column('longText', '事项', 'Event', must),
      column('text', '参加人员', 'People', { personal: true }),
      column('text', '资料来源', 'Source'),
    ],
    { keepYears: null },
  ),
  S96: template(
    '96',
    '合同登记表',
    'Register of contracts',
    'task',
    [
      column('text', '合同编号', 'Contract no.', must),
      column('text', '对方单位', 'Party', must),
      column('text', '合同名称', 'Subject', must),
      column('day', '起始日', 'From', must),
      column('day', '到期日', 'To', must),
      column('money', '金额（元）', 'Amount (yuan)'),
      column('day', '续签提醒', 'Renewal alert'),
      column('text', '存放', 'Filed in'),
    ],
    { keepYears: 10, foot: '到期前续签或终止后办理完成。' },
  ),
  S98: template('98', '办公设备维护登记表', 'Register of office equipment', 'work', [
    column('text', '设备', 'Equipment', must),
    column('day', '日期', 'Day', must),
    column('choice', '类别', 'Kind', oneOf('故障', '保养')),
    column('longText', '情况', 'What', must),
    column('text', '维修单位', 'Repaired by'),
    column('money', '费用（元）', 'Cost (yuan)'),
  ]),
  S99: template('99', '布洗干洗登记表', 'Register of linen and laundry', 'work', [
    column('text', '客户/部门', 'Customer', { ...must, personal: true }),
    column('text', '物品', 'Item', must),
    column('count', '数量', 'Quantity', must),
    column('dayTime', '送洗时间', 'Handed in', must),
    column('day', '取件日', 'Ready on'),
    column('money', '金额（元）', 'Price (yuan)'),
    column('text', '破损情况', 'Damage'),
    column('signature', '送件签名', 'Handed in'),
    column('signature', '取件签名', 'Taken back'),
  ]),
  S102: template('102', '应知应会学习登记表', 'Register of knowledge read', 'task', [
    column('text', '主题', 'Topic', must),
    column('longText', '要点', 'Text'),
    column('text', '版本', 'Version'),
    column('person', '学习人', 'Learned by', must),
    column('signature', '确认签名', 'Confirmed'),
  ]),
  S104: template('104', '退换货发票团购登记表', 'Register of mall services', 'task', [
    column('choice', '事项', 'Kind', oneOf('退货', '换货', '发票', '团购')),
    column('person', '顾客', 'Customer'),
    column('text', '商品', 'Goods', must),
    column('text', '小票号', 'Receipt'),
    column('longText', '原因', 'Reason'),
    column('text', '处理结果', 'Decision'),
  ]),
  S105: template('105', 'BI自检登记表', 'Register of conduct self-checks', 'record', [
    column('day', '日期', 'Day', must),
    column('person', '姓名', 'Person', must),
    column('choice', '仪容仪表', 'Dress', oneOf('合格', '需改进')),
    column('choice', '礼节礼貌', 'Manners', oneOf('合格', '需改进')),
    column('longText', '说明', 'Remarks'),
    column('person', '检查人', 'Checker'),
  ]),
};
