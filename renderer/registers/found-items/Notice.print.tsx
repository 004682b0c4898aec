import type { NoticeJob } from '../../../shared/print/forms';
import { sheetOf } from '../../../shared/print/sheet';
import { wordingOf } from '../../../shared/print/words';
import { FormHead } from '../../ui/paper/FormHead';
import { MachineLine } from '../../ui/paper/MachineLine';
import { RegisterGrid } from '../../ui/paper/RegisterGrid';
import { mm, Sheet } from '../../ui/paper/Sheet';

/** 招领启事: hangs in the lobby, so it says only what everybody may read (domain.md §6.4). A4 portrait. */
export function Notice({ job }: { job: NoticeJob }) {
  const { t } = wordingOf(job.lang);
  const sheet = sheetOf('notice', job.lang);
  return job.pages.map((page) => (
    <Sheet
      key={page.no}
      kind="notice"
      widthMm={sheet.widthMm}
      heightMm={sheet.heightMm}
      lang={job.lang}
      label={t('print:mark.sheet', { title: job.head.title, no: page.no })}
      vars={{
        '--margin': [sheet.margin.top, sheet.margin.right, sheet.margin.bottom, sheet.margin.left]
          .map(mm)
          .join(' '),
        '--head': mm(sheet.headMm),
        '--foot': mm(sheet.footMm),
        '--line': String(sheet.lineRatio),
        '--pad-x': mm(sheet.padXMm / 2 - 0.1),
        '--heads': `${sheet.headPt[job.lang]}pt`,
      }}
    >
      <FormHead job={job} no={page.no} of={job.of} />
      <p className="paper-intro">{job.intro}</p>
      <RegisterGrid columns={job.columns} page={page} sheet={sheet} job={job} />
      <div className="paper-foot">
        <p>{job.contact}</p>
        <div className="paper-issuer">
          <p>{job.head.officeName}</p>
          <p>{`${job.head.project} ${job.head.department}`}</p>
          <p>{job.on}</p>
        </div>
      </div>
      <MachineLine job={job} scanCode={page.scanCode} copy={job.copy} />
    </Sheet>
  ));
}
