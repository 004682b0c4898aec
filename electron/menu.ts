import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostEvent } from '../shared/api';
import { DEV_SERVER } from './guard';
import { type Lang, WORDS } from './words';

type MenuCommand = Extract<HostEvent, { type: 'command' }>['command'];

/** Sets the application's menu in one language. Its commands travel to the page as events; roles work in main. */
export function setMenu(lang: Lang, run: (command: MenuCommand) => void): void {
  const { menu } = WORDS[lang];
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => run(command),
    // The page owns its keys (an input method may be composing); the menu only shows them.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const developer: MenuItemConstructorOptions[] = DEV_SERVER
    ? [line, { label: menu.reload, role: 'reload' }, { label: menu.developer, role: 'toggleDevTools' }]
    : [];
  const template: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        item(menu.print, 'print', 'CmdOrCtrl+P'),
        item(menu.settings, 'settings'),
        line,
        item(menu.lock, 'lock', 'CmdOrCtrl+L'),
        line,
        { label: menu.quit, role: 'quit' },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { label: menu.undo, role: 'undo' },
        { label: menu.redo, role: 'redo' },
        line,
        { label: menu.cut, role: 'cut' },
        { label: menu.copy, role: 'copy' },
        { label: menu.paste, role: 'paste' },
        { label: menu.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { label: menu.zoomIn, role: 'zoomIn' },
        { label: menu.zoomOut, role: 'zoomOut' },
        { label: menu.zoomReset, role: 'resetZoom' },
        line,
        { label: menu.fullScreen, role: 'togglefullscreen' },
        ...developer,
      ],
    },
    { label: menu.book, submenu: [item(menu.verify, 'verify')] },
    {
      label: menu.help,
      submenu: [item(menu.manual, 'help'), item(menu.shortcuts, 'shortcuts'), item(menu.scanner, 'scanner')],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
