import type { PrintJob } from '../../../shared/print/forms';
import { Labels } from '../../registers/found-items/Label.print';
import { Notice } from '../../registers/found-items/Notice.print';
import { Receipts } from '../../registers/found-items/Receipt.print';
import { Register } from '../../registers/found-items/Register.print';
import '../fonts.css';
import './paper.css';

/**
 * All sheets of a job, or of a slice of one, at true size. The print window and the preview on screen draw this same
 * component: what was seen is what is printed.
 */
export function Pages({ job }: { job: PrintJob }) {
  switch (job.family) {
    case 'register':
      return <Register job={job} />;
    case 'slip':
      return <Receipts job={job} />;
    case 'label':
      return <Labels job={job} />;
    case 'notice':
      return <Notice job={job} />;
  }
}
