import { sql } from 'kysely';
import { yuan } from '../../../shared/money';
import {
  type CustomBookLine,
  type CustomColumn,
  FOOT_SIGNERS,
  hasValue,
  nameIn,
} from '../../../shared/registers/custom-books.row';
import type { CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import { columnsOf, valueIn } from '../../../shared/registers/custom-values';
import type { CustomEntriesTable } from '../../db/tables';
import { serialSpan } from '../../entries/months';
import { bookOf, saying, type Tally } from '../../papers/book';
import { type Desk, SLICE } from '../../papers/desk';
import type { Paper } from '../../papers/paper';
import { stretches } from '../../papers/stretches';
import { bookBy } from './books';
import { toLines } from './lines';

/** The month book of an own book, drawn from its definition. An empty sheet without a book has a few plain columns. */

const plain = (
  slot: CustomColumn['slot'],
  kind: CustomColumn['kind'],
  zh: string,
  en: string,
): CustomColumn => ({
  slot,
  kind,
  zh,
  en,
  choices: [],
  required: false,
  hidden: false,
});
/** A sheet for what has no book yet. */
const SHEET: Pick<CustomBookLine, 'columns' | 'flow' | 'signers' | 'foot'> = {
  flow: 'record',
  columns: [
    plain('v01', 'day', '日期', 'Date'),
    plain('v02', 'longText', '内容', 'What'),
    plain('p01', 'person', '姓名', 'Name'),
    plain('s01', 'signature', '签名', 'Signature'),
    plain('v03', 'longText', '备注', 'Remarks'),
  ],
  signers: [...FOOT_SIGNERS],
  foot: null,
};

const definition = async ({ db, request }: Desk): Promise<CustomBookLine | null> =>
  request.entryId ? bookBy(db, request.entryId) : null;

/** Sums of counted and money columns, at the foot of every page. */
function tallyOf(columns: readonly CustomColumn[], { wording: { lang } }: Desk): Tally<CustomEntryLine> {
  const summed = columns
    .filter((one) => !one.hidden && (one.kind === 'money' || one.kind === 'count'))
    .filter(hasValue);
  const sums = summed.map(() => 0);
  return {
    add(line) {
      if (line.state === 'voided') return;
      for (const [i, column] of summed.entries()) sums[i]! += Number(line[column.slot] ?? 0);
    },
    shown: () =>
      summed.map((column, i) => ({
        label: nameIn(lang, column),
        value: column.kind === 'money' ? yuan(sums[i]!) : String(sums[i]),
      })),
  };
}

/** Lines of one book in a month, by number; voided ones too. */
const linesOf = (bookId: string) => (desk: Desk, month: string) =>
  stretches<CustomEntryLine>(async (after) => {
    const { from, to } = serialSpan('customEntries', month);
    const last = after?.serialNo ?? from;
    const { rows } = await sql<CustomEntriesTable>`select * from custom_entries
      where bookId = ${bookId} and serialNo > ${from} and serialNo < ${to}
        and (length(serialNo), serialNo) > (${after ? last.length : 0}, ${last})
      order by length(serialNo), serialNo limit ${sql.lit(SLICE)}`.execute(desk.db);
    return toLines(desk.db, rows, desk.settings);
  });

const SIGNER = {
  recorder: 'print:signer.recorder',
  checker: 'print:signer.checker',
  approver: 'custom-books:signer.approver',
} as const;

export const customBook: Paper<'customBook'> = {
  form: 'customBook',
  family: 'register',
  needs: 'ownBook',
  permit: 'customEntries.print',
  title: 'print:title.customBook',
  public: false,
  async headOf(desk) {
    const book = await definition(desk);
    if (!book) return {};
    return {
      title: nameIn(desk.wording.lang, book),
      formCode: book.code,
      formVersion: `A/${book.revision}`,
    };
  },
  async prepare(desk) {
    const { lang, t } = desk.wording;
    const book = await definition(desk);
    const { columns, flow, signers, foot } = book ?? SHEET;
    const kindOf = new Map<string, CustomColumn['kind']>(columns.map((column) => [column.slot, column.kind]));
    const body = await bookOf<'customBook', CustomEntryLine>(
      {
        form: 'customBook',
        needs: 'month',
        ...(book ? { own: book.id } : {}),
        columns: columnsOf({ columns, flow }, (own) => nameIn(lang, own)),
        lines: linesOf(book?.id ?? ''),
        signers: signers.map((signer) => SIGNER[signer]),
        tallyTitle: 'custom-books:foot.sums',
        tally: () => tallyOf(columns, desk),
        countOf: async (db, month) => {
          const { from, to } = serialSpan('customEntries', month);
          const counted = await db
            .selectFrom('custom_entries')
            .select((eb) => eb.fn.countAll<number>().as('n'))
            .where('bookId', '=', book?.id ?? '')
            .where('serialNo', '>', from)
            .where('serialNo', '<', to)
            .executeTakeFirstOrThrow();
          return counted.n;
        },
      },
      saying(desk, (field, value) => {
        const kind = kindOf.get(field);
        return kind ? valueIn(kind, value) : null;
      }),
    );
    const keep = book?.keepYears
      ? t('custom-books:foot.keepYears', { years: book.keepYears })
      : t('custom-books:foot.keepAlways');
    return { ...body, footNote: book ? t('custom-books:foot.note', { keep, foot: foot ?? '' }) : '' };
  },
};
