import type { Label, LabelJob } from '../../../shared/print/forms';
import { labelEm, labelLinesMm } from '../../../shared/print/labels';
import { fitPt } from '../../../shared/print/measure';
import { LABELS } from '../../../shared/print/sizes';
import { wordingOf } from '../../../shared/print/words';
import { Barcode } from './Barcode';
import { mm, Sheet } from './Sheet';
import { StrikeCell } from './StrikeCell';

/** Labels, one to a sheet: number, big text, lines, Code 128-C; a seal strip also has lines to sign on. Never a person (desk-practice.md §3.13). */
export function Labels({ job }: { job: LabelJob }) {
  return job.labels.map((label, index) => (
    <OneLabel key={label.serialNo || index} job={job} label={label} no={index + 1} />
  ));
}

function OneLabel({ job, label, no }: { job: LabelJob; label: Label; no: number }) {
  const { t } = wordingOf(job.lang);
  const sheet = LABELS[job.size];
  const title = label.title || t('print:head.serial');
  const reprint = label.copy > 1 ? t('print:mark.reprint', { n: label.copy - 1 }) : '';
  return (
    <Sheet
      kind="label"
      size={job.size}
      widthMm={sheet.widthMm}
      heightMm={sheet.heightMm}
      lang={job.lang}
      label={t('print:mark.sheet', { title: job.head.title, no })}
      vars={{
        '--margin': mm(sheet.padMm),
        '--size': `${label.pt}pt`,
        '--line': String(sheet.lineRatio),
        '--lines': mm(labelLinesMm(sheet, label.big)),
        '--lines-width': mm(sheet.linesWidthMm),
        '--big': mm(sheet.bigMm),
        // The mark of a reprint stands beside the number: about 14 mm.
        '--number': `${fitPt(title, sheet.linesWidthMm - (reprint ? 15 : 1), sheet.titlePt)}pt`,
      }}
    >
      <div className="paper-said">
        <h1 className="paper-number">
          {title}
          {reprint ? <small>{reprint}</small> : null}
        </h1>
        {label.big ? (
          <b
            className="paper-big"
            style={{ fontSize: `${fitPt(label.big, sheet.linesWidthMm, sheet.bigPt)}pt` }}
          >
            {label.big}
          </b>
        ) : null}
        <div className="paper-lines" data-cell={label.serialNo}>
          <div className="paper-text">
            {label.lines.map((line) => (
              <StrikeCell key={line} cell={{ text: line }} widthEm={labelEm(label.pt, sheet)} />
            ))}
          </div>
        </div>
      </div>
      {label.signers.length > 0 ? (
        <div className="paper-ink">
          {label.signers.map((signer) => (
            <div key={signer}>
              {signer}
              <i />
            </div>
          ))}
        </div>
      ) : null}
      <Barcode digits={label.scanCode} {...sheet.code} />
    </Sheet>
  );
}
