import { type RefObject, useMemo } from 'react';
import { LOST_REPORT_STATES, type LostReportLine } from '../../../shared/registers/lost-reports';
import { LOST_REPORT_COLUMNS } from '../../../shared/registers/lost-reports.columns';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { EmptyState } from '../../ui/EmptyState';
import { RegisterTable } from '../../ui/RegisterTable';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { BookFilters } from './BookFilters';
import { ExportMenu } from './BookMenus';
import type { Desk } from './desk';
import { type BookFilter, NO_FILTER, reportFilter } from './filters';
import { QuickAddReport } from './QuickAddReport';
import { cellStrikes } from './strikes';
import { REPORT_TONES } from './tones';

interface ReportsBookProps {
  desk: Desk;
  filter: BookFilter;
  onFilter: (filter: BookFilter) => void;
  onOpen: (id: string) => void;
  strip: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** 报失登记 (S02): the other side of the found-item register. */
export function ReportsBook({ desk, filter, onFilter, onOpen, strip, onBack }: ReportsBookProps) {
  const words = useWords();
  const { t } = words;
  const asked = reportFilter(filter);
  const list = useOpPages('lostReports.list', { filter: asked, limit: 100 });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const [first] = list.data?.pages ?? [];
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const states = LOST_REPORT_STATES.map((state) => ({
    value: state,
    label: t(`found-items:lostState.${state}`),
  }));
  return (
    <>
      {desk.may('foundItems.register') ? (
        <QuickAddReport desk={desk} place={strip} onBack={onBack} onMatch={onOpen} />
      ) : null}
      <ErrorLine error={list.error?.error} />
      <RegisterTable<LostReportLine>
        register="lostReports"
        label={t('found-items:screen.book.lostReports')}
        columns={LOST_REPORT_COLUMNS}
        render={RENDER}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        struck={(row, column) => cellStrikes(row, column, words)}
        voided={(row) => row.state === 'voided'}
        onMore={() => {
          if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
        }}
        {...(first ? { total: { count: first.total, more: first.more } } : {})}
        loading={list.isPending}
        filters={
          <BookFilters desk={desk} states={states} byPerson={false} value={filter} onChange={onFilter} />
        }
        actions={desk.may('foundItems.export') ? <ExportMenu register="lostReports" filter={asked} /> : null}
        empty={
          filtered ? (
            <EmptyState what={t('found-items:empty.filtered')} />
          ) : (
            <EmptyState
              what={t('found-items:empty.lostReports')}
              shortcut={{ keys: 'N', does: t('found-items:empty.lostReportsKey') }}
              rule={t('found-items:empty.lostReportsRule')}
            />
          )
        }
      />
    </>
  );
}

function ReportState({ row }: { row: LostReportLine }) {
  const { t } = useWords();
  return (
    <span className="state-cell">
      <span className="number">{row.serialNo}</span>
      <StateMark word={t(`found-items:lostState.${row.state}`)} tone={REPORT_TONES[row.state]} />
    </span>
  );
}

const RENDER = { serialNo: (row: LostReportLine) => <ReportState row={row} /> };
