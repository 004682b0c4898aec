import type { CustodyItem } from '../../../../shared/registers/custody-items.row';
import type { ToolKind } from '../../../../shared/registers/tools.row';

/** What is left at the desk, lent from it and carried through it in the demo office. */

export const LEFT: [item: string, kind: CustodyItem['kind'], features: string][] = [
  ['生日蛋糕礼盒（空盒）', 'household', '红色硬纸盒，系丝带'],
  ['行李箱', 'bag', '黑色 24 寸，贴有行李条'],
  ['双肩包', 'bag', '灰色，右侧口袋拉链坏'],
  ['档案袋', 'documents', '牛皮纸，封口贴签'],
  ['合同文件', 'documents', '透明文件夹，约 20 页'],
  ['大衣', 'clothing', '驼色，套防尘袋'],
  ['洗好的衬衫', 'clothing', '衣架三个，塑料袋包装'],
  ['纸箱', 'parcel', '中号，胶带封口完好'],
  ['快递包裹', 'parcel', '外包装完好，未拆封'],
  ['儿童自行车', 'equipment', '蓝色，带辅助轮'],
  ['投影仪支架', 'equipment', '银色折叠，附布袋'],
  ['电钻箱', 'equipment', '黑色工具箱，上锁'],
  ['雨伞', 'household', '长柄，深蓝'],
  ['保温桶', 'household', '不锈钢，空桶'],
  ['绿植', 'other', '小盆，塑料托盘'],
];
export const CUSTODY_NOTES = ['晚上八点后来取', '代邻居寄存', '取件前请打电话', '易碎，请轻放'];
export const CUSTODY_PLACES = ['前台寄存柜 1 号', '前台寄存柜 2 号', '前台寄存柜 3 号', '服务中心仓库'];
export const CUSTODY_DECIDED = ['多次联系无人领取，按规定处理', '寄存人要求送还至房内'];
export const CUSTODY_VOIDED = ['重复登记', '寄存人当场带走'];

/** Name, kind, days lent, deposit in fen. */
export const TOOLS: [name: string, kind: ToolKind, days: number, depositCents: number][] = [
  ['雨伞', 'tool', 2, 2000],
  ['雨伞', 'tool', 2, 2000],
  ['雨伞', 'tool', 2, 2000],
  ['平板推车', 'tool', 0, 0],
  ['平板推车', 'tool', 0, 0],
  ['行李推车', 'tool', 0, 0],
  ['轮椅', 'tool', 0, 10000],
  ['铝合金梯子', 'tool', 0, 5000],
  ['电钻', 'tool', 1, 10000],
  ['螺丝刀套装', 'tool', 1, 0],
  ['活动扳手', 'tool', 1, 0],
  ['管道疏通器', 'tool', 1, 3000],
  ['打气筒', 'tool', 0, 0],
  ['手电筒', 'tool', 0, 0],
  ['插线板', 'tool', 1, 2000],
  ['对讲机', 'radio', 0, 0],
  ['对讲机', 'radio', 0, 0],
  ['对讲机', 'radio', 0, 0],
  ['对讲机', 'radio', 0, 0],
];
export const TOOL_DAMAGE = ['伞骨断一根', '车轮松动', '钻头缺失', '外壳摔裂', '电池盖缺失'];
export const TOOL_LOST = ['借用人称遗失在车内', '下班后忘记放置位置'];
export const TOOL_LESS = ['损坏扣除部分押金', '遗失不退押金'];
export const TOOL_NOTES = ['送货上楼使用', '临时维修水管', '访客雨天借用'];

export const LIFTS = ['1 号货梯', '2 号货梯'];
export const HOURS: [from: string, to: string][] = [
  ['09:00', '11:00'],
  ['11:00', '13:00'],
  ['14:00', '16:00'],
  ['16:00', '18:00'],
];
export const MOVERS = ['顺达搬家', '好运搬家', '蚂蚁搬运队', '业主自行搬运'];
export const MOVE_CANCELLED = ['业主改期未定', '租约推迟', '搬家公司取消'];
