import { wordingOf } from '../../../shared/print/words';
import type { ReadDb } from '../../db/context';
import { rowsOf } from '../../entries/months';
import { matters, type Obligations } from '../../entries/obligation';
import type { Brief } from '../search/brief';
import { lateBefore, needBranches } from './filter';

/** What printed slips leave open for the next shift: those that did not come back signed. */
export const signedPaperObligations: Obligations = {
  open: [
    matters({
      register: 'signedPapers',
      table: 'signed_papers',
      label: 'signed-papers:need.signedPapers.out',
      since: 'printedAt',
      owner: 'printedByName',
      late: ({ now }) => lateBefore(now),
      branches: ({ now }) => needBranches('out', now),
      briefs: paperBriefs,
    }),
  ],
};

/** Slips by the number they bear; the sheet is the office's own, so the form is named as its paper is. */
async function paperBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const { t } = wordingOf('zh-CN');
  const rows = await rowsOf(db, 'signed_papers', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.entryNo,
    title: t(`print:title.${row.form}`),
    detail: '',
    state: row.state,
    at: row.printedAt,
    next: null,
  }));
}
