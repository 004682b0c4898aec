import type { z } from 'zod';
import type { goodsInput } from '../../../shared/registers/release-requests';
import type { CommandContext } from '../../db/context';
import { goodsOf } from './load';

/** Lines of goods of an application: written, changed, struck; never deleted. */

export type Goods = z.output<typeof goodsInput>;

/** 物品摘要 of F27 and of lists: `沙发×2张、冰箱 双门×1台`. */
export const summaryOf = (goods: readonly Goods[]): string =>
  goods
    .map(({ name, spec, quantity, unit }) => `${name}${spec ? ` ${spec}` : ''}×${quantity}${unit}`)
    .join('、');

/** Sum of the quantities. */
export const piecesOf = (goods: readonly Goods[]): number =>
  goods.reduce((sum, { quantity }) => sum + quantity, 0);

/** Brings the lines of an application to what was typed: same place, same row; lines too many are struck. */
export async function writeGoods(
  ctx: CommandContext,
  requestId: string,
  goods: readonly Goods[],
): Promise<void> {
  const { db, journal, newId } = ctx;
  const had = (await goodsOf(db, [requestId], true)).get(requestId) ?? [];
  for (const [index, line] of goods.entries()) {
    const row = had[index];
    if (!row) {
      const fresh = { struck: 0, counted: null, gateRemark: null };
      journal.create('goodsLines', { id: newId(), requestId, lineNo: index + 1, ...line, ...fresh });
    } else if (row.struck === 1 || differs(row, line))
      journal.change('goodsLines', row, { ...line, struck: 0 }, { kind: 'EDIT' });
  }
  for (const row of had.slice(goods.length))
    if (row.struck === 0) journal.change('goodsLines', row, { struck: 1 }, { kind: 'EDIT' });
}

const differs = (row: Goods, line: Goods): boolean =>
  row.name !== line.name ||
  row.spec !== line.spec ||
  row.quantity !== line.quantity ||
  row.unit !== line.unit ||
  row.remark !== line.remark;
