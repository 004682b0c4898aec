import type { SlipFields, SlipSection, SlipTable, SlipTails } from '../../../shared/print/forms';
import type { SlipSheet } from '../../../shared/print/sizes';
import {
  fieldCell,
  fieldRows,
  itemEm,
  labelMm,
  slipRowMm,
  tableRowMm,
  tailEm,
  textEm,
  valueEm,
} from '../../../shared/print/slips';
import { wordingOf } from '../../../shared/print/words';
import { Diagonal } from './Diagonal';
import { keyed } from './keyed';
import { lengths, mm } from './Sheet';
import { StrikeCell } from './StrikeCell';

interface SectionsProps {
  sections: readonly SlipSection[];
  sheet: SlipSheet;
  pt: number;
  lang: 'zh-CN' | 'en';
}

/** What stands on a slip, from top to bottom. Every measure is the plan's (shared/print/slips.ts). */
export function SlipSections({ sections, sheet, pt, lang }: SectionsProps) {
  return keyed(sections, ({ kind }) => kind).map(({ key, item }, index) => {
    const before = sections[index - 1]?.kind;
    // Boxes lean on the rule of the one above; the first of a group draws its own.
    const boxed = item.kind !== 'text' && item.kind !== 'cut';
    const open = boxed && (before === undefined || before === 'text' || before === 'cut');
    return (
      <div key={key} className={open ? 'paper-section paper-open' : 'paper-section'}>
        <Section section={item} sheet={sheet} pt={pt} lang={lang} />
      </div>
    );
  });
}

interface SectionProps<S extends SlipSection = SlipSection> {
  section: S;
  sheet: SlipSheet;
  pt: number;
  lang: 'zh-CN' | 'en';
}

function Section({ section, sheet, pt, lang }: SectionProps) {
  switch (section.kind) {
    case 'heading':
      return <h2>{section.text}</h2>;
    case 'fields':
      return <Fields section={section} sheet={sheet} pt={pt} lang={lang} />;
    case 'table':
      return <Items section={section} sheet={sheet} pt={pt} lang={lang} />;
    case 'tails':
      return <Tails section={section} sheet={sheet} pt={pt} lang={lang} />;
    case 'text':
      return (
        <p className={section.small ? 'paper-remark' : 'paper-paragraph'}>
          <StrikeCell cell={{ text: section.text }} widthEm={textEm(sheet, pt, section.small)} />
        </p>
      );
    case 'cut':
      return (
        <div className="paper-cut">
          <span>{section.text}</span>
        </div>
      );
    case 'signatures':
      return (
        <div className="paper-signatures">
          {section.cells.map((cell) => (
            <div key={cell.label}>
              <b>{cell.label}</b>
              <small>{cell.hint}</small>
            </div>
          ))}
        </div>
      );
  }
}

function Fields({ section, sheet, pt }: SectionProps<SlipFields>) {
  const { across } = section;
  return (
    <dl
      className="paper-fields"
      style={lengths({ '--across': String(across), '--label': mm(labelMm(sheet, across)) })}
    >
      {fieldRows(section)
        .flat()
        .map(({ field, span }) => (
          <div
            key={field.label}
            style={lengths({
              '--span': String(span),
              ...(field.minMm ? { '--row': mm(Math.max(field.minMm, slipRowMm(sheet, pt))) } : {}),
            })}
          >
            <dt>{field.label}</dt>
            <dd>
              <StrikeCell cell={fieldCell(field)} widthEm={valueEm(sheet, pt, across, span)} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Items({ section, sheet, pt, lang }: SectionProps<SlipTable>) {
  const { t } = wordingOf(lang);
  const { columns, rows, blankRows, blanks } = section;
  const blankMm = tableRowMm(section, sheet, pt);
  const empty = Array.from({ length: blankRows }, (_, index) => `blank ${index}`);
  // Shares of the grid, not lengths: the rule on the left must not push the table out of line with the fields.
  const widthMm = columns.reduce((sum, column) => sum + column.mm, 0);
  return (
    <div className="paper-grid-below">
      <table className="paper-items">
        <colgroup>
          {columns.map((column) => (
            <col key={column.label} style={{ width: `${(100 * column.mm) / widthMm}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={lengths({ '--row': mm(blankMm) })}>
          {keyed(rows, (row) => row.map((cell) => cell.text).join()).map(({ key, item }) => (
            <tr key={key}>
              {columns.map((column, i) => (
                <td key={column.label} className={`paper-${column.align}`}>
                  <StrikeCell cell={item[i] ?? { text: '' }} widthEm={itemEm(section, i, sheet, pt)} />
                </td>
              ))}
            </tr>
          ))}
          {empty.map((key) => (
            <tr key={key}>
              {columns.map((column) => (
                <td key={column.label} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {blankRows > 0 && blanks === 'struck' ? (
        <Diagonal heightMm={blankRows * blankMm} label={t('print:mark.blankBelow')} />
      ) : null}
    </div>
  );
}

/** 续页: what did not fit on the slip even in small type. */
function Tails({ section, sheet, pt }: SectionProps<SlipTails>) {
  return (
    <dl className="paper-tails" style={lengths({ '--label': mm(labelMm(sheet, 1)) })}>
      {keyed(section.tails, ({ label }) => label).map(({ key, item: { label, cell } }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <StrikeCell cell={cell} widthEm={tailEm(sheet, pt)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
