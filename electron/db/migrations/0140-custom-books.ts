import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** Books that the office defines itself, and their lines: one slot of its own for every value. */
export const name = '0140-custom-books';

export const JOURNALLED: Record<string, JournalledTable> = {
  custom_books: {
    register: 'customBooks',
    key: 'id',
    frozen: ['id', 'definedAt', 'definerId', 'definerName'],
  },
  custom_entries: { register: 'customEntries', key: 'id', frozen: [...ENTRY_FROZEN, 'bookId'] },
};

/** 300 characters at most (longText), each slot. */
const slots = [
  ...Array.from({ length: 12 }, (_, i) => `v${String(i + 1).padStart(2, '0')}`),
  'p01',
  'p02',
  'p03',
  'p04',
]
  .map((slot) => opt(slot, 4840))
  .join(',\n  ');

export const sql = `
CREATE TABLE custom_books (
  id TEXT PRIMARY KEY,
  ${oneOf('state', ['open', 'closed'])},
  version INTEGER NOT NULL,
  ${txt('code', 360)},
  ${txt('zh', 360)},
  ${opt('en', 680)},
  ${oneOf('flow', ['record', 'task', 'work'])},
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  writers TEXT NOT NULL CHECK (json_valid(writers)),
  keepYears INTEGER CHECK (keepYears > 0),
  signers TEXT NOT NULL CHECK (json_valid(signers)),
  ${opt('foot', 1960)},
  definedAt TEXT NOT NULL,
  definerId TEXT NOT NULL REFERENCES staff (id),
  ${txt('definerName', 400)}
) STRICT;
CREATE UNIQUE INDEX custom_books_code ON custom_books (code);
CREATE INDEX custom_books_definer ON custom_books (definerId);
CREATE TABLE custom_entries (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['recorded', 'open', 'doing', 'done', 'voided'])},
  version INTEGER NOT NULL,
  bookId TEXT NOT NULL REFERENCES custom_books (id),
  at TEXT NOT NULL,
  ${slots},
  startedAt TEXT,
  ${opt('startedByName', 400)},
  doneAt TEXT,
  ${opt('doneByName', 400)},
  ${ENTRY_TAIL},
  CHECK (state <> 'done' OR doneAt IS NOT NULL)
) STRICT;
CREATE INDEX custom_entries_at ON custom_entries (at, id);
CREATE INDEX custom_entries_state ON custom_entries (state, at, id);
CREATE INDEX custom_entries_book ON custom_entries (bookId, at, id);
CREATE INDEX custom_entries_book_state ON custom_entries (bookId, state, at, id);
CREATE INDEX custom_entries_book_no ON custom_entries (bookId, serialNo);
CREATE INDEX custom_entries_recorder ON custom_entries (recorderId);
${guardsOf(JOURNALLED)}
`;
