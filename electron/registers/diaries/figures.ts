import { addDays, instantOf } from '../../../shared/dates';
import type { DiaryFigure, DiarySection } from '../../../shared/registers/steward-diaries.row';
import type { ReadDb } from '../../db/context';
import { workOf } from '../../entries/book-work';

/** What the registers know of a steward's day: acts counted by book, calls and callers by what they were about. */

/** In which section of F21 a book's acts stand; a book that is not named here stands below all of them. */
const SECTION: Readonly<Record<string, DiarySection>> = {
  visits: 'corridors',
  foundItems: 'corridors',
  accessCards: 'fitOut',
  releaseRequests: 'fitOut',
  goodsReleases: 'fitOut',
  moveNotices: 'fitOut',
  disclosures: 'visits',
  parties: 'visits',
  units: 'vacant',
  keyLoans: 'vacant',
  keyMandates: 'vacant',
};
/** What a caller wanted; calls have their section by that and are not counted by act. */
const CALLS: readonly (readonly [kind: string, section: DiarySection])[] = [
  ['question', 'visits'],
  ['help', 'visits'],
  ['praise', 'suggestions'],
  ['suggestion', 'suggestions'],
  ['complaint', 'suggestions'],
  ['repair', 'repairs'],
];

/** The figures of a steward's day as the registers stand now. */
export async function figuresOf(db: ReadDb, stewardId: string, dayOn: string): Promise<DiaryFigure[]> {
  const span = { fromAt: instantOf(dayOn), toAt: instantOf(addDays(dayOn, 1)) };
  const acts = await workOf(db, { people: [stewardId], ...span });
  const calls = await db
    .selectFrom('contact_logs')
    .select(['kind', (eb) => eb.fn.countAll<number>().as('n')])
    .where('recorderId', '=', stewardId)
    .where('happenedAt', '>=', span.fromAt)
    .where('happenedAt', '<', span.toAt)
    .where('state', '<>', 'voided')
    .groupBy('kind')
    .execute();
  return [
    ...CALLS.flatMap(([kind, section]) => {
      const count = Number(calls.find((one) => one.kind === kind)?.n ?? 0);
      return count === 0
        ? []
        : [{ section, book: 'contacts:book.contactLogs', label: `contacts:kind.${kind}`, count }];
    }),
    ...acts
      .filter(({ register }) => register !== 'contactLogs')
      .map(({ register, book, label, count }) => ({
        section: SECTION[register] ?? null,
        book,
        label,
        count,
      })),
  ];
}
