import { join } from 'node:path';
import { migrate } from '../../electron/db/migrate';
import { STEPS } from '../../electron/db/migrations';
import { openRaw } from '../../electron/db/open';
import { NEXT_STEP } from './next-step';

/** Says `start`, brings the office in argv[2] to the synthetic next schema, says `done`. To be killed in between. */
const db = openRaw(join(process.argv[2]!, 'deskbook.sqlite'), 'existing');
process.stdout.write('start\n');
migrate(db, '2027-01-01T00:00:00.000Z', [...STEPS, NEXT_STEP]);
process.stdout.write('done\n');
db.close();
