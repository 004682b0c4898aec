/** The least an Electron app can be: one window with one line of text. */
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1200, height: 800 }).loadFile(join(__dirname, 'index.html')));
