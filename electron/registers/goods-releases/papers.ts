import { GOODS_RELEASE_COLUMNS } from '../../../shared/registers/goods-releases.columns';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { GoodsReleasesTable } from '../../db/tables';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { monthOf } from '../../papers/stretches';
import { releaseLines, releaseLinesById } from './lines';
import { slipOf } from './slip-of';

/** The papers of S19: F26 the slip, F27 the month's register. A replaced slip is void on paper as well. */

type PaperSlip = Omit<GoodsReleaseLine, 'state'> & { state: GoodsReleaseLine['state'] };

/** 已重开 is 作废 to whoever holds the paper. */
const asPaper = (lines: GoodsReleaseLine[]): PaperSlip[] =>
  lines.map((line) => (line.state === 'reissued' ? { ...line, state: 'voided' } : line));

const month = monthOf('goodsReleases', 'goods_releases', async (desk: Desk, rows: GoodsReleasesTable[]) =>
  asPaper(await releaseLines(desk.db, rows, desk.now, desk.settings)),
);

export const F26 = slipPaper<'F26', PaperSlip>({
  form: 'F26',
  permit: 'goodsReleases.print',
  size: 'a5',
  linesOf: async ({ db, now, settings }, ids) => asPaper(await releaseLinesById(db, ids, now, settings)),
  month,
  slipOf,
});

/** Cells a hand may still fill: the gate's until the goods are out, 回收 until the part is back. */
const BY_HAND: Readonly<Record<string, (line: PaperSlip) => boolean>> = {
  guard: (line) => line.guardName === null && !line.expired,
  releasedAt: (line) => line.releasedAt === null && !line.expired,
  returned: (line) => line.returnedAt === null,
};

export const F27 = bookPaper<'F27', PaperSlip>({
  form: 'F27',
  permit: 'goodsReleases.print',
  needs: 'month',
  columns: GOODS_RELEASE_COLUMNS,
  lines: month,
  foot: 'goods-releases:foot.F27',
  signers: ['print:signer.recorder', 'print:signer.checker', 'goods-releases:signer.reconciled'],
  awaitsHand: (column, line) => BY_HAND[column.key]?.(line) ?? false,
});
