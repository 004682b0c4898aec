import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useWords } from '../i18n';
import { Dialog } from './Dialog';

/** Every key the desk knows; words are `core:shortcut.<name>`. */
const GROUPS: readonly { title: string; keys: readonly (readonly [keys: string, name: string])[] }[] = [
  {
    title: 'everywhere',
    keys: [
      ['/', 'find'],
      ['Ctrl+K', 'find'],
      ['Alt+1 … 9', 'tab'],
      ['?', 'sheet'],
      ['Ctrl+L', 'lock'],
    ],
  },
  {
    title: 'form',
    keys: [
      ['Enter', 'nextField'],
      ['Ctrl+Enter', 'saveAndNew'],
      ['Ctrl+P', 'saveAndPrint'],
      ['Esc', 'back'],
      ['Tab', 'acceptSuggestion'],
      ['Shift+Enter', 'newLine'],
    ],
  },
  {
    title: 'list',
    keys: [
      ['↑ ↓', 'move'],
      ['Home / End', 'ends'],
      ['Enter', 'open'],
      ['N', 'newEntry'],
    ],
  },
  {
    title: 'time',
    keys: [
      ['930', 'time930'],
      ['-15', 'timeAgo'],
      ['t', 'timeTomorrow'],
    ],
  },
];

interface ShortcutsProps {
  opened: boolean;
  onClose: () => void;
}

/** The sheet behind `?`. */
export function Shortcuts({ opened, onClose }: ShortcutsProps) {
  const { t } = useWords();
  return (
    <Dialog title={t('core:shortcut.title')} opened={opened} onClose={onClose} width={640}>
      <div className="shortcut-groups">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h2>{t(`core:shortcut.group.${group.title}`)}</h2>
            <dl>
              {group.keys.map(([keys, name]) => (
                <Fragment key={keys}>
                  <dt>
                    <Kbd>{keys}</Kbd>
                  </dt>
                  <dd>{t(`core:shortcut.${name}`)}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
