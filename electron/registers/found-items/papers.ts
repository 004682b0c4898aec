import type { Column } from '../../../shared/columns';
import { monthSpan } from '../../../shared/dates';
import {
  FOUND_CLAIM_COLUMNS,
  FOUND_ITEM_COLUMNS,
  FOUND_MONTHLY_COLUMNS,
} from '../../../shared/registers/found-items.columns';
import { FOUND_ITEM_OUTCOMES, type FoundItemLine } from '../../../shared/registers/found-items.row';
import type { ReadDb } from '../../db/context';
import { bookPaper, type Tally } from '../../papers/book';
import type { AwaitsHand } from '../../papers/cells';
import { type Desk, SLICE } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { slipPaper } from '../../papers/slip';
import { stretches } from '../../papers/stretches';
import { labelOf } from './label-of';
import { foundItemLines, monthLines } from './lines';
import { receiptOf } from './receipt';
import { isPerishable } from './retention';

/** The papers of found items (domain.md §3.1): F01 the register, F02 the receipt, F03 the monthly report, F04 the claim record, the bag label. */

const permit = 'foundItems.print';

/** Cells of an item still in the office that its end will fill. */
const STILL_TO_COME = new Set(['notified', 'outcome', 'outcomeOn']);

const awaitsHand: AwaitsHand<FoundItemLine> = (column: Column<FoundItemLine>, line) =>
  line.outcome === null && (column.kind === 'signature' || STILL_TO_COME.has(column.key));

/** Disposed food: a red line through the entry (domain.md §3.0, desk-practice.md §3.1). */
const perishedRed = (line: FoundItemLine, { settings }: Desk): boolean =>
  line.outcome === 'disposed' && isPerishable(settings.categories.find((c) => c.code === line.category));

/** The month's numbers in order, voided ones too. */
const register = ({ db, settings }: Desk, month: string): AsyncGenerator<FoundItemLine[]> =>
  stretches<FoundItemLine>((after) => monthLines(db, month, after?.serialNo ?? null, SLICE, settings));

const linesOf = ({ db, settings }: Desk, ids: readonly string[]): Promise<FoundItemLine[]> =>
  foundItemLines(db, ids, settings);

const shared = { permit, awaitsHand, redLine: perishedRed } as const;

export const F01 = bookPaper({
  ...shared,
  form: 'F01',
  needs: 'month',
  columns: FOUND_ITEM_COLUMNS,
  lines: register,
  foot: 'print:foot.F01',
  signers: ['print:signer.recorder', 'print:signer.checker', 'print:signer.archivedOn'],
});

export const F02 = slipPaper({
  form: 'F02',
  permit,
  size: 'a5',
  linesOf,
  month: register,
  slipOf: receiptOf,
});

export const F03 = bookPaper({
  ...shared,
  form: 'F03',
  needs: 'month',
  columns: FOUND_MONTHLY_COLUMNS,
  lines: register,
  signers: ['print:signer.compiler', 'print:signer.reviewer'],
  tallyTitle: 'print:total.title',
  tally: (desk) => new Outcomes(desk),
});

export const F04 = bookPaper({
  ...shared,
  form: 'F04',
  needs: 'month',
  columns: FOUND_CLAIM_COLUMNS,
  lines: claims,
  countOf: claimCount,
  foot: 'print:foot.F04',
  signers: ['print:signer.handler', 'print:signer.checker', 'print:signer.archivedOn'],
});

export const label = labelPaper({
  form: 'label',
  permit,
  size: 'bag',
  linesOf,
  month: register,
  // Of a month only what is still in the office.
  inMonth: (line) => line.outcome === null,
  labelOf,
});

/** Items claimed by their owners in the month, in the order they were handed out. */
function claims({ db, settings }: Desk, month: string): AsyncGenerator<FoundItemLine[]> {
  const { from, to } = monthSpan(month);
  return stretches<FoundItemLine>(async (after) => {
    const rows = await db
      .selectFrom('found_items')
      .select('id')
      .where('outcome', '=', 'claimed')
      .where('closedAt', '<', to)
      .where((eb) =>
        eb(eb.refTuple('closedAt', 'id'), '>', eb.tuple(after?.closedAt ?? from, after?.id ?? '')),
      )
      .orderBy('closedAt')
      .orderBy('id')
      .limit(SLICE)
      .execute();
    return foundItemLines(
      db,
      rows.map((row) => row.id),
      settings,
    );
  });
}

/** Claims are counted by their day, not by the number of the item. */
export async function claimCount(db: ReadDb, month: string): Promise<number> {
  const { from, to } = monthSpan(month);
  const row = await db
    .selectFrom('found_items')
    .where('outcome', '=', 'claimed')
    .where('closedAt', '>=', from)
    .where('closedAt', '<', to)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Counts of F03: lines, pieces, outcomes. */
class Outcomes implements Tally<FoundItemLine> {
  readonly #t: Desk['wording']['t'];
  #lines = 0;
  #quantity = 0;
  readonly #by = new Map<string, number>();

  constructor({ wording }: Desk) {
    this.#t = wording.t;
  }

  add(line: FoundItemLine): void {
    this.#lines += 1;
    const key = line.state === 'voided' ? 'voided' : (line.outcome ?? 'open');
    this.#by.set(key, (this.#by.get(key) ?? 0) + 1);
    if (key !== 'voided') this.#quantity += line.quantity;
  }

  shown(): { label: string; value: string }[] {
    const t = this.#t;
    return [
      { label: t('print:total.lines'), value: t('print:total.lineCount', { n: this.#lines }) },
      { label: t('print:total.quantity'), value: t('print:total.items', { n: this.#quantity }) },
      ...[...FOUND_ITEM_OUTCOMES, 'open', 'voided'].map((key) => ({
        label: t(`print:total.${key}`),
        value: t('print:total.lineCount', { n: this.#by.get(key) ?? 0 }),
      })),
    ];
  }
}
