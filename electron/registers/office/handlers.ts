import { SETTINGS, type SettingKey } from '../../../shared/registers/office';
import { visitPeriods } from '../../../shared/registers/visits.setting';
import { InvalidField, Refusal } from '../../../shared/result';
import { seedDemo } from '../../cli/seed';
import type { ReadDb } from '../../db/context';
import type { HandlersFor } from '../handlers';
import { hashSecret, newRecoveryCode, tidyRecoveryCode } from '../session/secrets';
import { passphraseProblem } from '../session/weak-pins';
import { pinyinOf } from '../staff/names';
import { DEFAULT_SETTINGS } from './defaults';
import { officeExists, settingsOf, settingsWithVersions } from './settings';

/** The office and its settings; first start (issue "Office, people, sign-in"). */
export const officeHandlers: HandlersFor<'office'> = {
  async settings(_, { db }) {
    const { settings, versions } = await settingsWithVersions(db);
    return { ...settings, versions };
  },

  async change({ key, version, value }, { db, journal }) {
    // What a backup is locked with comes from `backups.setUp` alone.
    if (key === 'demo' || key === 'backup') throw new Refusal('notAllowed');
    const parsed = SETTINGS[key].safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      const code = /^[a-z]+\.[a-zA-Z]+$/.test(issue.message) ? issue.message : `schema.${issue.code}`;
      throw new InvalidField(['value', ...issue.path].join('.'), code);
    }
    // How long books are kept is decided by two: `retention.setPeriods` alone changes it.
    if (key === 'retention') throw new Refusal('retention.ownPeriods');
    if (key === 'visits') await assertSamePeriods(db, parsed.data);
    const row = await db.selectFrom('settings').selectAll().where('key', '=', key).executeTakeFirst();
    if ((row?.version ?? 0) !== version) throw new Refusal('conflict');
    const text = JSON.stringify(parsed.data);
    const next = row
      ? journal.change('settings', row, { value: text }, { kind: 'CHANGE' })
      : journal.create('settings', { key, value: text });
    return { version: next.version };
  },

  async setUp(input, { door }) {
    if (await officeExists(door.read)) throw new Refusal('office.exists');
    const problem = passphraseProblem(input.admin.passphrase);
    if (problem) throw new InvalidField('admin.passphrase', problem);
    const passphrase = await hashSecret(input.admin.passphrase, door.random);
    const recoveryCode = newRecoveryCode(door.random);
    const recovery = await hashSecret(tidyRecoveryCode(recoveryCode), door.random);
    const adminId = door.newId();
    await door.write('office.setUp', { id: adminId, name: input.admin.name }, ({ journal, newId, now }) => {
      const chosen: Partial<Record<SettingKey, unknown>> = {
        office: input.office,
        partyAContacts: input.partyAContacts,
        posts: input.posts,
        shifts: input.shifts,
        station: input.station,
        anchorFolder: input.anchorFolder,
      };
      for (const key of Object.keys(SETTINGS) as SettingKey[]) {
        journal.create('settings', { key, value: JSON.stringify(chosen[key] ?? DEFAULT_SETTINGS[key]) });
      }
      journal.create('staff', {
        id: adminId,
        staffNo: input.admin.staffNo,
        name: input.admin.name,
        ...pinyinOf(input.admin.name),
        roles: JSON.stringify(input.admin.alsoManager ? ['sysAdmin', 'deptManager'] : ['sysAdmin']),
        capacities: '[]',
        active: 1,
        note: null,
      });
      const credential = { staffId: adminId, mustChange: 0, setAt: now };
      journal.create(
        'credentials',
        { id: newId(), kind: 'passphrase', ...passphrase, ...credential },
        { kind: 'SYSTEM' },
      );
      journal.create(
        'credentials',
        { id: newId(), kind: 'recovery', ...recovery, ...credential },
        { kind: 'SYSTEM' },
      );
    });
    return { recoveryCode };
  },

  async setUpDemo({ entries, job }, { door, host }) {
    if (await officeExists(door.read)) throw new Refusal('office.exists');
    await seedDemo(door, host, job, entries);
    return {};
  },
};

/** How long visitors are kept is decided by two (desk-practice.md §2.3): `visits.setPeriods` alone changes it. Errors: `visits.ownPeriods`. */
async function assertSamePeriods(db: ReadDb, value: unknown): Promise<void> {
  const periods = (setting: unknown): string => JSON.stringify(visitPeriods.parse(setting));
  if (periods(value) !== periods((await settingsOf(db)).visits)) throw new Refusal('visits.ownPeriods');
}
