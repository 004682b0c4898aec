import type { PrintJob } from '../../../shared/print/forms';
import { fitPt } from '../../../shared/print/measure';
import { wordingOf } from '../../../shared/print/words';

/** Room for the company's name between the corners of the narrowest sheet. */
const OFFICE_MM = 86;

interface FormHeadProps {
  job: PrintJob;
  /** 共{of}页 第{no}页: of the whole print for a book, of one slip for slips. */
  no: number;
  of: number;
  /** Left of the title: the part of a slip. */
  corner?: string;
  /** Below it: what this part alone is for. */
  mark?: string;
  /** Room for the company's name between the corners; the narrowest full head when left out. */
  officeMm?: number;
}

/** Head of a form (domain.md §3.0): company small, title bold and centred, form code, version and page at right. */
export function FormHead({ job, no, of, corner, mark, officeMm = OFFICE_MM }: FormHeadProps) {
  const { t } = wordingOf(job.lang);
  const { officeName, title, formCode, formVersion } = job.head;
  return (
    <header className="paper-head">
      <div className="paper-corner">
        {corner ? <b>{corner}</b> : null}
        {mark ? <small>{mark}</small> : null}
      </div>
      <div className="paper-title">
        <p style={{ fontSize: `${fitPt(officeName, officeMm, 9)}pt` }}>{officeName}</p>
        <h1>{title}</h1>
      </div>
      <div className="paper-control">
        {formCode ? <span>{t('print:head.formCode', { code: formCode })}</span> : null}
        <span>
          {formVersion ? `${t('print:head.version', { version: formVersion })} ` : ''}
          {t('print:head.pages', { of, no })}
        </span>
      </div>
    </header>
  );
}
