import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import type { PostCoverLine } from './post-covers.row';
import type { RosterLine } from './rosters.row';
import type { ShiftSwapLine } from './shift-swaps.row';

/** The room's three column lists: weeks and swaps for screen and export, the stand-in log for paper as well (S15 "Print: list"). */

const NS = 'rosters:';

const columnIn =
  <Row>(book: string) =>
  (
    key: string,
    kind: ColumnKind,
    [paperMm, screenPx]: readonly [number, number],
    cell: Column<Row>['cell'],
    fields: readonly string[] = [],
  ): Column<Row> => ({ key, kind, label: `${NS}column.${book}.${key}`, paperMm, screenPx, cell, fields });

const week = columnIn<RosterLine>('rosters');
/** A count that is nothing says nothing. */
const some = (count: number): string => (count > 0 ? String(count) : '');

export const ROSTER_COLUMNS: Column<RosterLine>[] = [
  week('serialNo', 'serial', [28, 128], (row) => row.serialNo),
  week('week', 'text', [40, 190], (row) => `${row.weekOn} – ${row.toOn}`, ['weekOn']),
  week('people', 'count', [14, 64], (row) => String(row.people)),
  week('shifts', 'count', [14, 64], (row) => String(row.shifts)),
  week('gaps', 'count', [14, 84], (row) => some(row.gaps)),
  week('changes', 'count', [14, 84], (row) => some(row.changes)),
  week('published', 'dayTime', [40, 190], (row) =>
    row.publishedAt ? `${dayTimeOf(row.publishedAt)} ${row.publishedByName ?? ''}` : '',
  ),
  week('recorder', 'person', [20, 84], (row) => row.recorderName),
  week('remark', 'longText', [60, 240], remark, ['note']),
];

function remark(row: RosterLine, { t }: Wording): string {
  const parts = [
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.copiedFromNo && t(`${NS}mark.copied`, { no: row.copiedFromNo }),
    row.shortReason && t(`${NS}mark.short`, { reason: row.shortReason }),
    row.note,
  ];
  return parts.filter(Boolean).join(t(`${NS}mark.semicolon`));
}

const swap = columnIn<ShiftSwapLine>('shiftSwaps');
const named = (name: { zh: string; en: string } | null, lang: Wording['lang']): string =>
  (lang === 'en' ? name?.en : name?.zh) ?? '';

/** `2026-11-23 早班 前台`. */
export const givenShift = (row: ShiftSwapLine, { lang }: Pick<Wording, 'lang'>): string =>
  `${row.dayOn} ${named(row.shiftName, lang)} ${row.post}`;
export const takenShift = (row: ShiftSwapLine, { lang }: Pick<Wording, 'lang'>): string =>
  row.otherDayOn ? `${row.otherDayOn} ${named(row.otherShiftName, lang)} ${row.otherPost ?? ''}` : '';

export const SHIFT_SWAP_COLUMNS: Column<ShiftSwapLine>[] = [
  swap('serialNo', 'serial', [28, 128], (row) => row.serialNo),
  swap('asker', 'person', [20, 84], (row) => row.askerName),
  swap('given', 'text', [44, 200], givenShift),
  swap('colleague', 'person', [20, 84], (row) => row.colleagueName),
  swap('taken', 'text', [44, 200], takenShift),
  swap('reason', 'longText', [40, 170], (row) => row.reason ?? '', ['reason']),
  swap('agreed', 'dayTime', [24, 122], (row) => (row.agreedAt ? dayTimeOf(row.agreedAt) : '')),
  swap('decider', 'person', [20, 84], (row) => row.deciderName ?? ''),
  swap(
    'remark',
    'longText',
    [40, 190],
    (row, { t }) =>
      [row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }), row.decisionReason, row.note]
        .filter(Boolean)
        .join(t(`${NS}mark.semicolon`)),
    ['note'],
  ),
];

const cover = columnIn<PostCoverLine>('postCovers');

/** 批准人: who allowed it, or that the signature is still to come. */
const approver = (row: PostCoverLine, { t }: Wording): string =>
  row.approvedAt === null ? t(`${NS}mark.byPhone`) : (row.approverName ?? '');

/** 262 mm in all: the log of who left a post and who kept it. */
export const POST_COVER_COLUMNS: Column<PostCoverLine>[] = [
  cover('line', 'line', [8, 0], () => ''),
  cover('serialNo', 'serial', [28, 128], (row) => row.serialNo),
  cover('leftOn', 'day', [20, 92], (row) => dayOf(row.leftAt), ['leftAt']),
  cover('post', 'place', [26, 92], (row) => row.post, ['post']),
  cover('leaver', 'person', [22, 84], (row) => row.leaverName),
  cover('reason', 'longText', [50, 200], (row) => row.reason ?? '', ['reason']),
  cover('standIn', 'person', [22, 84], (row) => row.standInName),
  cover('leftTime', 'time', [14, 60], (row) => timeOf(row.leftAt), ['leftAt']),
  cover('backTime', 'time', [14, 60], (row) => (row.backAt ? timeOf(row.backAt) : '')),
  cover('minutes', 'count', [12, 64], (row) => (row.state === 'voided' ? '' : String(row.minutes))),
  cover('approver', 'person', [22, 110], approver),
  cover(
    'remark',
    'longText',
    [24, 180],
    (row, { t }) =>
      [row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }), row.note]
        .filter(Boolean)
        .join(t(`${NS}mark.semicolon`)),
    ['note'],
  ),
];
