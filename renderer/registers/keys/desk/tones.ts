import type { KeyCopyState } from '../../../../shared/registers/key-copies.row';
import type { KeyIncidentLine } from '../../../../shared/registers/key-incidents.row';
import type { KeyLoanLine, KeyLoanState } from '../../../../shared/registers/key-loans.row';
import type { KeyUnsealState } from '../../../../shared/registers/key-unseals.row';
import type { Tone } from '../../../ui/StateMark';

const LOAN: Record<KeyLoanState, Tone> = { out: 'todo', returned: 'done', lost: 'late', voided: 'void' };
/** How a loan stands to the desk: overdue is red, whatever else. */
export const loanTone = (row: Pick<KeyLoanLine, 'state' | 'overdue'>): Tone =>
  row.overdue ? 'late' : LOAN[row.state];

/** A drawer that stands open is red from the first minute. */
export const UNSEAL_TONES: Record<KeyUnsealState, Tone> = {
  opened: 'late',
  resealed: 'done',
  voided: 'void',
};

export const COPY_TONES: Record<KeyCopyState, Tone> = {
  applied: 'todo',
  approved: 'waiting',
  refused: 'done',
  made: 'todo',
  collected: 'done',
  voided: 'void',
};

/** An incident no superior has heard of is red (L03). */
export function incidentTone(row: Pick<KeyIncidentLine, 'state' | 'superiorAt'>): Tone {
  if (row.state === 'voided') return 'void';
  if (row.state !== 'open') return 'done';
  return row.superiorAt === null ? 'late' : 'todo';
}
