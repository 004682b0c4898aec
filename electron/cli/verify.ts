import { verifyOffice } from '../db/verify';
import type { DeskCommand } from './command';
import { databaseOf } from './open-desk';
import { readOptions } from './options';
import { progressOf } from './say';

/** Reads only, so it asks for nobody: whoever holds the file may check it. */
export const verifyCommand: DeskCommand = {
  summary: 'recompute the journal and compare every entry, number, photo and anchor with it',
  help: `Usage: verify --data DIR
  --data DIR   the office's data folder
Last line: {"ok","entries","journal","head","problems":[{"kind","register","where","detail"}],"anchors"}.
Exit code 1 when tampering is found.`,
  async run(argv, { say }) {
    const options = readOptions(argv, ['data'], 0);
    const dataDir = options.need('data');
    databaseOf(dataDir);
    const verdict = verifyOffice(dataDir, progressOf(say, 'verified'));
    for (const problem of verdict.problems)
      say.note(`${problem.kind}  ${problem.register ?? '-'}  ${problem.where}  ${problem.detail}`);
    const { ok, entries, journal, head, problems, anchors, tookMs } = verdict;
    say.answer({ ok, entries, journal, head, problems, anchors, tookMs: Math.round(tookMs) });
    return ok ? 0 : 1;
  },
};
