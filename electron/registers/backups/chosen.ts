import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { BackupRefused } from '../../backup/refused';
import type { Host } from '../../host';

/** The file that was chosen before, or the path that was. Errors: BackupRefused `fileMissing`. */
export function pathOf(host: Host, file: string | null, path: string | null): string {
  const found = file ? host.chosen.path(file) : path;
  if (!found || !isAbsolute(found) || !existsSync(found))
    throw new BackupRefused('fileMissing', { path: found ?? '' });
  return resolve(found);
}
