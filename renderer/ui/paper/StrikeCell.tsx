import type { PrintCell } from '../../../shared/print/forms';
import { type Run, runsOf, wrapRuns } from '../../../shared/print/measure';

interface StrikeCellProps {
  cell: PrintCell;
  /** Room for text in em of its own size: lines are broken where the plan broke them. */
  widthEm: number;
}

/** A cell's text. Corrected: the old value struck once and still legible, the new one, then who and when (trust.md C5). */
export function StrikeCell({ cell, widthEm }: StrikeCellProps) {
  return wrapRuns(runsOf(cell), widthEm).map((line, index) => (
    // Lines and runs have no identity but their place: a cell is drawn once and never changes.
    <span key={`line ${index + 1}`} className="paper-line">
      {line.map((run, place) => (
        <Stretch key={`${place + 1} ${run.kind}`} run={run} />
      ))}
    </span>
  ));
}

function Stretch({ run }: { run: Run }) {
  if (run.kind === 'old') return <s>{run.text}</s>;
  return run.kind === 'sign' ? <small>{run.text}</small> : run.text;
}
