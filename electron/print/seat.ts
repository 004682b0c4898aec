import { prints } from '../../shared/registers/prints';
import type { Result } from '../../shared/result';
import type { Caller } from '../door';

/**
 * Answers a print window where no office's door is at hand: the headless command line opens its own office and hands
 * finished jobs to paper. The same two operations, the same schemas, nothing else.
 */
export async function answerSeat(
  name: string,
  input: unknown,
  { printWindow: seat }: Caller,
): Promise<Result<unknown>> {
  if (seat && name === 'prints.page') return { ok: true, data: seat.job };
  const report = prints.ready.input.safeParse(input);
  if (seat && name === 'prints.ready' && report.success) {
    seat.ready(report.data);
    return { ok: true, data: {} };
  }
  return { ok: false, error: { kind: 'refused', reason: 'notAllowed' } };
}
