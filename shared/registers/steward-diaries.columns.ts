import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf } from '../dates';
import { yuan } from '../money';
import type { DiaryFigure, DiarySection, StewardDiaryLine } from './steward-diaries.row';

/** Columns of the book of diaries, for screen and export; the paper F21 has a sheet for each. */

type Row = StewardDiaryLine;
const NS = 'diaries:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

/** `12 户 ¥ 3400.00`: whom dues were asked of, where somebody wrote it. */
export const dunnedText = (
  { dunnedUnits, dunnedCents }: Pick<Row, 'dunnedUnits' | 'dunnedCents'>,
  t: Wording['t'],
): string =>
  dunnedUnits === null && dunnedCents === null
    ? ''
    : t(`${NS}mark.dunned`, { units: dunnedUnits ?? 0, amount: yuan(dunnedCents ?? 0) });

/** What the registers know of a section (null: of none), in one line. */
export const figuresText = (
  figures: readonly DiaryFigure[],
  section: DiarySection | null,
  t: Wording['t'],
): string =>
  figures
    .filter((figure) => figure.section === section)
    .map(({ book, label, count }) => t(`${NS}mark.figure`, { book: t(book), label: t(label), count }))
    .join(t(`${NS}mark.comma`));

export const DIARY_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [28, 140], (row) => row.serialNo),
  column('dayOn', 'day', [22, 108], (row) => row.dayOn),
  column('steward', 'person', [22, 90], (row) => row.stewardName),
  column('areas', 'text', [34, 140], (row) => row.areas ?? ''),
  column('dunning', 'text', [32, 150], (row, { t }) => dunnedText(row, t)),
  column('problems', 'longText', [52, 240], (row) => row.problems ?? '', ['problems']),
  column('tomorrow', 'longText', [40, 220], (row) => row.tomorrow ?? '', ['tomorrow']),
  column('reviewed', 'person', [24, 140], (row) =>
    row.reviewedByName && row.reviewedAt ? `${row.reviewedByName} ${dayOf(row.reviewedAt)}` : '',
  ),
];
