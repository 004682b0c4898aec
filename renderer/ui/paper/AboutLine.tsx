import { fitPt } from '../../../shared/print/measure';

/** One fact of the line below the title. `hand` leaves room to write. */
export interface About {
  label: string;
  value: string;
  hand?: boolean;
  serial?: boolean;
}

interface AboutLineProps {
  facts: readonly About[];
  widthMm: number;
}

/** 项目名称, 部门, 年月, 第_页 on one line; long names make the whole line smaller rather than run out of the sheet. */
export function AboutLine({ facts, widthMm }: AboutLineProps) {
  const text = facts
    .map(({ label, value, hand }) => `${label}${value}${hand ? '手'.repeat(14) : ''}`)
    .join('    ');
  return (
    <div className="paper-about" style={{ fontSize: `${fitPt(text, widthMm - 2, 9)}pt` }}>
      {facts.map(({ label, value, hand, serial }) => (
        <span key={`${label}${value}`}>
          {label} {hand ? <i /> : serial ? <b className="paper-serial">{value}</b> : value}
        </span>
      ))}
    </div>
  );
}
