import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/api';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { FormFrame } from '../../ui/FormFrame';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { SecretField } from '../../ui/fields/SecretField';
import { TextField } from '../../ui/fields/TextField';
import { useNotices } from '../../ui/Notices';

/** Characters of a backup passphrase at least (trust.md D2); the door checks it again. */
const LEAST = 15;

/** Folder, rhythm and passphrase. The passphrase and the recovery key live in this form only, and only while it is open. */
export function BackupSetUp({ state }: { state: Output<'backups.state'> }) {
  const { t } = useWords();
  const notices = useNotices();
  const setUp = useCommand('backups.setUp');
  const choose = useCommand('backups.chooseFolder');
  const [folder, setFolder] = useState(state.folder ?? '');
  const [everyDays, setEveryDays] = useState(String(state.everyDays));
  const [anew, setAnew] = useState(!state.ready);
  const [secret, setSecret] = useState({ first: '', again: '' });
  const [key, setKey] = useState<string | null>(null);
  const differs = secret.again !== '' && secret.first !== secret.again;
  const secretReady = !anew || ([...secret.first].length >= LEAST && secret.first === secret.again);
  const changed = anew || folder !== (state.folder ?? '') || countTyped(everyDays) !== state.everyDays;

  const save = async () => {
    const result = await setUp.run({
      folder: folder.trim() === '' ? null : folder.trim(),
      everyDays: countTyped(everyDays),
      passphrase: anew ? secret.first : null,
    });
    if (!result?.ok) return;
    setSecret({ first: '', again: '' });
    setAnew(false);
    if (result.data.recoveryKey) setKey(result.data.recoveryKey);
    else notices.say(t('core:saved.plain'));
  };
  const pick = async () => {
    const result = await choose.run({});
    if (result?.ok && result.data) setFolder(result.data.folder);
  };
  return (
    <section>
      <h2>{t('backups:setUp.title')}</h2>
      <FormFrame
        label={t('backups:setUp.title')}
        onSave={() => void save()}
        error={setUp.error}
        busy={setUp.busy}
        saveLabel={t('backups:setUp.save')}
        disabled={!changed || !secretReady}
      >
        <div className="row fields-row">
          <div className="grow">
            <TextField
              label={t('backups:setUp.folder')}
              name="folder"
              hint={t('backups:setUp.folderHint')}
              value={folder}
              onChange={setFolder}
            />
          </div>
          <Button variant="default" className="beside-field" onClick={() => void pick()}>
            {t('backups:setUp.choose')}
          </Button>
          <CountField
            label={t('backups:setUp.everyDays')}
            name="everyDays"
            value={everyDays}
            onChange={setEveryDays}
            width={190}
          />
        </div>
        {state.ready ? (
          <Checkbox
            label={t('backups:setUp.change')}
            description={t('backups:setUp.changeHint')}
            checked={anew}
            onChange={(event) => setAnew(event.currentTarget.checked)}
          />
        ) : null}
        {anew ? (
          <div className="row fields-row">
            <div className="grow">
              <SecretField
                label={t('backups:setUp.passphrase')}
                name="passphrase"
                kind="passphrase"
                hint={t('backups:setUp.passphraseHint')}
                value={secret.first}
                onChange={(first) => setSecret((before) => ({ ...before, first }))}
                required
              />
            </div>
            <div className="grow">
              <SecretField
                label={t('backups:setUp.again')}
                kind="passphrase"
                problem={differs ? t('backups:setUp.differs') : undefined}
                value={secret.again}
                onChange={(again) => setSecret((before) => ({ ...before, again }))}
                required
              />
            </div>
          </div>
        ) : null}
      </FormFrame>
      {key === null ? null : <RecoveryKey value={key} onDone={() => setKey(null)} />}
    </section>
  );
}

/** Shown once; cannot be left before somebody says that it is on paper. */
function RecoveryKey({ value, onDone }: { value: string; onDone: () => void }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title={t('backups:key.title')} opened onClose={() => copied && onDone()} width={640}>
      <div className="stack">
        <output className="recovery-code backup-key">{value}</output>
        <p>{t('backups:key.once')}</p>
        <div className="row apart">
          <Checkbox
            label={t('backups:key.done')}
            checked={copied}
            onChange={(event) => setCopied(event.currentTarget.checked)}
          />
          <Button disabled={!copied} onClick={onDone}>
            {t('backups:key.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
