import type { HandoverSheet } from '../../../shared/registers/handovers.row';
import { slipPaper } from '../../papers/slip';
import { sheetsById } from './lines';
import { sheetPaper } from './sheet-of';

/** The paper of S13: F19, the sheet the page shows. */
export const F19 = slipPaper<'F19', HandoverSheet>({
  form: 'F19',
  permit: 'handovers.print',
  size: 'a4',
  linesOf: ({ db, now }, ids) => sheetsById(db, ids, now),
  slipOf: sheetPaper,
});
