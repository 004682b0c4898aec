import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { GoodsLine } from '../../../shared/registers/release-requests.row';
import { useWords } from '../../i18n';
import { isComposing, withCommand } from '../../ui/keys';
import { StateMark } from '../../ui/StateMark';
import { counted, type Mark, type Marks, markOf } from './gate-marks';

interface GateLinesProps {
  goods: readonly GoodsLine[];
  marks: Marks;
  onMarks: (marks: Marks) => void;
}

/**
 * The goods in large type, one at a time by keyboard: Space is as on the slip, a number is what was counted, − is
 * different (count and remark follow), ↑ ↓ go back and forth.
 */
export function GateLines({ goods, marks, onMarks }: GateLinesProps) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const [typing, setTyping] = useState(false);
  const rows = useRef<HTMLTableSectionElement>(null);
  const line = goods[at];

  useEffect(() => {
    if (!typing) rows.current?.querySelectorAll<HTMLElement>('tr')[at]?.focus();
  }, [at, typing]);

  const mark = (id: string, next: Mark) => onMarks({ ...marks, [id]: next });
  const goOn = () => {
    setTyping(false);
    setAt(Math.min(at + 1, goods.length - 1));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!line || isComposing(event) || withCommand(event) || event.altKey) return;
    const inField = event.target instanceof HTMLInputElement;
    if (inField) {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      const fields = [...(event.currentTarget.querySelectorAll('input') ?? [])];
      const next = fields[fields.indexOf(event.target as HTMLInputElement) + 1];
      const found = markOf(marks, line.id);
      if (
        event.key === 'Enter' &&
        found.kind === 'differs' &&
        Number(found.counted) !== line.quantity &&
        next
      )
        next.focus();
      else {
        if (found.kind === 'differs') mark(line.id, counted(line, found.counted, found.remark));
        goOn();
      }
    } else if (event.key === ' ') {
      mark(line.id, { kind: 'same' });
      goOn();
    } else if (event.key === '-' || event.key === '−') {
      mark(line.id, { kind: 'differs', counted: '', remark: '' });
      setTyping(true);
    } else if (/^\d$/.test(event.key)) {
      mark(line.id, { kind: 'differs', counted: event.key, remark: '' });
      setTyping(true);
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, goods.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <table className="gate-lines" aria-label={t('goods-releases:field.goodsReleases.goods')}>
      <caption className="quiet small">{t('goods-releases:gate.keys')}</caption>
      <tbody ref={rows} onKeyDown={onKeyDown}>
        {goods.map((one, index) => {
          const found = markOf(marks, one.id);
          return (
            <tr
              key={one.id}
              tabIndex={index === at ? 0 : -1}
              aria-selected={index === at}
              className={`gate-line ${found.kind}`}
              onClick={() => setAt(index)}
            >
              <td className="number quiet">{one.lineNo}</td>
              <td>
                {one.name}
                {one.spec ? <span className="quiet"> {one.spec}</span> : null}
                {one.remark ? <span className="quiet small"> ({one.remark})</span> : null}
              </td>
              <td className="number gate-count">
                {one.quantity} {one.unit}
              </td>
              <td className="gate-mark">
                <LineMark
                  mark={found}
                  typing={typing && index === at}
                  unit={one.unit}
                  onMark={(next) => mark(one.id, next)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface LineMarkProps {
  mark: Mark;
  typing: boolean;
  unit: string;
  onMark: (mark: Mark) => void;
}

function LineMark({ mark, typing, unit, onMark }: LineMarkProps) {
  const { t } = useWords();
  const count = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!typing) return;
    count.current?.focus();
    const end = count.current?.value.length ?? 0;
    count.current?.setSelectionRange(end, end);
  }, [typing]);
  if (mark.kind === 'open') return <StateMark word={t('goods-releases:gate.toCompare')} tone="missing" />;
  if (mark.kind === 'same') return <StateMark word={t('goods-releases:gate.same')} tone="done" />;
  if (!typing)
    return (
      <StateMark
        word={`${t('goods-releases:gate.counted', { n: mark.counted })} ${unit} ${mark.remark}`.trim()}
        tone="late"
      />
    );
  return (
    <span className="row">
      <input
        ref={count}
        className="gate-input number"
        inputMode="numeric"
        aria-label={t('goods-releases:gate.countedField')}
        value={mark.counted}
        onChange={(event) =>
          onMark({ ...mark, counted: event.currentTarget.value.replace(/\D/g, '').slice(0, 7) })
        }
      />
      <input
        className="gate-input wide"
        aria-label={t('goods-releases:gate.remarkField')}
        placeholder={t('goods-releases:gate.remarkField')}
        value={mark.remark}
        maxLength={60}
        onChange={(event) => onMark({ ...mark, remark: event.currentTarget.value })}
      />
    </span>
  );
}
