import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S14 管家工作日志: one diary for a steward and a day. */
export const name = '0172-diaries';

export const JOURNALLED: Record<string, JournalledTable> = {
  steward_diaries: {
    register: 'stewardDiaries',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'dayOn', 'stewardId', 'stewardName', 'areas'],
  },
};

const section = (column: string): string => opt(column, 9640);

export const sql = `
CREATE TABLE steward_diaries (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'submitted', 'reviewed', 'voided'])},
  version INTEGER NOT NULL,
  dayOn TEXT NOT NULL,
  stewardId TEXT NOT NULL REFERENCES staff (id),
  ${txt('stewardName', 400)},
  ${opt('areas', 6440)},
  ${section('morning')},
  ${section('corridors')},
  ${section('fitOut')},
  ${section('dunning')},
  dunnedUnits INTEGER CHECK (dunnedUnits IS NULL OR dunnedUnits BETWEEN 0 AND 99999),
  dunnedCents INTEGER CHECK (dunnedCents IS NULL OR dunnedCents BETWEEN 0 AND 10000000000),
  ${section('visits')},
  ${section('vacant')},
  ${section('repairs')},
  ${section('suggestions')},
  ${section('problems')},
  ${section('tomorrow')},
  figures TEXT CHECK (figures IS NULL OR json_valid(figures)),
  submittedAt TEXT,
  ${opt('comment', 4840)},
  reviewedAt TEXT,
  reviewedById TEXT REFERENCES staff (id),
  ${opt('reviewedByName', 400)},${ENTRY_TAIL},
  CHECK (state NOT IN ('submitted', 'reviewed') OR (submittedAt IS NOT NULL AND figures IS NOT NULL)),
  CHECK (state <> 'reviewed' OR reviewedAt IS NOT NULL)
) STRICT;
CREATE INDEX steward_diaries_at ON steward_diaries (recordedAt, id);
CREATE INDEX steward_diaries_state ON steward_diaries (state, recordedAt, id);
CREATE UNIQUE INDEX steward_diaries_day ON steward_diaries (dayOn, stewardId) WHERE state <> 'voided';
CREATE INDEX steward_diaries_steward ON steward_diaries (stewardId, dayOn);
CREATE INDEX steward_diaries_recorder ON steward_diaries (recorderId);
CREATE INDEX steward_diaries_reviewer ON steward_diaries (reviewedById) WHERE reviewedById IS NOT NULL;
${guardsOf(JOURNALLED)}
`;
