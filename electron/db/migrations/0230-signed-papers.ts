import { guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** Slips that were printed to be signed, and where their signed copies are filed (desk-practice.md §3.6). */
export const name = '0230-signed-papers';

export const JOURNALLED: Record<string, JournalledTable> = {
  signed_papers: {
    register: 'signedPapers',
    key: 'id',
    frozen: ['id', 'register', 'entryId', 'entryNo', 'form', 'printedAt'],
  },
};

export const sql = `
CREATE TABLE signed_papers (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${txt('register', 60)},
  entryId TEXT NOT NULL,
  ${txt('entryNo', 80)},
  ${oneOf('form', ['F02', 'F07', 'F08', 'F10', 'F11', 'F13', 'F14', 'F33', 'mailReceipt'])},
  ${oneOf('state', ['out', 'filed', 'missing'])},
  copies INTEGER NOT NULL CHECK (copies >= 1),
  printedAt TEXT NOT NULL,
  ${txt('printedByName', 400)},
  ${opt('binder', 360)},
  page INTEGER CHECK (page BETWEEN 1 AND 9999),
  filedAt TEXT,
  ${opt('filedByName', 400)},
  ${opt('reason', 3240)},
  UNIQUE (entryId, form),
  CHECK (CASE WHEN state = 'filed'
    THEN binder IS NOT NULL AND page IS NOT NULL AND filedAt IS NOT NULL AND filedByName IS NOT NULL
    ELSE binder IS NULL AND page IS NULL AND filedAt IS NULL AND filedByName IS NULL END)
) STRICT;
CREATE INDEX signed_papers_state ON signed_papers (state, printedAt, id);
CREATE INDEX signed_papers_number ON signed_papers (entryNo);
CREATE UNIQUE INDEX signed_papers_place ON signed_papers (binder, page) WHERE state = 'filed';
CREATE INDEX signed_papers_last ON signed_papers (filedByName, filedAt) WHERE state = 'filed';
CREATE INDEX signed_papers_filed ON signed_papers (filedAt) WHERE state = 'filed';
${guardsOf(JOURNALLED)}
`;
