import { guardsOf, type JournalledTable, oneOf, txt } from './pieces';

/** Reminders of Today that were put off (domain.md §6.5). */
export const name = '0100-reminders';

export const JOURNALLED: Record<string, JournalledTable> = {
  reminder_snoozes: {
    register: 'reminderSnoozes',
    key: 'id',
    frozen: ['id', 'reminder', 'reason', 'until', 'at', 'byId', 'byName'],
  },
};

export const sql = `
CREATE TABLE reminder_snoozes (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['on', 'woken'])},
  ${txt('reminder', 400)},
  ${txt('reason', 1640)},
  until TEXT NOT NULL,
  at TEXT NOT NULL,
  byId TEXT NOT NULL REFERENCES staff (id),
  ${txt('byName', 400)},
  CHECK (until > at)
) STRICT;
CREATE INDEX reminder_snoozes_until ON reminder_snoozes (until) WHERE state = 'on';
CREATE INDEX reminder_snoozes_by ON reminder_snoozes (byId);
${guardsOf(JOURNALLED)}
`;
