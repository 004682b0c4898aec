import type { PrintJob } from '../../../shared/print/forms';
import { wordingOf } from '../../../shared/print/words';
import { Barcode } from './Barcode';

interface MachineLineProps {
  job: PrintJob;
  scanCode: string;
  /** Copy number of this sheet; above 1 it says 补打第n次. */
  copy: number;
  /** Bars of another size than a desk scanner needs: a pass is read at arm's length. */
  code?: { moduleMm: number; heightMm: number };
}

const CODE = { moduleMm: 0.25, heightMm: 4.6 };

/** Foot of every form: what a scanner and a verifier need (trust.md C3): code, chain mark, when and by whom, which copy. */
export function MachineLine({ job, scanCode, copy, code = CODE }: MachineLineProps) {
  const { t } = wordingOf(job.lang);
  return (
    <footer className="paper-machine">
      <Barcode digits={scanCode} {...code} />
      <p>
        <span>{t('print:foot.mark', { mark: job.chainMark })}</span>
        <span>
          {t(job.printedBy ? 'print:foot.printed' : 'print:foot.printedAt', {
            at: job.printedAt,
            by: job.printedBy,
          })}
        </span>
        {job.blank ? <span>{t('print:foot.blank')}</span> : null}
      </p>
      {copy > 1 ? <b className="paper-reprint">{t('print:mark.reprint', { n: copy - 1 })}</b> : null}
    </footer>
  );
}
