import { guardsOf, type JournalledTable, opt, txt } from './pieces';

/** 装订 month bindings and the supplements to bound lines; from the binding on, no line of the month is corrected, edited or voided. */
export const name = '0220-bindings';

export const JOURNALLED: Record<string, JournalledTable> = {
  month_bindings: {
    register: 'monthBindings',
    key: 'id',
    frozen: [
      'id',
      'serialNo',
      'register',
      'form',
      'month',
      'lines',
      'voids',
      'corrections',
      'pages',
      'rootSeq',
      'rootHash',
      'previousNo',
      'previousRoot',
      'handlerId',
      'handlerName',
      'checkerId',
      'checkerName',
      'supervisorId',
      'supervisorName',
      'boundAt',
    ],
  },
  binding_supplements: {
    register: 'bindingSupplements',
    key: 'id',
    frozen: [
      'id',
      'bindingId',
      'register',
      'entryNo',
      'text',
      'month',
      'recordedAt',
      'recorderId',
      'recorderName',
    ],
  },
};

export const sql = `
CREATE TABLE month_bindings (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  ${txt('register', 60)},
  ${txt('form', 20)},
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  lines INTEGER NOT NULL CHECK (lines > 0),
  voids INTEGER NOT NULL CHECK (voids >= 0),
  corrections INTEGER NOT NULL CHECK (corrections >= 0),
  pages TEXT NOT NULL CHECK (json_valid(pages)),
  rootSeq INTEGER NOT NULL,
  ${txt('rootHash', 64)},
  ${opt('previousNo', 80)},
  ${opt('previousRoot', 64)},
  handlerId TEXT NOT NULL REFERENCES staff (id),
  ${txt('handlerName', 400)},
  checkerId TEXT NOT NULL REFERENCES staff (id),
  ${txt('checkerName', 400)},
  supervisorId TEXT NOT NULL REFERENCES staff (id),
  ${txt('supervisorName', 400)},
  boundAt TEXT NOT NULL,
  UNIQUE (register, month),
  CHECK (handlerId <> checkerId AND handlerId <> supervisorId AND checkerId <> supervisorId)
) STRICT;
CREATE INDEX month_bindings_handler ON month_bindings (handlerId);
CREATE INDEX month_bindings_checker ON month_bindings (checkerId);
CREATE INDEX month_bindings_supervisor ON month_bindings (supervisorId);
CREATE TABLE binding_supplements (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  bindingId TEXT NOT NULL REFERENCES month_bindings (id),
  ${txt('register', 60)},
  ${txt('entryNo', 80)},
  ${txt('text', 6440)},
  month TEXT NOT NULL,
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)}
) STRICT;
CREATE INDEX binding_supplements_binding ON binding_supplements (bindingId, id);
CREATE INDEX binding_supplements_month ON binding_supplements (register, month, id);
CREATE INDEX binding_supplements_recorder ON binding_supplements (recorderId);
${guardsOf(JOURNALLED)}
CREATE TRIGGER journal_bound BEFORE INSERT ON journal
WHEN NEW.kind IN ('EDIT', 'CORRECT', 'VOID') AND NEW.serialNo IS NOT NULL AND EXISTS (
  SELECT 1 FROM month_bindings WHERE register = NEW.register
    AND month = substr(NEW.serialNo, 3, 4) || '-' || substr(NEW.serialNo, 7, 2))
BEGIN SELECT RAISE(ABORT, 'bound: lines of a bound month are not edited, corrected or voided'); END;
`;
