import { sql } from 'kysely';
import { dayTimeOf } from '../../../shared/dates';
import { hookText, KEY_COLUMNS } from '../../../shared/registers/keys.columns';
import type { KeyLine } from '../../../shared/registers/keys.row';
import type { KeysTable } from '../../db/tables';
import { bookPaper, type Said } from '../../papers/book';
import { type Desk, SLICE } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { stretches } from '../../papers/stretches';
import { keyLines, toKeyLines } from './lines';

/** The papers of the inventory: F05 by cabinet and hook as of now, the tag of a key, the strip over a bag's mouth (F06). */

const said: Said = (field, value, { wording }) =>
  field === 'category' || field === 'risk' ? wording.t(`keys:${field}.${value}`) : null;

/** Keys in keep, by cabinet and hook; a stretch begins after the last hook of the one before. */
async function byCabinet({ db, now }: Desk, after: KeyLine | null): Promise<KeyLine[]> {
  const start = after
    ? sql`and (cabinets.code, keys.hookNo) > (${after.cabinetCode}, ${after.hookNo})`
    : sql``;
  const { rows } = await sql<KeysTable>`select keys.* from keys join cabinets on cabinets.id = keys.cabinetId
    where keys.state not in ('retired', 'voided') ${start}
    order by cabinets.code, keys.hookNo limit ${sql.lit(SLICE)}`.execute(db);
  return toKeyLines(db, rows, now);
}

export const F05 = bookPaper<'F05', KeyLine>({
  form: 'F05',
  permit: 'keys.print',
  needs: 'now',
  columns: KEY_COLUMNS,
  lines: (desk) => stretches<KeyLine>((after) => byCabinet(desk, after)),
  signers: ['keys:signer.keeper', 'keys:signer.supervisor', 'keys:signer.stocktakeOn'],
  said,
});

/**
 * The tag on a key. Whoever finds it must not learn what it opens (desk-practice.md §2.2): the number, the hook it belongs
 * on and how many pieces hang together; no name, no unit, no area.
 */
export const keyLabel = labelPaper<'keyLabel', KeyLine>({
  form: 'keyLabel',
  permit: 'keys.print',
  size: 'tag',
  linesOf: ({ db, now }, ids) => keyLines(db, ids, now),
  labelOf: (line, { wording }) => ({
    title: line?.keyNo ?? '',
    lines: line ? [hookText(line), wording.t('keys:mark.pieces', { n: line.pieces })] : [],
  }),
});

/** The strip over the mouth of a sealed bag, signed by both sealers. A key that is not sealed has none. */
export const sealStrip = labelPaper<'sealStrip', KeyLine>({
  form: 'sealStrip',
  permit: 'keys.print',
  size: 'seal',
  linesOf: async ({ db, now }, ids) =>
    (await keyLines(db, ids, now)).filter((line) => line.state === 'sealed'),
  labelOf: (line, { wording: { t } }) => ({
    title: t('keys:seal.title', { no: line?.sealBagNo ?? '' }),
    lines: line
      ? [
          t('keys:seal.key', { name: line.label, keyNo: line.keyNo, n: line.pieces }),
          t('keys:seal.at', { at: line.sealedAt ? dayTimeOf(line.sealedAt) : '' }),
          t('keys:seal.reason', { reason: line.sealReason ?? '' }),
        ]
      : [],
    signers: [t('keys:seal.supervisor'), t('keys:seal.clerk')],
  }),
});
