import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import log from 'electron-log/node';

/**
 * The log: what failed and where in the code, never what somebody typed (trust.md C6). electron-log's Node half is
 * enough: the main process alone writes, so no channel to the windows is opened.
 */

/** Points the log at `folder`; a file of 1 MB is set aside once, then overwritten. */
export function openLog(folder: string, toScreen: boolean): void {
  log.transports.file.resolvePathFn = () => join(folder, 'deskbook.log');
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.level = 'info';
  log.transports.console.level = toScreen ? 'warn' : false;
}

/** A happening worth a line. `text` is written by us and carries no personal value. */
export function note(text: string): void {
  log.info(text);
}

/** Logs a defect under a reference that the screen may show. */
export function defect(error: unknown, where: string): string {
  const ref = randomBytes(4).toString('hex');
  log.error(`${ref} ${where} ${describe(error)}`);
  return ref;
}

/**
 * Kind, code, message and place of an error. Messages that quote their input (JSON, schemas) are left out; in the others
 * everything that could be a name, a phone or a document number is masked.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const quotes = error instanceof SyntaxError || error.name.includes('Zod') || error.message.startsWith('[');
  const message = quotes ? '' : `: ${mask(error.message)}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name}${code}${message}\n${frames.slice(0, 12).join('\n')}`;
}

const mask = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]+/g, '…')
    .replace(/\d{5,}/g, '#')
    .slice(0, 300);
