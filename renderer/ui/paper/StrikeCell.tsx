import type { ReactNode } from 'react';
import type { PrintCell } from '../../../shared/print/forms';
import { type Run, runsOf, wrapRuns } from '../../../shared/print/measure';

interface StrikeCellProps {
  cell: PrintCell;
  /** Room for text in em of its own size: lines are broken where the plan broke them. */
  widthEm: number;
}

/** A cell's text. Corrected: the old value struck once and still legible, the new one, then who and when (trust.md C5). */
export function StrikeCell({ cell, widthEm }: StrikeCellProps) {
  const lines: ReactNode[] = [];
  // Where a line or a run begins in the text is what it is known by.
  let at = 0;
  for (const line of wrapRuns(runsOf(cell), widthEm)) {
    const runs: ReactNode[] = [];
    const start = at;
    for (const run of line) {
      runs.push(<Stretch key={at} run={run} />);
      at += run.text.length;
    }
    lines.push(
      <span key={start} className="paper-line">
        {runs}
      </span>,
    );
  }
  return lines;
}

function Stretch({ run }: { run: Run }) {
  if (run.kind === 'old') return <s>{run.text}</s>;
  return run.kind === 'sign' ? <small>{run.text}</small> : run.text;
}
