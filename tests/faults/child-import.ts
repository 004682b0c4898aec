import { openOffice } from '../../electron/db/office-file';
import { Door } from '../../electron/door';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { proveSecret } from '../../electron/registers/session/prove';
import { isoOf } from '../../shared/dates';
import type { ImportPreview } from '../../shared/registers/imports';
import type { Actor } from '../../shared/registers/session';

/** Imports one file of units through the door: argv[2] data folder, argv[3] actor as JSON, argv[4] file. Says `go`, then is killed or ends. */
const [dataDir, person, path] = [process.argv[2]!, JSON.parse(process.argv[3]!) as Actor, process.argv[4]!];
const now = () => isoOf(Date.now());
const file = openOffice(dataDir, 'existing', now());
const door = new Door({
  file,
  handlers,
  host: new NodeHost(dataDir),
  prove: proveSecret,
  clock: now,
  station: () => '前台一',
  log: (error) => {
    throw error;
  },
});
const ask = async (name: string, input: object): Promise<unknown> => {
  const result = await door.call(name, input, { actor: person, locked: false });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.data;
};
const seen = (await ask('imports.preview', { kind: 'units', path, job: 'j' })) as ImportPreview;
process.stdout.write('go\n');
await ask('imports.run', { kind: 'units', path, sha256: seen.sha256, mapping: seen.mapping, job: 'j' });
process.stdout.write('done\n');
file.close();
