import type { Wording } from '../columns';
import { addDays, dayTimeOf, instantOf } from '../dates';
import { yuan } from '../money';
import type { CountLine, HandoverLine, HandoverSheet, ShiftSheet } from './handovers.row';
import type { Matter, Thing } from './obligations';

/** Words of a sheet, the same on screen, on paper and in exports. */

type T = Wording['t'];
const NS = 'handovers:';

/** `钥匙柜 A 总台钥匙柜`, `对讲机`. */
export const thingName = (thing: Pick<Thing, 'label' | 'values'>, t: T): string =>
  t(thing.label, thing.values).trim();

/** How many of a thing in its own measure; null: nobody said. */
export const amountOf = (measure: Thing['measure'], amount: number | null, t: T): string => {
  if (amount === null) return '';
  return measure === 'cents' ? t(`${NS}screen.yuan`, { yuan: yuan(amount) }) : String(amount);
};

/** What was counted: a number, an amount, a range. */
export const countedOf = (thing: Thing, line: CountLine | undefined, t: T): string =>
  thing.measure === 'range' ? (line?.text ?? '') : amountOf(thing.measure, line?.counted ?? null, t);

/** Expected against counted; a thing nobody can expect a number of never differs. */
export const countDiffers = (thing: Thing, line: CountLine | undefined): boolean =>
  thing.expected !== null && line !== undefined && line.counted !== thing.expected;

/** The remark of a count: what was missing, and why. */
export const countNote = (line: CountLine | undefined, t: T): string =>
  [
    line &&
      line.missing.length > 0 &&
      t(`${NS}screen.missing`, { list: line.missing.join(t(`${NS}mark.list`)) }),
    line?.note,
  ]
    .filter(Boolean)
    .join(t(`${NS}mark.comma`));

/** 本班工作情况, book by book: `钥匙借还: 发放钥匙 3、归还 1`. */
export function workTexts({ work }: Pick<ShiftSheet, 'work'>, t: T): string[] {
  const books = [...new Set(work.map(({ book }) => book))];
  return books.map((book) => {
    const acts = work.filter((one) => one.book === book).map(({ label, count }) => `${t(label)} ${count}`);
    return `${t(book)}: ${acts.join(t(`${NS}mark.list`))}`;
  });
}

/** When a matter is due: a day as it is, an instant by the office's clock. */
export const dueText = ({ dueAt }: Pick<Matter, 'dueAt'>): string =>
  dueAt === null ? '' : dueAt.length === 10 ? dueAt : dayTimeOf(dueAt);

/** Day or instant something waits since. */
export const sinceText = ({ since }: Pick<Matter, 'since'>): string =>
  since.length === 10 ? since : dayTimeOf(since);

/** End of the day or the instant itself: sorts matters by their time. */
export const dueInstant = ({ dueAt }: Pick<Matter, 'dueAt'>): string | null =>
  dueAt?.length === 10 ? instantOf(addDays(dueAt, 1)) : dueAt;

/** Name of the shift in the language of the reader. */
export const shiftName = (row: Pick<HandoverLine, 'shiftZh' | 'shiftEn'>, lang: Wording['lang']): string =>
  lang === 'en' ? row.shiftEn : row.shiftZh;

/** 审阅: who and when; marked when the day was over (K17). */
export const reviewText = (
  row: Pick<HandoverLine, 'reviewedByName' | 'reviewedAt' | 'reviewedInTime'>,
  t: T,
) =>
  [
    row.reviewedByName,
    row.reviewedAt && dayTimeOf(row.reviewedAt),
    row.reviewedInTime === false && t(`${NS}mark.lateReview`),
  ]
    .filter(Boolean)
    .join(' ');

/** The checks as one line: `电话 正常；打印机 不正常 卡纸`. The desk itself is named by its own word. */
export const checksText = ({ checks }: Pick<HandoverSheet, 'checks'>, t: T): string =>
  checks
    .map(({ name, ok, note }) =>
      [checkName(name, t), t(`${NS}slip.${ok ? 'ok' : 'notOk'}`), note].filter(Boolean).join(' '),
    )
    .join(t(`${NS}mark.comma`));

/** 工作台整洁, or the equipment's own name. */
export const checkName = (name: string, t: T): string => (name === DESK_CHECK ? t(`${NS}check.desk`) : name);

/** The desk itself stands among the checks of the equipment under this name. */
export const DESK_CHECK = 'desk';
