import { openOffice } from '../../electron/db/office-file';
import { Door } from '../../electron/door';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { proveSecret } from '../../electron/registers/session/prove';
import { isoOf } from '../../shared/dates';
import type { Actor } from '../../shared/registers/session';

/**
 * Registers found items through the door, one after another, for ever: argv[2] data folder, argv[3] actor as JSON.
 * Says each serial number once the door answered ok. To be killed.
 */
const [dataDir, person] = [process.argv[2]!, JSON.parse(process.argv[3]!) as Actor];
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
for (let n = 1; ; n += 1) {
  const result = await door.call(
    'foundItems.register',
    {
      category: 'umbrella',
      name: `雨伞${n}`,
      quantity: 1,
      foundPlace: 'A座1层大堂',
      foundAt: now(),
      finderName: '王小明',
      storagePlace: '前台失物柜',
      second: { how: 'witness', name: '保安老李' },
    },
    { actor: person, locked: false },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  process.stdout.write(`${(result.data as { serialNo: string }).serialNo}\n`);
}
