import { basename, dirname } from 'node:path';
import { Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import { MIN_PASSPHRASE, newRecoveryKey, passphraseHolder, recoveryHalf } from '../../backup/keys';
import { BackupRefused } from '../../backup/refused';
import { decide } from '../../backup/restore';
import type { HandlersFor } from '../handlers';
import { officeExists, settingsOf } from '../office/settings';
import { pathOf } from './chosen';
import { makeFor, tried, watch } from './make';
import { standing } from './standing';

/** Backup, drill, restore (S101). The work itself is in electron/backup, off the main thread. */

const LIST = 60;
type Ops = HandlersFor<'backups'>;

const drill: Ops['drill'] = async ({ job, file, secret }, { door, host, actor, now }) => {
  const path = pathOf(host, file, null);
  return tried(
    door,
    actor,
    { kind: 'drill', file: basename(path), place: dirname(path), startedAt: now },
    async () => {
      const staged = await host.backup(
        { do: 'drill', path, secret, dataDir: host.dataDir },
        ...watch(host, job),
      );
      return (
        staged && {
          sha256: staged.sha256,
          headSeq: staged.manifest.head.seq,
          headHash: staged.manifest.head.hash,
          problems: staged.problems,
          result: staged.problems === 0 ? ('ok' as const) : ('failed' as const),
        }
      );
    },
  );
};

const restore: Ops['restore'] = async ({ job, file, secret, approval }, { door, host, actor }) => {
  if (!actor) throw new Refusal('signedOut');
  if (approval.staffId === actor.staffId) throw new Refusal('second.same');
  const second = await door.deps.prove(door, approval.staffId, approval.pin);
  if (!holds(second.roles, 'backups.approveRestore'))
    throw new Refusal('second.noRight', { name: second.name });
  const path = pathOf(host, file, null);
  const staged = await host.backup({ do: 'stage', path, secret, dataDir: host.dataDir }, ...watch(host, job));
  if (!staged) return null;
  decide(host.dataDir, {
    at: door.now,
    by: { id: actor.staffId, name: actor.name },
    second: { id: second.staffId, name: second.name },
    madeAt: staged.manifest.madeAt,
    sha256: staged.sha256,
    head: staged.manifest.head,
    replaced: staged.replaced,
  });
  host.reopen();
  return { problems: staged.problems };
};

const adopt: Ops['adopt'] = async ({ job, secret, path }, { door, host }) => {
  if (await officeExists(door.read)) throw new Refusal('office.exists');
  const chosen = path ?? (await host.chooseFile(['deskbook']));
  if (chosen === null) return null;
  const from = pathOf(host, null, chosen);
  const staged = await host.backup(
    { do: 'stage', path: from, secret, dataDir: host.dataDir },
    ...watch(host, job),
  );
  if (!staged) return null;
  decide(host.dataDir, {
    at: door.now,
    by: { id: 'firstStart', name: '首次启动' },
    second: null,
    madeAt: staged.manifest.madeAt,
    sha256: staged.sha256,
    head: staged.manifest.head,
    replaced: null,
  });
  host.reopen();
  return { office: staged.manifest.office };
};

export const backupHandlers: Ops = {
  make: ({ job, folder }, { door, host, actor }) => makeFor({ door, host }, actor, folder ?? null, job),
  state: (_, { db, now, door }) => standing(db, now, door.deps.file.dataDir),
  list: ({ before }, { db }) =>
    db
      .selectFrom('backups')
      .selectAll()
      .$if(before !== null && before !== undefined, (list) => list.where('id', '<', before!))
      .orderBy('id', 'desc')
      .limit(LIST)
      .execute(),
  async chooseFolder(_, { host }) {
    const folder = await host.chooseFolder();
    return folder === null ? null : { folder };
  },
  async setUp({ folder, everyDays, passphrase }, { door, actor }) {
    if (!actor) throw new Refusal('signedOut');
    if (passphrase !== null && [...passphrase].length < MIN_PASSPHRASE)
      throw new BackupRefused('shortPassphrase', { least: MIN_PASSPHRASE });
    const holder = passphrase === null ? null : await passphraseHolder(passphrase);
    const recoveryKey = passphrase === null ? null : newRecoveryKey();
    await door.write('backups.setUp', { id: actor.staffId, name: actor.name }, async ({ db, journal }) => {
      const { backup } = await settingsOf(db);
      const value = JSON.stringify({
        folder,
        everyDays,
        passphrase: holder ?? backup.passphrase,
        recovery: recoveryKey === null ? backup.recovery : recoveryHalf(recoveryKey),
      });
      const row = await db.selectFrom('settings').selectAll().where('key', '=', 'backup').executeTakeFirst();
      if (row) journal.change('settings', row, { value }, { kind: 'CHANGE' });
      else journal.create('settings', { key: 'backup', value });
    });
    return { recoveryKey };
  },
  async look({ secret, path }, { host }) {
    const chosen = path ?? (await host.chooseFile(['deskbook']));
    if (chosen === null) return null;
    const from = pathOf(host, null, chosen);
    const { manifest, missing } = await host.backup(
      { do: 'look', path: from, secret, dataDir: host.dataDir },
      ...watch(host, ''),
    );
    return {
      file: host.chosen.keep(from),
      name: basename(from),
      office: manifest.office,
      madeAt: manifest.madeAt,
      lines: manifest.counts.journal ?? 0,
      photos: manifest.attachments.files,
      bytes: manifest.database.bytes + manifest.attachments.bytes,
      schema: manifest.schema,
      missing,
    };
  },
  drill,
  restore,
  adopt,
};
