import type { RegisterJob, RegisterPage } from '../../../shared/print/forms';
import { gridMm, sheetOf } from '../../../shared/print/sheet';
import { wordingOf } from '../../../shared/print/words';
import { AboutLine } from '../../ui/paper/AboutLine';
import { FormHead } from '../../ui/paper/FormHead';
import { MachineLine } from '../../ui/paper/MachineLine';
import { RegisterGrid } from '../../ui/paper/RegisterGrid';
import { mm, Sheet } from '../../ui/paper/Sheet';
import { SignLine } from '../../ui/paper/SignLine';

/** F01 物品捡拾登记表, F03 捡拾物品月报表, F04 失物招领(认领)记录表: pages of a bound book, A4 landscape. */
export function Register({ job }: { job: RegisterJob }) {
  return job.pages.map((page) => <BookPage key={page.no} job={job} page={page} />);
}

function BookPage({ job, page }: { job: RegisterJob; page: RegisterPage }) {
  const { t } = wordingOf(job.lang);
  const { head, blank, lang } = job;
  const sheet = sheetOf(job.form as 'F01' | 'F03' | 'F04', lang);
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
        '--heads': headsOf(job),
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
          { label: '', value: monthText(job) },
          { label: '', value: yearPage(job, page) },
        ]}
      />
      <RegisterGrid columns={job.columns} page={page} sheet={sheet} lang={lang} blank={blank} />
      <div className="paper-foot">
        {job.totals.length > 0 ? <Totals job={job} /> : <p>{job.footNote}</p>}
        <SignLine labels={job.signers} />
      </div>
      <MachineLine job={job} scanCode={page.scanCode} copy={job.copy} />
    </Sheet>
  );
}

/** Type of the headings: as large as the narrowest column of the form allows. */
function headsOf({ form, lang }: RegisterJob): string {
  if (form === 'F03') return lang === 'en' ? '7.5pt' : '8.5pt';
  return lang === 'en' ? '6pt' : '7.5pt';
}

function Totals({ job }: { job: RegisterJob }) {
  const { t } = wordingOf(job.lang);
  return (
    <dl className="paper-totals">
      <dt>{t('print:total.title')}</dt>
      {job.totals.map((total) => (
        <dd key={total.label}>
          {total.label} <b>{total.value}</b>
        </dd>
      ))}
    </dl>
  );
}

/** 2026 年 11 月, or room for a hand. */
function monthText({ head, lang }: RegisterJob): string {
  const { t } = wordingOf(lang);
  if (!head.month) return t('print:head.monthBlank');
  const [year = '', month = ''] = head.month.split('-');
  return t('print:head.month', { year, month });
}

/** Page number continuing over the year. */
function yearPage({ lang }: RegisterJob, page: RegisterPage): string {
  const { t } = wordingOf(lang);
  if (page.yearNo === 0 && page.insertNo === 0) return t('print:head.yearPageBlank');
  if (page.insertNo > 0) return t('print:head.yearPageInsert', { no: page.yearNo, insert: page.insertNo });
  return t('print:head.yearPage', { no: page.yearNo });
}
