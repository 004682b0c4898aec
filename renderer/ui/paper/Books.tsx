import type { RegisterJob, RegisterPage } from '../../../shared/print/forms';
import { gridMm, sheetOf } from '../../../shared/print/sheet';
import { wordingOf } from '../../../shared/print/words';
import { type About, AboutLine } from './AboutLine';
import { FormHead } from './FormHead';
import { MachineLine } from './MachineLine';
import { RegisterGrid } from './RegisterGrid';
import { mm, Sheet } from './Sheet';
import { SignLine } from './SignLine';

/** Pages of a bound month book, or of a list as of now, A4 landscape: F01, F09, F16, F05 … */
export function Books({ job }: { job: RegisterJob }) {
  return job.pages.map((page) => <BookPage key={page.no} job={job} page={page} />);
}

function BookPage({ job, page }: { job: RegisterJob; page: RegisterPage }) {
  const { t } = wordingOf(job.lang);
  const { head, blank, lang } = job;
  const sheet = sheetOf(job.form, lang);
  return (
    <Sheet
      kind="register"
      widthMm={sheet.widthMm}
      heightMm={sheet.heightMm}
      lang={lang}
      label={t('print:mark.sheet', { title: head.title, no: page.no })}
      vars={{
        '--margin': [sheet.margin.top, sheet.margin.right, sheet.margin.bottom, sheet.margin.left]
          .map(mm)
          .join(' '),
        '--head': mm(sheet.headMm),
        '--foot': mm(sheet.footMm),
        '--line': String(sheet.lineRatio),
        '--pad-x': mm(sheet.padXMm / 2 - 0.1),
        '--heads': `${sheet.headPt[lang]}pt`,
      }}
    >
      <div className="paper-binding" aria-hidden="true">
        {t('print:mark.binding')}
      </div>
      <FormHead job={job} no={page.no} of={job.of} />
      <AboutLine
        widthMm={gridMm(sheet)}
        facts={[
          { label: t('print:head.project'), value: blank ? '' : head.project, hand: blank },
          { label: t('print:head.department'), value: blank ? '' : head.department, hand: blank },
          ...spanOf(job, page),
        ]}
      />
      <RegisterGrid columns={job.columns} page={page} sheet={sheet} job={job} />
      <div className="paper-foot">
        {job.totals.length > 0 ? <Totals job={job} /> : null}
        {job.footNote ? <p>{job.footNote}</p> : null}
        <SignLine labels={job.signers} />
      </div>
      <MachineLine job={job} scanCode={page.scanCode} copy={job.copy} />
    </Sheet>
  );
}

function Totals({ job }: { job: RegisterJob }) {
  return (
    <dl className="paper-totals">
      <dt>{job.totalsTitle}</dt>
      {job.totals.map((total) => (
        <dd key={total.label}>
          {total.label} <b>{total.value}</b>
        </dd>
      ))}
    </dl>
  );
}

/** A month and its page of the year, or the moment a list was true; room for a hand on blank sheets. */
function spanOf({ head, lang, span, blank, printedAt }: RegisterJob, page: RegisterPage): About[] {
  const { t } = wordingOf(lang);
  const says = (value: string): About => ({ label: '', value });
  if (span === 'now') {
    return [says(blank ? t('print:head.asOfBlank') : t('print:head.asOf', { at: printedAt }))];
  }
  const [year = '', month = ''] = head.month?.split('-') ?? [];
  return [
    says(head.month ? t('print:head.month', { year, month }) : t('print:head.monthBlank')),
    says(yearPage(lang, page)),
  ];
}

/** Page number continuing over the year. */
function yearPage(lang: RegisterJob['lang'], page: RegisterPage): string {
  const { t } = wordingOf(lang);
  if (page.yearNo === 0 && page.insertNo === 0) return t('print:head.yearPageBlank');
  if (page.insertNo > 0) return t('print:head.yearPageInsert', { no: page.yearNo, insert: page.insertNo });
  return t('print:head.yearPage', { no: page.yearNo });
}
