import { resolve } from 'node:path';

/** How the program was started. Everything after `--desk` belongs to the command line of the desk. */
export interface Launch {
  /** `--data DIR`: the office's folder; null: the folder of this user. */
  dataDir: string | null;
  /** `--demo-papers OUTDIR`: show the main job on a throwaway demo office and write its papers there. */
  demoPapers: string | null;
  /** `--desk COMMAND …`: the headless command line, without a window. */
  desk: string[] | null;
}

/** Reads argv; `cwd` is where the command was typed. `--name value` and `--name=value` mean the same. */
export function launchFrom(argv: readonly string[], cwd: string): Launch {
  const deskAt = argv.indexOf('--desk');
  const own = deskAt < 0 ? argv : argv.slice(0, deskAt);
  const folder = (name: string): string | null => {
    for (const [index, word] of own.entries()) {
      if (word.startsWith(`${name}=`)) return resolve(cwd, word.slice(name.length + 1));
      if (word === name && own[index + 1]) return resolve(cwd, own[index + 1]!);
    }
    return null;
  };
  return {
    dataDir: folder('--data'),
    demoPapers: folder('--demo-papers'),
    desk: deskAt < 0 ? null : argv.slice(deskAt + 1),
  };
}
