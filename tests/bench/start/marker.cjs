/**
 * Loaded into any Electron app with `-r`: says on standard output when its first page has said `data-app-state="ready"`.
 * The same for both sides, so it costs both the same.
 */
const { app } = require('electron');

const READY = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => root.dataset.appState === 'ready' && resolve(true);
  new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['data-app-state'] });
  look();
})`;

app.once('browser-window-created', (_event, { webContents }) => {
  webContents.once('dom-ready', () => {
    webContents.executeJavaScript(READY).then(() => process.stdout.write('PAGE READY\n'));
  });
});
