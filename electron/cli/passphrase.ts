import { readFileSync } from 'node:fs';
import { MIN_PASSPHRASE } from '../backup/keys';
import { BackupRefused } from '../backup/refused';
import { need, type Words } from './arguments';
import { CannotDo } from './command';

/** The first line of `--passphrase-file`: never part of the arguments, which every process may read. */
export function readSecret(words: Words): string {
  const path = need(words, 'passphrase-file');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotDo('passphrase.unreadable', `${path} cannot be read: ${(error as Error).message}`);
  }
  return text.replace(/^\uFEFF/, '').split(/\r?\n/)[0]!;
}

/** The same for a new backup, long enough. Errors: BackupRefused `shortPassphrase`. */
export function readPassphrase(words: Words): string {
  const secret = readSecret(words);
  if ([...secret].length < MIN_PASSPHRASE)
    throw new BackupRefused('shortPassphrase', { least: MIN_PASSPHRASE });
  return secret;
}
