import { app } from 'electron';
import { PAGES } from './app';
import { runDesk } from './cli';
import { guardContents, guardSession } from './guard';
import { Bridge } from './ipc';
import { memorySession } from './node-host';
import { ElectronPaper } from './print/print';
import { answerSeat } from './print/seat';
import { serve } from './protocol';

/** The packaged app's headless mode: `--desk COMMAND …` with paper at hand and no window to see. */
export function startDesk(argv: string[]): void {
  // Print windows come and go; the command alone decides when it is over.
  app.on('window-all-closed', () => undefined);
  app
    .whenReady()
    .then(() => {
      guardContents();
      guardSession(() => false);
      serve(PAGES);
      const bridge = new Bridge();
      bridge.listen(answerSeat, memorySession());
      return runDesk(argv, new ElectronPaper(bridge));
    })
    .then(
      (code) => app.exit(code),
      (error: unknown) => {
        console.error(error);
        app.exit(2);
      },
    );
}
