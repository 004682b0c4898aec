import type { PrintJob } from '../../../shared/print/forms';
import { Notice } from '../../registers/found-items/Notice.print';
import { Books } from './Books';
import { Labels } from './Labels';
import { Slips } from './Slips';
import '../fonts.css';
import './paper.css';
import './paper-grid.css';
import './paper-slip.css';
import './paper-label.css';
import './paper-notice.css';

/**
 * All sheets of a job, or of a slice of one, at true size. The print window and the preview on screen draw this same
 * component: what was seen is what is printed.
 */
export function Pages({ job }: { job: PrintJob }) {
  switch (job.family) {
    case 'register':
      return <Books job={job} />;
    case 'slip':
      return <Slips job={job} />;
    case 'label':
      return <Labels job={job} />;
    case 'notice':
      return <Notice job={job} />;
  }
}
