import { Refusal } from '../../shared/result';

/** Why a backup cannot be made, read or put back: sentences below `backups:refused.backups.`. */
export type BackupProblem =
  | 'notABackup'
  | 'newerFormat'
  | 'wrongSecret'
  | 'damaged'
  | 'cutShort'
  | 'newerProgram'
  | 'noSpace'
  | 'tooBigForDisk'
  | 'folderMissing'
  | 'insideOffice'
  | 'fileExists'
  | 'fileMissing'
  | 'shortPassphrase'
  | 'notReady'
  | 'diskFailed'
  | 'officeOpen';

/** A backup refused for a reason people can act on. `detail` says where, for the log. */
export class BackupRefused extends Refusal {
  readonly code: BackupProblem;
  readonly detail: string;
  constructor(code: BackupProblem, params: Record<string, string | number> = {}, detail = '') {
    super(`backups.${code}`, params);
    this.code = code;
    this.detail = detail;
  }
}
