import * as foundation from './0010-foundation';
import * as units from './0020-units';
import * as keys from './0030-keys';
import * as keyDesk from './0040-key-desk';
import * as visits from './0050-visits';
import * as goodsReleases from './0060-goods-releases';
import * as accessCards from './0070-access-cards';
import * as journalMarks from './0080-journal-marks';
import * as handovers from './0090-handovers';
import * as reminders from './0100-reminders';
import * as rosters from './0110-rosters';
import * as mail from './0120-mail';
import * as custody from './0130-custody';
import * as customBooks from './0140-custom-books';
import * as contactLogs from './0160-contact-logs';
import * as duty from './0170-duty-log';
import * as diaries from './0172-diaries';
import * as meetings from './0174-meetings';
import * as businessCentre from './0180-business-centre';
import * as notices from './0190-notices';
import * as broadcasts from './0200-broadcasts';
import * as backups from './0210-backups';
import * as bindings from './0220-bindings';
import * as signedPapers from './0230-signed-papers';
import type { JournalledTable } from './pieces';

/** Every schema step, numbered by tens, in order. Frozen once released; each is hashed into the database. */
export interface Step {
  version: number;
  name: string;
  sql: string;
}

const MODULES: readonly { name: string; sql: string; JOURNALLED: Record<string, JournalledTable> }[] = [
  foundation,
  units,
  keys,
  keyDesk,
  visits,
  goodsReleases,
  accessCards,
  journalMarks,
  handovers,
  reminders,
  rosters,
  mail,
  custody,
  customBooks,
  contactLogs,
  duty,
  diaries,
  meetings,
  businessCentre,
  notices,
  broadcasts,
  backups,
  bindings,
  signedPapers,
];

export const STEPS: readonly Step[] = MODULES.map(({ name, sql }) => ({
  version: Number(name.slice(0, 4)),
  name,
  sql,
}));

/** Tables whose every row version is announced in the journal (verifier and guards walk this list). */
export const JOURNALLED: Readonly<Record<string, JournalledTable>> = Object.assign(
  {},
  ...MODULES.map((module) => module.JOURNALLED),
);
