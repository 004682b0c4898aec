import { app, type Session, session, type WebContents } from 'electron';
import { defect } from './log';
import { ORIGIN } from './protocol';

/**
 * What no window may do (trust.md E1, E5, E11): leave its page, open another, embed one, ask for a device, or reach a
 * network. Set once for every window that will ever exist, the print windows included.
 */

/** Vite's server while developing (`npm run dev`); null in a built app. */
export const DEV_SERVER: string | null =
  !app.isPackaged && process.env.ELECTRON_RENDERER_URL
    ? new URL(process.env.ELECTRON_RENDERER_URL).origin
    : null;

/** The only origin whose pages may speak to main. */
export const PAGE_ORIGIN = DEV_SERVER ?? ORIGIN;

/** Chromium's own background traffic off, names not resolved, no proxy search. Must run before the app is ready. */
export function closeNetwork(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
    'disable-breakpad',
    'disable-quic',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch(
    'host-resolver-rules',
    DEV_SERVER ? 'MAP * ~NOTFOUND , EXCLUDE localhost' : 'MAP * ~NOTFOUND',
  );
  // One locale on every machine: the same line breaks on paper.
  commandLine.appendSwitch('lang', 'zh-CN');
  forgetSpelling();
  // As root Chromium runs only without its sandbox; asking for both ends the process (trust.md §0.11).
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/**
 * Chromium asks its maker for a spelling dictionary as soon as a session exists, before the session can be told not to.
 * The question is asked in a later turn of the loop: it is sent to an address of ours, where there is none.
 */
function forgetSpelling(): void {
  app.once('session-created', (created) => {
    created.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionary/`);
    created.setSpellCheckerEnabled(false);
  });
}

/** Permissions, devices, downloads and requests of the one session all windows share. */
export function guardSession(
  isMainWindow: (contents: WebContents | null) => boolean,
  of: Session = session.defaultSession,
): void {
  of.setPermissionRequestHandler((contents, permission, decide, details) => {
    const video =
      'mediaTypes' in details && details.mediaTypes?.length === 1 && details.mediaTypes[0] === 'video';
    decide(permission === 'media' && video && isMainWindow(contents) && details.isMainFrame);
  });
  of.setPermissionCheckHandler(
    (contents, permission, origin, details) =>
      permission === 'media' &&
      details.mediaType === 'video' &&
      isMainWindow(contents) &&
      origin.replace(/\/$/, '') === PAGE_ORIGIN,
  );
  of.setDevicePermissionHandler(() => false);
  of.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  of.on('will-download', (event) => event.preventDefault());
  of.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOurs(details.url) }));
}

/** Our pages and the blobs they make; while developing also Vite's server and the developer tools. */
function isOurs(url: string): boolean {
  if (url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`)) return true;
  if (!DEV_SERVER) return false;
  return (
    url.startsWith(`${DEV_SERVER}/`) ||
    url.startsWith(`${DEV_SERVER.replace(/^http/, 'ws')}/`) ||
    url.startsWith(`blob:${DEV_SERVER}/`) ||
    url.startsWith('devtools://')
  );
}

/** Nails every window to the page main loaded into it. */
export function guardContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => event.preventDefault());
    const stay = (event: { preventDefault(): void; url: string; isMainFrame?: boolean }): void => {
      // A page may load itself anew, nothing else. Refusing that would also stop a reload that main began meanwhile.
      if (event.isMainFrame !== false && event.url === contents.getURL()) return;
      // Vite reloads the page while developing.
      if (!(DEV_SERVER && event.url.startsWith(`${DEV_SERVER}/`))) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    // about:blank commits without asking anybody: whoever leads a page there finds it loaded anew.
    let home: string | null = null;
    contents.on('did-navigate', (_event, url) => {
      if (url.startsWith(`${PAGE_ORIGIN}/`)) home = url;
      else if (home) contents.loadURL(home).catch((error: unknown) => defect(error, 'home'));
    });
  });
}
