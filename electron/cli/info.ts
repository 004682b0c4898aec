import { statSync } from 'node:fs';
import { headOf } from '../db/journal';
import { JOURNALLED } from '../db/migrations';
import { kyselyOver, openRaw } from '../db/open';
import { settingsOf } from '../registers/office/settings';
import type { DeskCommand } from './command';
import { databaseOf } from './open-desk';
import { readOptions } from './options';

/** What lies in a data folder; reads only. */
export const infoCommand: DeskCommand = {
  summary: 'tell what lies in a data folder',
  help: `Usage: info --data DIR
Last line: {"ok","office","demo","schema","registers":{…},"journal","head","bytes"}.`,
  async run(argv, { say }) {
    const options = readOptions(argv, ['data'], 0);
    const path = databaseOf(options.need('data'));
    const raw = openRaw(path, 'readonly');
    try {
      const settings = await settingsOf(kyselyOver(raw));
      const registers: Record<string, number> = {};
      for (const [table, { register }] of Object.entries(JOURNALLED)) {
        registers[register] = (raw.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
      }
      const head = headOf(raw);
      const { name, project } = settings.office;
      say.note(
        `${name} · ${project}: ${registers.foundItems} found items, ${registers.lostReports} lost reports, ${head.seq} journal lines`,
      );
      say.answer({
        ok: true,
        office: { name, project },
        demo: settings.demo.on,
        schema: raw.pragma('user_version', { simple: true }),
        registers,
        journal: head.seq,
        head,
        bytes: statSync(path).size,
      });
      return 0;
    } finally {
      raw.close();
    }
  },
};
