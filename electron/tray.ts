import { app, type BrowserWindow, Notification } from 'electron';
import { MINUTE_MS } from '../shared/dates';
import { type Alarm, Attention } from './attention';
import type { Bridge } from './ipc';
import { defect } from './log';
import type { OpenOffice } from './office';
import { showAgain } from './window';
import { fill, type Lang, WORDS } from './words';

/** Badge and notifications of what cannot wait; a click brings the window and its list. */

export interface AlarmDeps {
  /** What cannot wait now. */
  alarms: OpenOffice['alarms'];
  bridge: Bridge;
  window: () => BrowserWindow | undefined;
  lang: () => Lang;
}

/** Looks now and every minute until the app quits. Answers the call that looks at once, for every commit. */
export function watchAlarms({ alarms, bridge, window, lang }: AlarmDeps): () => void {
  /** Kept while they are shown: a notification that is collected as garbage loses its click. */
  const shown = new Map<string, Notification>();
  const attention = new Attention({
    show: (alarm) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification(saidOf(alarm, lang()));
      notification.on('click', () => {
        showAgain(window());
        const [register = '', need = ''] = alarm.key.split('.');
        bridge.send({ type: 'open', register, need });
      });
      notification.on('close', () => shown.delete(alarm.key));
      shown.set(alarm.key, notification);
      notification.show();
    },
    badge: (total) => app.setBadgeCount(total),
    clock: () => performance.now(),
  });
  let looking = false;
  const look = (): void => {
    if (looking) return;
    looking = true;
    alarms()
      .then((found) => attention.look(found))
      .catch((error: unknown) => defect(error, 'alarms'))
      .finally(() => {
        looking = false;
      });
  };
  const timer = setInterval(look, MINUTE_MS);
  app.once('will-quit', () => clearInterval(timer));
  look();
  return look;
}

/** A sentence without names: what, and how many. */
function saidOf(alarm: Alarm, lang: Lang): { title: string; body: string } {
  const { alarm: words } = WORDS[lang];
  const body = (words.of as Record<string, string>)[alarm.key] ?? words.other;
  return { title: words.title, body: fill(body, { count: String(alarm.count) }) };
}
