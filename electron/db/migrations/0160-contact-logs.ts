import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt } from './pieces';

/** S11 来电、来信、来访接待记录: calls, walk-ins and letters, from the first word to the answer. */
export const name = '0160-contact-logs';

export const JOURNALLED: Record<string, JournalledTable> = {
  contact_logs: { register: 'contactLogs', key: 'id', frozen: [...ENTRY_FROZEN, 'atGate'] },
};

/** What erasure looks for: contacts that were answered and still say who called and why. */
export const TO_ERASE =
  "state IN ('closed', 'voided') AND coalesce(callerName, callerPhone, content) IS NOT NULL";

const flag = (column: string): string => `${column} INTEGER NOT NULL CHECK (${column} IN (0, 1))`;

export const sql = `
CREATE TABLE contact_logs (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'passed', 'closed', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('channel', ['call', 'walkIn', 'letter'])},
  ${oneOf('kind', ['question', 'repair', 'complaint', 'suggestion', 'help', 'praise'])},
  happenedAt TEXT NOT NULL,
  ${opt('callerName', 680)},
  ${opt('callerPhone', 80)},
  unitId TEXT REFERENCES units (id),
  ${opt('callerPlace', 1000)},
  ${opt('content', 8040)},
  ${flag('serious')},
  ${opt('reportedTo', 680)},
  reportedAt TEXT,
  ${flag('atGate')},
  takenOverAt TEXT,
  ${opt('takenOverByName', 400)},
  ${opt('passedTo', 680)},
  passedAt TEXT,
  ${opt('passedByName', 400)},
  promisedAt TEXT,
  closedAt TEXT,
  ${opt('closedByName', 400)},
  ${opt('result', 4840)},
  replied INTEGER CHECK (replied IN (0, 1)),
  ${oneOf('rating', ['satisfied', 'neutral', 'dissatisfied'], true)},
  ratedAt TEXT,
  ${oneOf('linkedRegister', ['visits', 'disclosures', 'lostReports', 'foundItems', 'keyLoans', 'releaseRequests', 'mailItems', 'custodyItems', 'toolLoans'], true)},
  linkedId TEXT,
  ${opt('linkedNo', 80)},
  ${ENTRY_TAIL},
  CHECK (serious = 0 OR (reportedTo IS NOT NULL AND reportedAt IS NOT NULL)),
  CHECK (atGate = 1 OR takenOverAt IS NULL),
  CHECK (state <> 'passed' OR passedTo IS NOT NULL),
  CHECK (state <> 'closed' OR (closedAt IS NOT NULL AND result IS NOT NULL AND replied IS NOT NULL)),
  CHECK (state NOT IN ('open', 'passed') OR (closedAt IS NULL AND rating IS NULL)),
  CHECK ((rating IS NULL) = (ratedAt IS NULL)),
  CHECK ((linkedRegister IS NULL) = (linkedId IS NULL))
) STRICT;
CREATE INDEX contact_logs_kept ON contact_logs (happenedAt, id) WHERE ${TO_ERASE};
CREATE INDEX contact_logs_at ON contact_logs (happenedAt, id);
CREATE INDEX contact_logs_state ON contact_logs (state, happenedAt, id);
CREATE INDEX contact_logs_unit ON contact_logs (unitId, happenedAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX contact_logs_gate ON contact_logs (happenedAt, id) WHERE atGate = 1;
CREATE INDEX contact_logs_night ON contact_logs (happenedAt, id)
  WHERE atGate = 1 AND takenOverAt IS NULL AND state <> 'voided';
CREATE INDEX contact_logs_rated ON contact_logs (happenedAt, rating) WHERE rating IS NOT NULL;
CREATE INDEX contact_logs_recorder ON contact_logs (recorderId);
${guardsOf(JOURNALLED)}
`;
