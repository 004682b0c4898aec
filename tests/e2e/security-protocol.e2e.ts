import { expect, test } from '../support/app';

/** trust.md E4, E5: what the own protocol serves, what a page may ask the machine for. */

test.use({ flags: ['--use-fake-device-for-media-stream'] });

const HOSTILE = [
  '..%2fmain%2fmain.js',
  '..%2f..%2fpackage.json',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '..%5c..%5cpackage.json',
  '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%2fetc%2fpasswd',
  '%2F%2Fetc%2Fpasswd',
  '/etc/passwd',
  '//etc/passwd',
  'assets/..%2f..%2fmain%2fmain.js',
  'assets%2f..%2f..%2fpreload%2fpreload.cjs',
  '.%2fmain.js',
  '%00',
  'index.html%00',
  'index.html%00.js',
  'index.html%2f',
  'index.html/',
  'index.html%20',
  'index.html.',
  'INDEX.HTML',
  'index%2ehtml%2e',
  'index.html;x',
  'index.html::$DATA',
  'C:%5cWindows%5cwin.ini',
  '%5c%5cserver%5cshare%5cx',
  'file:///etc/passwd',
  'file:%2f%2f%2fetc%2fpasswd',
  '%ff',
  '%fe%ff',
  '%c0%ae%c0%ae%2fpackage.json',
  '%252e%252e%252fpackage.json',
  '~%2f.bashrc',
  'assets',
  'assets/',
  'assets%2f',
  '.',
  '..',
  '...',
  '....%2f%2f',
  '%e2%80%ae',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'print.html%2f..%2f..%2fmain%2fworker.js',
  '.vite/manifest.json',
  'index.html%23',
  'index.html%3f',
  'proc%2fself%2fenviron',
] as const;
const HOSTS = [
  'app://evil/index.html',
  'app://deskbook.evil/index.html',
  'app://user@evil/index.html',
  'app://user:pw@deskbook/index.html',
  'app://DESKBOOKX/index.html',
  'app://localhost/index.html',
  'app:///index.html',
] as const;

test('the own protocol serves its files and nothing else (E4)', async ({ desk }) => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
  const ask = (urls: string[]): Promise<[string, number | string, string][]> =>
    desk.app.evaluate(
      ({ session }, list) =>
        Promise.all(
          list.map(async (url): Promise<[string, number | string, string]> => {
            try {
              const answer = await session.defaultSession.fetch(url);
              return [url, answer.status, await answer.text()];
            } catch (error) {
              return [url, 'refused', String(error)];
            }
          }),
        ),
      urls,
    );
  const [served] = await ask(['app://deskbook/index.html']);
  expect(served?.[1]).toBe(200);
  for (const [url, status, body] of await ask(HOSTILE.map((path) => `app://deskbook/${path}`))) {
    // Chromium folds `.` and `..` away before asking: what is left is the page itself.
    const folded = new URL(url.replace('app:', 'http:')).pathname === '/';
    expect([url, status, folded ? 'page' : body]).toEqual(
      folded ? [url, 200, 'page'] : [url, 404, 'not found'],
    );
  }
  for (const [url, status] of await ask([...HOSTS])) expect([404, 'refused'], url).toContain(status);
  const fromPage = await desk.page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(`app://deskbook/${path}`)).status)),
    HOSTILE.filter((path) => !/^\.{1,2}$/.test(path)),
  );
  expect([...new Set(fromPage)]).toEqual([404]);
  const posted = await desk.page.evaluate(
    async () => (await fetch('app://deskbook/index.html', { method: 'POST', body: 'x' })).status,
  );
  expect(posted).toBe(404);
  desk.problems.length = 0;
});

test('no permission but the camera, for the main window only (E5)', async ({ desk }) => {
  const states = await desk.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'push',
      'midi',
      'camera',
      'microphone',
      'background-fetch',
      'background-sync',
      'persistent-storage',
      'ambient-light-sensor',
      'accelerometer',
      'gyroscope',
      'magnetometer',
      'screen-wake-lock',
      'nfc',
      'display-capture',
      'clipboard-read',
      'clipboard-write',
      'payment-handler',
      'idle-detection',
      'periodic-background-sync',
      'system-wake-lock',
      'storage-access',
      'window-management',
      'local-fonts',
      'speaker-selection',
      'keyboard-lock',
      'pointer-lock',
      'fullscreen',
      'captured-surface-control',
      'top-level-storage-access',
      'hid',
      'serial',
      'usb',
      'bluetooth',
    ];
    const answers: [string, string][] = [];
    for (const name of names) {
      try {
        answers.push([name, (await navigator.permissions.query({ name: name as PermissionName })).state]);
      } catch {
        answers.push([name, 'unknown']);
      }
    }
    const devices = {
      usb: await (navigator as unknown as { usb?: { getDevices(): Promise<unknown[]> } }).usb
        ?.getDevices()
        .then(
          (d) => d.length,
          () => 0,
        ),
      hid: await (navigator as unknown as { hid?: { getDevices(): Promise<unknown[]> } }).hid
        ?.getDevices()
        .then(
          (d) => d.length,
          () => 0,
        ),
      serial: await (navigator as unknown as { serial?: { getPorts(): Promise<unknown[]> } }).serial
        ?.getPorts()
        .then(
          (d) => d.length,
          () => 0,
        ),
    };
    return { answers, devices, notification: Notification.permission };
  });
  const granted = states.answers.filter(([, state]) => state === 'granted').map(([name]) => name);
  // Chromium grants these two without asking the embedder: own storage of an installed page, tilt of the device.
  expect(granted).toEqual(['camera']);
  expect(states.notification).toBe('denied');
  for (const count of Object.values(states.devices)) expect(count ?? 0).toBe(0);
});
