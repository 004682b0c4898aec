import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { client } from '../client';
import { useWords } from '../i18n';
import { useActor, usePermit } from '../ui/actor';
import { soundOn, switchSound } from '../ui/beep';
import { drafts } from '../ui/drafts';
import { ChangeSecretDialog } from './sign-in/ChangeSecret';

interface UserMenuProps {
  onVerify: () => void;
  onShortcuts: () => void;
  onScanner: () => void;
}

/** Leaves the desk to a colleague: main keeps this person's unsaved text, the page starts afresh (trust.md D5). */
async function switchUser(): Promise<void> {
  await client.session.keepDrafts({ drafts: drafts.all() });
  const out = await client.session.signOut({});
  if (out.ok) location.reload();
}

/** Lock, and what belongs to the person who is on. */
export function UserMenu({ onVerify, onShortcuts, onScanner }: UserMenuProps) {
  const { t } = useWords();
  const actor = useActor();
  const mayVerify = usePermit('journal.verify');
  const [sound, setSound] = useState(soundOn);
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        title={t('core:frame.lock')}
        onClick={() => void client.session.lock({})}
      >
        {t('core:frame.lockWord')}
      </Button>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" aria-label={t('core:frame.menu')}>
            {actor.name}
            <span className="quiet menu-mark" aria-hidden="true">
              ▾
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {actor.roles.map((role) => t(`core:role.${role}`)).join(t('core:listComma'))}
          </Menu.Label>
          <Menu.Item onClick={() => void switchUser()}>{t('core:frame.switchUser')}</Menu.Item>
          <Menu.Item onClick={() => setChanging(true)}>{t('core:frame.changeSecret')}</Menu.Item>
          <Menu.Divider />
          {mayVerify ? <Menu.Item onClick={onVerify}>{t('core:frame.verify')}</Menu.Item> : null}
          <Menu.Item
            closeMenuOnClick={false}
            onClick={() => {
              switchSound(!sound);
              setSound(!sound);
            }}
          >
            {t(sound ? 'core:frame.soundOn' : 'core:frame.soundOff')}
          </Menu.Item>
          <Menu.Item onClick={onScanner}>{t('scan:setup.menu')}</Menu.Item>
          <Menu.Item rightSection={<span className="quiet small">?</span>} onClick={onShortcuts}>
            {t('core:frame.shortcuts')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangeSecretDialog actor={actor} opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
