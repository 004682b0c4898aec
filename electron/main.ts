import { join } from 'node:path';
import { app } from 'electron';
import { startApp } from './app';
import { closeNetwork } from './guard';
import { launchFrom } from './launch';
import { openLog } from './log';
import { registerScheme } from './protocol';
import { makeThrowaway } from './throwaway';

/** Boot order and nothing else: folders, switches, then one of the three ways to run. */

const launch = launchFrom(process.argv, process.cwd());
const throwaway = launch.demoPapers || launch.desk ? makeThrowaway() : null;

if (throwaway) {
  app.setPath('userData', throwaway);
} else if (launch.dataDir && !app.commandLine.hasSwitch('user-data-dir')) {
  // The lock that keeps a second launch out belongs to the folder: one writer per office (trust.md A9).
  app.setPath('userData', join(launch.dataDir, 'profile'));
}
openLog(join(app.getPath('userData'), 'logs'), !app.isPackaged);
registerScheme();
closeNetwork();

// The two headless ways are loaded only when asked for: what they bring along would slow every start.
if (launch.desk) {
  const argv = launch.desk;
  import('./desk-mode').then(({ startDesk }) => startDesk(argv), failed);
} else if (launch.demoPapers) {
  const outDir = launch.demoPapers;
  import('./demo-papers').then(
    ({ startDemoPapers }) => startDemoPapers(outDir, join(throwaway!, 'office')),
    failed,
  );
} else {
  startApp(launch.dataDir ?? join(app.getPath('userData'), 'office'));
}

function failed(error: unknown): void {
  console.error(error);
  app.exit(2);
}
