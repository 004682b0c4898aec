import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDesk } from './cli';
import { openLog } from './log';

/** `node out/main/desk.js COMMAND …`: the command line without Electron; everything but `print` runs here. */
openLog(join(tmpdir(), 'deskbook-desk-logs'), false);
process.exitCode = await runDesk(process.argv.slice(2), null);
