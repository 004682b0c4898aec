import type { KeyState } from '../../../shared/registers/keys.row';
import type { HandlersFor } from '../handlers';

/** Keys while a field is typed: by the beginning of the number or part of the label; those at hand first. */

type Ops = HandlersFor<'keys'>;

const SHOWN = 8;
/** The order in which keys are offered: what can be given out comes first. */
const RANK: Record<KeyState, number> = {
  inStock: 0,
  sealed: 1,
  out: 2,
  damaged: 3,
  lost: 4,
  retired: 5,
  voided: 6,
};

export const suggest: Ops['suggest'] = async ({ typed, states }, { db }) => {
  let query = db
    .selectFrom('keys')
    .leftJoin('units', 'units.id', 'keys.unitId')
    .select(['keys.id', 'keyNo', 'label', 'keys.state', 'units.code as unitCode'])
    .where('keys.state', 'in', states?.length ? states : ['inStock', 'sealed', 'out', 'damaged', 'lost']);
  if (typed)
    query = query.where(({ eb, fn, val }) =>
      eb.or([
        eb(fn<number>('instr', [fn('upper', ['keyNo']), val(typed.toUpperCase())]), '=', 1),
        eb(fn<number>('instr', ['label', val(typed)]), '>', 0),
        eb(fn<number>('instr', ['units.code', val(typed)]), '=', 1),
      ]),
    );
  const rows = await query.orderBy('keyNo').limit(200).execute();
  return rows
    .sort((a, b) => RANK[a.state] - RANK[b.state])
    .slice(0, SHOWN)
    .map((row) => ({ ...row, value: row.keyNo, hint: row.label }));
};
