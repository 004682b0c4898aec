import type { PrintCell } from '../../../shared/print/forms';
import { runsOf } from '../../../shared/print/measure';

/** A cell's text. Corrected: the old value struck once and still legible, the new one, then who and when (trust.md C5). */
export function StrikeCell({ cell }: { cell: PrintCell }) {
  const runs = runsOf(cell);
  if (runs.length === 1 && runs[0]?.kind === 'text') return runs[0].text;
  return runs.map((run, index) => {
    // Runs have no identity but their place: the cell is drawn once and never changes.
    const key = `${index}${run.kind}`;
    if (run.kind === 'old') return <s key={key}>{run.text}</s>;
    return run.kind === 'sign' ? <small key={key}>{run.text}</small> : <span key={key}>{run.text}</span>;
  });
}
