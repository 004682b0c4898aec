import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { SuggestField } from '../../ui/fields/SuggestField';
import { TextField } from '../../ui/fields/TextField';
import { isComposing, withCommand } from '../../ui/keys';
import { EMPTY_LINE, isEmpty, openEnded, readLine, readPasted, type TypedLine } from './goods-lines';

interface GoodsEditorProps {
  lines: readonly TypedLine[];
  onChange: (lines: TypedLine[]) => void;
}

/**
 * 物品明细 as on the slip, one line below the other. Enter goes on cell by cell; `沙发×2张` in the name fills a whole line
 * and begins the next; an empty name leaves the list; Ctrl+Delete takes a line off; pasted lines become lines.
 */
export function GoodsEditor({ lines, onChange }: GoodsEditorProps) {
  const { t } = useWords();
  const place = useRef<HTMLTableSectionElement>(null);
  const set = (index: number, part: Partial<TypedLine>) => {
    const next = lines.map((line, n) => (n === index ? { ...line, ...part } : line));
    onChange(isEmpty(next.at(-1) ?? EMPTY_LINE) ? next : [...next, EMPTY_LINE]);
  };
  const toLine = (index: number) =>
    requestAnimationFrame(() =>
      place.current?.querySelectorAll<HTMLElement>('[data-cell="name"] input')[index]?.focus(),
    );
  const onPaste = (event: ClipboardEvent, index: number) => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const pasted = readPasted(text);
    onChange(openEnded([...lines.slice(0, index), ...pasted, ...lines.slice(index)]));
    toLine(index + pasted.length);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (isComposing(event)) return;
    if (event.key === 'Delete' && withCommand(event)) {
      onChange(openEnded(lines.filter((_, n) => n !== index)));
      toLine(Math.max(0, Math.min(index, lines.length - 2)));
    } else if (event.key === 'Enter' && !withCommand(event) && isWhole(event.target)) {
      const read = readLine(event.target.value);
      if (!read) return;
      set(index, read);
      toLine(index + 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <table className="goods-table typed" aria-label={t('goods-releases:field.goodsReleases.goods')}>
      <thead>
        <tr>
          {(['no', 'name', 'spec', 'quantity', 'unit', 'remark'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`goods-releases:goodsColumn.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={place}>
        {lines
          .map((line, index) => ({ line, index, place: index + 1 }))
          .map(({ line, index, place: no }) => (
            <tr
              key={no}
              onPasteCapture={(event) => onPaste(event, index)}
              onKeyDownCapture={(event) => onKeyDown(event, index)}
            >
              <td className="number quiet goods-no">{no}</td>
              <LineCells line={line} index={index} set={(part) => set(index, part)} />
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The name's field with no option of its list highlighted: Enter is about the text. */
const isWhole = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement &&
  target.closest('[data-cell="name"]') !== null &&
  !target.getAttribute('aria-activedescendant');

interface LineCellsProps {
  line: TypedLine;
  index: number;
  set: (part: Partial<TypedLine>) => void;
}

function LineCells({ line, index, set }: LineCellsProps) {
  const { t } = useWords();
  const [focused, setFocused] = useState(false);
  const asked = useOp(
    'releaseRequests.suggest',
    { field: 'goods', typed: line.name.slice(0, 40) },
    { keep: true, enabled: focused },
  );
  const known = asked.data ?? [];
  const rest = isEmpty(line);
  const cell = (key: 'spec' | 'quantity' | 'unit' | 'remark', max: number) => (
    <td>
      {/* An empty line is one stop: Enter in its name leaves the list. */}
      {rest ? null : (
        <TextField
          label={t('goods-releases:screen.cellOf', {
            column: t(`goods-releases:goodsColumn.${key}`),
            n: index + 1,
          })}
          name={`form.goods.${index}.${key}`}
          max={max}
          right={key === 'quantity'}
          {...(key === 'quantity' ? { inputMode: 'numeric' as const } : {})}
          value={line[key]}
          onChange={(text) => set({ [key]: text })}
        />
      )}
    </td>
  );
  return (
    <>
      <td data-cell="name" onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
        <SuggestField
          label={t('goods-releases:screen.cellOf', {
            column: t('goods-releases:goodsColumn.name'),
            n: index + 1,
          })}
          name={`form.goods.${index}.name`}
          placeholder={rest ? t('goods-releases:screen.lineHint') : ''}
          value={line.name}
          suggestions={known}
          onChange={(name) => {
            const taken = known.find(({ value }) => value === name);
            set({
              name,
              ...(taken?.unit && line.unit === EMPTY_LINE.unit ? { unit: taken.unit } : {}),
              ...(taken?.spec && line.spec === '' ? { spec: taken.spec } : {}),
            });
          }}
        />
      </td>
      {cell('spec', 60)}
      {cell('quantity', 7)}
      {cell('unit', 6)}
      {cell('remark', 60)}
    </>
  );
}
