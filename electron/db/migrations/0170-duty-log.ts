import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S14 值班日志: one log for a post, a day and a shift, and the lines typed into it. */
export const name = '0170-duty-log';

export const JOURNALLED: Record<string, JournalledTable> = {
  duty_logs: {
    register: 'dutyLogs',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'post', 'shiftCode', 'shiftOn', 'fromAt', 'toAt'],
  },
  duty_lines: { register: 'dutyLines', key: 'id', frozen: [...ENTRY_FROZEN, 'logId', 'kind', 'turnedOn'] },
};

export const sql = `
CREATE TABLE duty_logs (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'signed', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('post', 520)},
  ${txt('shiftCode', 12)},
  shiftOn TEXT NOT NULL,
  fromAt TEXT NOT NULL,
  toAt TEXT NOT NULL,
  ${opt('weather', 360)},
  people TEXT NOT NULL CHECK (json_valid(people) AND octet_length(people) <= 40000),
  ${opt('message', 24000)},
  messageAt TEXT,
  messageById TEXT REFERENCES staff (id),
  ${opt('messageByName', 400)},
  reads TEXT NOT NULL CHECK (json_valid(reads) AND octet_length(reads) <= 40000),
  signedAt TEXT,
  signedById TEXT REFERENCES staff (id),
  ${opt('signedByName', 400)},
  ${opt('signNote', 4840)},${ENTRY_TAIL},
  CHECK (toAt > fromAt),
  CHECK (state <> 'signed' OR signedAt IS NOT NULL)
) STRICT;
CREATE INDEX duty_logs_at ON duty_logs (fromAt, id);
CREATE INDEX duty_logs_state ON duty_logs (state, fromAt, id);
CREATE UNIQUE INDEX duty_logs_shift ON duty_logs (shiftOn, post, shiftCode) WHERE state <> 'voided';
CREATE INDEX duty_logs_recorder ON duty_logs (recorderId);
CREATE INDEX duty_logs_signer ON duty_logs (signedById) WHERE signedById IS NOT NULL;
CREATE INDEX duty_logs_leader ON duty_logs (messageById) WHERE messageById IS NOT NULL;

CREATE TABLE duty_lines (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'done', 'voided'])},
  version INTEGER NOT NULL,
  logId TEXT NOT NULL REFERENCES duty_logs (id),
  ${oneOf('kind', ['event', 'big', 'call', 'round', 'switch'])},
  happenedAt TEXT NOT NULL,
  ${opt('matter', 3240)},
  ${opt('handling', 4840)},
  ${opt('handler', 680)},
  ${opt('result', 3240)},
  turnedOn INTEGER CHECK (turnedOn IS NULL OR turnedOn IN (0, 1)),
  finishedAt TEXT,
  ${opt('finishedByName', 400)},${ENTRY_TAIL},
  CHECK ((kind = 'switch') = (turnedOn IS NOT NULL)),
  CHECK (kind <> 'big' OR handler IS NOT NULL)
) STRICT;
CREATE INDEX duty_lines_at ON duty_lines (happenedAt, id);
CREATE INDEX duty_lines_state ON duty_lines (state, happenedAt, id);
CREATE INDEX duty_lines_log ON duty_lines (logId, happenedAt, id);
CREATE INDEX duty_lines_recorder ON duty_lines (recorderId);
${guardsOf(JOURNALLED)}
`;
