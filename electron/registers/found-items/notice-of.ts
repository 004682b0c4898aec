import { dayOf } from '../../../shared/dates';
import type { NoticeJob, PrintColumn } from '../../../shared/print/forms';
import { paperText } from '../../../shared/print/measure';
import { pageCodeOf } from '../../../shared/print/page-code';
import { Paginator } from '../../../shared/print/paginate';
import { sheetOf } from '../../../shared/print/sheet';
import { FOUND_ITEM_OPEN, type FoundItemLine } from '../../../shared/registers/found-items.row';
import { Refusal } from '../../../shared/result';
import type { FoundItemsTable } from '../../db/tables';
import { copyNo } from '../../papers/copies';
import { breathe, type Desk, SLICE } from '../../papers/desk';
import { bookRef, type Paper } from '../../papers/paper';
import { foundItemLines, monthLines } from './lines';

/**
 * 招领启事: a public sheet. Category, public features, place and day only: never a name, a phone, the item's own words or
 * what only the owner can know (domain.md §6.4, desk-practice.md §2.1).
 */

const COLUMNS = [
  { key: 'serialNo', mm: 34, align: 'center' },
  { key: 'what', mm: 66, align: 'left' },
  { key: 'where', mm: 44, align: 'left' },
  { key: 'on', mm: 26, align: 'center' },
] as const;

type Body = Pick<
  NoticeJob,
  'family' | 'form' | 'columns' | 'pages' | 'intro' | 'contact' | 'on' | 'of' | 'copy'
>;

/** The paper of the notice: one entry, those of a month, or all that is open. */
export const notice: Paper<'notice'> = {
  form: 'notice',
  family: 'notice',
  needs: 'any',
  permit: 'foundItems.print',
  title: 'print:title.notice',
  public: true,
  prepare: noticeOf,
};

async function noticeOf(desk: Desk): Promise<Body> {
  const { request, settings, now } = desk;
  const { t } = desk.wording;
  const sheet = sheetOf('notice', request.lang);
  const columns: PrintColumn[] = COLUMNS.map((column) => ({
    ...column,
    label: t(`print:notice.${column.key}`),
    sign: false,
  }));
  const pages = new Paginator({
    columns,
    sheet,
    sums: false,
    year: { start: 1, limit: null },
    scanCode: (no) => pageCodeOf('notice', request.month ?? null, no),
    blank: request.blank,
  });
  let lineNo = 0;
  if (!request.blank) {
    for await (const lines of openItems(desk)) {
      for (const line of lines) {
        lineNo += 1;
        pages.add({ lineNo, cells: cells(line, desk), voided: false, late: false, redLine: false, count: 0 });
      }
    }
    if (lineNo === 0) throw new Refusal('prints.nothing');
  }
  const cut = pages.finish();
  const [year = '', month = '', day = ''] = dayOf(now).split('-');
  return {
    family: 'notice',
    form: 'notice',
    columns,
    pages: cut,
    intro: t('print:notice.intro'),
    contact: t('print:notice.contact', {
      project: settings.office.project,
      department: settings.office.department,
    }),
    on: request.blank ? t('print:notice.dayBlank') : t('print:notice.day', { year, month, day }),
    of: cut.length,
    copy: request.blank
      ? 1
      : await copyNo(desk.db, 'notice', bookRef(request, notice) ?? request.entryId ?? ''),
  };
}

const cells = (line: FoundItemLine, desk: Desk) =>
  [
    line.serialNo,
    [desk.category(line.category), line.publicFeatures].filter(Boolean).join(' '),
    line.foundPlace,
    dayOf(line.foundAt),
  ].map((text) => ({ text: paperText(text) || '/' }));

/** Items still in the office: one entry, those of a month, or all, by the day they were found. */
async function* openItems(desk: Desk): AsyncGenerator<FoundItemLine[]> {
  const { db, request, settings } = desk;
  const open = (line: FoundItemLine): boolean => FOUND_ITEM_OPEN.includes(line.state);
  if (request.entryId) {
    yield (await foundItemLines(db, [request.entryId], settings)).filter(open);
    return;
  }
  if (request.month) {
    let after: string | null = null;
    for (;;) {
      const lines: FoundItemLine[] = await monthLines(db, request.month, after, SLICE, settings);
      yield lines.filter(open);
      if (lines.length < SLICE) return;
      after = lines.at(-1)?.serialNo ?? null;
      await breathe();
    }
  }
  let after = { foundAt: '', id: '' };
  for (;;) {
    const rows: Pick<FoundItemsTable, 'id' | 'foundAt'>[] = await db
      .selectFrom('found_items')
      .select(['id', 'foundAt'])
      .where('state', 'in', FOUND_ITEM_OPEN)
      .where((eb) => eb(eb.refTuple('foundAt', 'id'), '>', eb.tuple(after.foundAt, after.id)))
      .orderBy('foundAt')
      .orderBy('id')
      .limit(SLICE)
      .execute();
    yield await foundItemLines(
      db,
      rows.map((row) => row.id),
      settings,
    );
    const last = rows.at(-1);
    if (rows.length < SLICE || !last) return;
    after = last;
    await breathe();
  }
}
