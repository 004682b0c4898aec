import { guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S101 数据备份: the log of copies, encrypted backups and restore drills. */
export const name = '0210-backups';

export const JOURNALLED: Record<string, JournalledTable> = {
  backups: {
    register: 'backups',
    key: 'id',
    frozen: ['id', 'kind', 'result', 'startedAt', 'endedAt', 'recorderId', 'recorderName'],
  },
};

export const sql = `
CREATE TABLE backups (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('kind', ['daily', 'encrypted', 'drill'])},
  ${oneOf('result', ['ok', 'failed'])},
  ${opt('file', 1000)},
  ${opt('place', 4040)},
  bytes INTEGER CHECK (bytes >= 0),
  ${opt('sha256', 64)},
  headSeq INTEGER,
  ${opt('headHash', 64)},
  problems INTEGER,
  ${opt('reason', 200)},
  startedAt TEXT NOT NULL,
  endedAt TEXT NOT NULL,
  recorderId TEXT REFERENCES staff (id),
  ${txt('recorderName', 400)},
  CHECK (result = 'failed' OR file IS NOT NULL OR kind = 'drill')
) STRICT;
CREATE INDEX backups_kind ON backups (kind, result, endedAt);
CREATE INDEX backups_recorder ON backups (recorderId) WHERE recorderId IS NOT NULL;
${guardsOf(JOURNALLED)}
`;
