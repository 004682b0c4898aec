import { randomUUID } from 'node:crypto';
import type { Verdict } from '../../../shared/registers/journal';
import { OpenRefused } from '../../db/open';
import { verifyOffice } from '../../db/verify';
import { folder, readWords } from '../arguments';
import type { Command } from '../command';
import { type DeskIo, meter } from '../io';
import { saysDemo, signIn } from '../office';

/** Recomputes the whole office and names what does not fit. */
export const verify: Command = {
  help: `verify --data DIR [--as STAFFNO]

Checks every journal line, every entry, every number, photo and anchor of the office. Changes nothing.
Exit code 1 when something was tampered with or damaged; the first findings are named.

  --data DIR    folder of the office
  --as STAFFNO  who asks (real offices only; the PIN or passphrase comes on standard input)`,

  async run(args, io) {
    const words = readWords(args, ['data', 'as']);
    const { ok, entries, journal, head, problems, anchors, tookMs } = await verdictOf(
      folder(words),
      words.options.as,
      io,
    );
    for (const { kind, register, where, detail } of problems)
      io.say(`${kind}: ${[register, where, detail].filter(Boolean).join(' · ')}`);
    io.say(
      ok
        ? `Everything fits: ${entries} entries, ${journal} journal lines, ${anchors} anchors.`
        : `${problems.length} findings. Change nothing; keep a copy of the whole folder.`,
    );
    return { ok, entries, journal, head, problems, anchors, tookMs: Math.round(tookMs) };
  },
};

/**
 * A demo office, and one too damaged for anybody to sign in, is only read. In a real office the person is proven first,
 * which writes the sign-in; the newest anchor is kept before that, so nothing is covered up.
 */
async function verdictOf(dataDir: string, staffNo: string | undefined, io: DeskIo): Promise<Verdict> {
  const readOnly = (): Verdict => verifyOffice(dataDir, meter(io, 'done'));
  try {
    if (saysDemo(dataDir) && staffNo === undefined) return readOnly();
    const office = await signIn(dataDir, staffNo, 'journal.verify', io);
    try {
      return await office.call('journal.verify', { job: randomUUID() });
    } finally {
      office.close();
    }
  } catch (error) {
    if (error instanceof OpenRefused && error.code === 'damaged') return readOnly();
    throw error;
  }
}
