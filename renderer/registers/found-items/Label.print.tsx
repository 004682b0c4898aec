import type { LabelJob } from '../../../shared/print/forms';
import { LABEL } from '../../../shared/print/sheet';
import { labelEm } from '../../../shared/print/slips';
import { wordingOf } from '../../../shared/print/words';
import { Barcode } from '../../ui/paper/Barcode';
import { mm, Sheet } from '../../ui/paper/Sheet';
import { StrikeCell } from '../../ui/paper/StrikeCell';

/** Bag labels 60×40 mm, one to a sheet: number, category, where it lies, Code 128-C. Never a person (desk-practice.md §3.13). */
export function Labels({ job }: { job: LabelJob }) {
  const { t } = wordingOf(job.lang);
  return job.labels.map((label, index) => (
    <Sheet
      key={label.serialNo || index}
      kind="label"
      widthMm={LABEL.widthMm}
      heightMm={LABEL.heightMm}
      lang={job.lang}
      label={t('print:mark.sheet', { title: job.head.title, no: index + 1 })}
      vars={{
        '--margin': mm(LABEL.padMm),
        '--size': `${label.pt}pt`,
        '--line': String(LABEL.lineRatio),
        '--lines': mm(LABEL.linesMm),
      }}
    >
      <h1 className="paper-number">
        {label.serialNo || t('print:head.serial')}
        {label.copy > 1 ? <small>{t('print:mark.reprint', { n: label.copy - 1 })}</small> : null}
      </h1>
      <div className="paper-lines" data-cell={label.serialNo}>
        <div className="paper-text">
          {label.lines.map((line) => (
            <StrikeCell key={line} cell={{ text: line }} widthEm={labelEm(label.pt)} />
          ))}
        </div>
      </div>
      <Barcode digits={label.scanCode} moduleMm={0.4} heightMm={9.5} />
    </Sheet>
  ));
}
