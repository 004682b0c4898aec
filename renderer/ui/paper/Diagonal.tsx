import { mm } from './Sheet';

interface DiagonalProps {
  /** Below the top of the grid; left out: the lines end where the grid ends. */
  topMm?: number;
  heightMm: number;
  /** 以下空白. */
  label: string;
}

/** Unused lines are struck through once, corner to corner: nothing can be written in afterwards (desk-practice.md §3.1). */
export function Diagonal({ topMm, heightMm, label }: DiagonalProps) {
  return (
    <div
      className="paper-diagonal"
      style={{ ...(topMm === undefined ? { bottom: 0 } : { top: mm(topMm) }), height: mm(heightMm) }}
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" y1="100" x2="100" y2="0" vectorEffect="non-scaling-stroke" />
      </svg>
      <span>{label}</span>
    </div>
  );
}
