import { barsOf } from './bars';
import { lengths, mm } from './Sheet';
import './barcode.css';

interface BarcodeProps {
  /** Even number of digits: Code 128-C. */
  digits: string;
  /** Width of the narrowest bar in mm; 0.25 is read by every desk scanner. */
  moduleMm: number;
  heightMm: number;
}

/** Code 128 drawn as one path, with its digits below for the day the scanner is broken. Empty digits draw nothing. */
export function Barcode({ digits, moduleMm, heightMm }: BarcodeProps) {
  if (!/^\d{2,}$/.test(digits)) return null;
  const { width, d } = barsOf(digits);
  return (
    <figure className="paper-code" style={lengths({ '--code-width': mm(width * moduleMm) })}>
      <svg
        viewBox={`0 0 ${width} 1`}
        preserveAspectRatio="none"
        style={{ height: mm(heightMm) }}
        role="img"
        aria-label={digits}
      >
        <path d={d} shapeRendering="crispEdges" />
      </svg>
      <figcaption>{digits.replace(/(\d{2})(\d{4})(\d{5})(\d)/, '$1 $2 $3 $4')}</figcaption>
    </figure>
  );
}
