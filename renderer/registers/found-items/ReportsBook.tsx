import type { Input } from '../../../shared/api';
import { LOST_REPORT_STATES, type LostReportLine } from '../../../shared/registers/lost-reports';
import { LOST_REPORT_COLUMNS } from '../../../shared/registers/lost-reports.columns';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { categoryName, LOST_REPORTS } from './books';
import { QuickAddReport } from './QuickAddReport';
import { REPORT_TONES } from './tones';

/** 报失登记 (S02): the other side of the found-item register. */
export function ReportsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t, lang } = useWords();
  const { categories } = desk.settings;
  const codes = categories.map((c) => c.code);
  const asked: Input<'lostReports.list'>['filter'] = {
    states: ticked(filter.states, LOST_REPORT_STATES),
    categories: ticked(filter.picks.categories, codes),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('lostReports.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('foundItems.register') ? (
        <QuickAddReport desk={desk} place={strip} onBack={onBack} onMatch={onOpen} />
      ) : null}
      <BookList<LostReportLine>
        book={LOST_REPORTS}
        desk={desk}
        list={list}
        columns={LOST_REPORT_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: LOST_REPORT_STATES,
          selects: [
            {
              name: 'categories',
              label: t(fieldLabel(LOST_REPORTS, 'category')),
              choices: codes.map((code) => ({ value: code, label: categoryName(categories, code, lang) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'foundItems.export', register: 'lostReports', filter: asked }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: LostReportLine) => (
    <StateCell book={LOST_REPORTS} row={row} tone={REPORT_TONES[row.state]} />
  ),
};
