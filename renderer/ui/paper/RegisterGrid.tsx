import type { PrintColumn, PrintJob, PrintRow, RegisterPage } from '../../../shared/print/forms';
import { columnEm } from '../../../shared/print/paginate';
import type { RegisterSheet } from '../../../shared/print/sheet';
import { wordingOf } from '../../../shared/print/words';
import { Diagonal } from './Diagonal';
import { Heading } from './Heading';
import { mm } from './Sheet';
import { StrikeCell } from './StrikeCell';

interface RegisterGridProps {
  columns: readonly PrintColumn[];
  page: RegisterPage;
  sheet: RegisterSheet;
  job: Pick<PrintJob, 'lang' | 'blank'> & { span?: 'month' | 'now' };
}

/** The grid of one register page. Every height comes from the data, so a row that fits the plan fits the paper. */
export function RegisterGrid({ columns, page, sheet, job }: RegisterGridProps) {
  const { lang, blank } = job;
  const { t } = wordingOf(lang);
  const { sums, rows, blankRows, blankMm } = page;
  const counted = columns.findIndex((column) => column.sum);
  const empty = Array.from({ length: blankRows }, (_, index) => `blank ${index}`);
  const tops = topsOf(rows, sheet.columnsMm + sheet.sumsMm.above);
  return (
    <div className="paper-grid">
      <table>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: mm(column.mm) }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: mm(sheet.columnsMm) }}>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <Heading label={column.label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.sumsMm.above > 0 ? (
            <tr className="paper-sums" style={{ height: mm(sheet.sumsMm.above) }}>
              <td colSpan={counted}>{t('print:sum.brought')}</td>
              <td>{sums && page.no > 1 ? sums.brought : ''}</td>
              <td colSpan={columns.length - counted - 1} />
            </tr>
          ) : null}
          {rows.map((row) => (
            <Line
              key={`${row.lineNo}${row.continued}`}
              row={row}
              columns={columns}
              sheet={sheet}
              lang={lang}
            />
          ))}
          {empty.map((key) => (
            <tr key={key} style={{ height: mm(blankMm) }}>
              {columns.map((column) => (
                <td key={column.key} />
              ))}
            </tr>
          ))}
          {sheet.sumsMm.below > 0 ? (
            <tr className="paper-sums" style={{ height: mm(sheet.sumsMm.below) }}>
              <td colSpan={counted}>{t('print:sum.page')}</td>
              <td>{sums?.page ?? ''}</td>
              <td colSpan={columns.length - counted - 1} className="paper-carried">
                {t('print:sum.carried')}
                <b>{sums?.carried ?? ''}</b>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {rows.map((row, index) =>
        row.voided || row.redLine ? (
          <div
            key={`${row.lineNo}${row.continued}`}
            className={row.voided ? 'paper-voided' : 'paper-red-line'}
            style={{ top: mm(tops[index] ?? 0), height: mm(row.heightMm) }}
          >
            {row.voided ? <b>{t('print:mark.void')}</b> : null}
          </div>
        ) : null,
      )}
      {blankRows > 0 && !blank ? (
        <Diagonal
          topMm={tops[rows.length] ?? 0}
          heightMm={blankRows * blankMm}
          label={t(rows.length > 0 ? 'print:mark.blankBelow' : `print:mark.${emptyOf(job)}`)}
        />
      ) : null}
    </div>
  );
}

interface LineProps {
  row: PrintRow;
  columns: readonly PrintColumn[];
  sheet: RegisterSheet;
  lang: 'zh-CN' | 'en';
}

function Line({ row, columns, sheet, lang }: LineProps) {
  const { t } = wordingOf(lang);
  const tag = row.continued ? t('print:mark.continued') : row.late ? t('print:mark.late') : null;
  return (
    <tr style={{ height: mm(row.heightMm), fontSize: `${row.pt}pt` }} data-line={row.lineNo}>
      {columns.map((column, index) => (
        <td key={column.key}>
          {/* The cell's box has the row's height: text that does not fit is seen by the check of the print page. */}
          <div
            className={`paper-cell paper-${row.cells[index]?.text === '/' ? 'center' : column.align}${column.sign ? ' paper-sign' : ''}`}
            style={{ height: mm(row.heightMm - 0.3) }}
            data-cell={`${row.lineNo} ${column.key}`}
          >
            <div className="paper-text">
              <StrikeCell cell={row.cells[index] ?? { text: '' }} widthEm={columnEm(column, sheet, row.pt)} />
              {index === 0 && tag ? <em>{tag}</em> : null}
            </div>
          </div>
        </td>
      ))}
    </tr>
  );
}

/** Where each row begins below the top of the grid, and where the last one ends. */
function topsOf(rows: readonly PrintRow[], first: number): number[] {
  const tops = [first];
  for (const row of rows) tops.push((tops.at(-1) ?? first) + row.heightMm);
  return tops;
}

/** 本月无记录 in a book, 无记录 in a list of what is so now. */
const emptyOf = ({ span }: RegisterGridProps['job']): string => (span === 'now' ? 'emptyNow' : 'empty');
