import { statSync } from 'node:fs';
import { join } from 'node:path';
import { NUMBERED, type NumberedRegister } from '../../../shared/ids';
import { headOf } from '../../db/journal';
import { DATABASE_NAME } from '../../db/office-file';
import { tableOf } from '../../db/seal';
import { isDemo, settingsOf } from '../../registers/office/settings';
import { folder, readWords } from '../arguments';
import type { Command } from '../command';
import { signIn } from '../office';

/** What an office is and how much it holds. */
export const info: Command = {
  help: `info --data DIR [--as STAFFNO]

Says which office it is and how much it holds: entries per register, journal lines, the chain's end, size, schema version.

  --data DIR    folder of the office
  --as STAFFNO  who asks (real offices only; the PIN or passphrase comes on standard input)`,

  async run(args, io) {
    const words = readWords(args, ['data', 'as']);
    const dataDir = folder(words);
    const desk = await signIn(dataDir, words.options.as, 'signedIn', io);
    try {
      const { read, rawReader } = desk.door;
      const { office } = await settingsOf(read);
      const count = (table: string): number =>
        (rawReader.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
      const registers = Object.keys(NUMBERED) as NumberedRegister[];
      const entries = Object.fromEntries(registers.map((register) => [register, count(tableOf(register)!)]));
      const answer = {
        ok: true,
        office: office.name,
        project: office.project,
        demo: await isDemo(read),
        entries,
        staff: count('staff'),
        journal: count('journal'),
        head: headOf(rawReader),
        bytes: statSync(join(dataDir, DATABASE_NAME)).size,
        schema: rawReader.pragma('user_version', { simple: true }) as number,
      };
      io.say(`${answer.office} · ${answer.project}${answer.demo ? ' (demo)' : ''}`);
      for (const [register, n] of Object.entries(entries)) io.say(`${register}: ${n}`);
      io.say(
        `journal: ${answer.journal} lines, ${(answer.bytes / 1e6).toFixed(1)} MB, schema ${answer.schema}`,
      );
      return answer;
    } finally {
      desk.close();
    }
  },
};
