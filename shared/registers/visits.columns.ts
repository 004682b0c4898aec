import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import { maskDocument, maskPhone } from '../text';
import type { VisitLine } from './visits.row';

/**
 * The columns of F16 来访人员登记表 exactly as domain.md §3.3 words them, and of the evacuation list. Cells mask phones and
 * documents even when the row came unmasked (trust.md C6); watch notes are on no paper.
 */

type Row = VisitLine;
type Cell = Column<Row>['cell'];
const NS = 'visits:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Cell,
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

type Part = string | null | undefined;
/** Joins what there is; empty parts leave no gap. */
const join = (...parts: Part[]): string => parts.filter((part) => part).join(' ');

/** `3-1-1502 李晓燕`, or the place where the host sits. */
export const hostOf = (row: Pick<Row, 'unitCode' | 'hostPlace' | 'hostName'>): string =>
  join(row.unitCode ?? row.hostPlace, row.hostName);

/** The hour; with its day when that is not the day of arrival. */
const hourOf = (at: string, visitAt: string): string =>
  dayOf(at) === dayOf(visitAt) ? timeOf(at) : dayTimeOf(at);

/** 离开时间: the last exit, 不详 where nobody saw it, nothing while they are here. */
export function leftCell(row: Row, { t }: Wording): string {
  if (row.state === 'closedByDesk') return t(`${NS}mark.unknown`);
  return row.leftAt === null ? '' : hourOf(row.leftAt, row.visitAt);
}

const document = (row: Row, { t }: Wording): string =>
  join(
    row.documentKind ? t(`${NS}documentKind.${row.documentKind}`) : null,
    row.visitorDocument ? `****${maskDocument(row.visitorDocument)}` : null,
  );

/** Who let them in (whoever wrote the first passage) or kept them out; nobody while they are only announced. */
const receiver = (row: Row): string =>
  row.passages[0]?.byName ?? (row.arrivedAt === null ? '' : row.recorderName);

/** Entries and exits between the first and the last, each with its name. */
function passages(row: Row, { t }: Wording): string {
  const last = row.state === 'left' ? row.passages.length - 1 : row.passages.length;
  return row.passages
    .slice(1, last)
    .map(({ direction, at, byName }) =>
      t(`${NS}mark.${direction}`, { at: hourOf(at, row.visitAt), by: byName }),
    )
    .join(' ');
}

/** The host's word; its name and hour only where they are not those of the line itself. */
function consentText(row: Row, { t }: Wording): string | null {
  if (!row.consentHow) return null;
  const { consentAt, consentName } = row;
  const sameHour = consentAt === null || dayTimeOf(consentAt) === dayTimeOf(row.visitAt);
  return join(
    sameHour ? null : hourOf(consentAt, row.visitAt),
    consentName === row.hostName ? null : consentName,
    t(`${NS}consentHow.${row.consentHow}`),
  );
}

/** 备注: void and late first, the number, the type with its own fields, passages, then what went differently. */
export function remark(row: Row, wording: Wording): string {
  const { t } = wording;
  const mark = (key: string, params: Record<string, string>): string => t(`${NS}mark.${key}`, params);
  const parts: Part[] = [
    row.state === 'voided' ? mark('voided', { reason: row.voidReason ?? '' }) : null,
    row.late ? mark('late', { at: dayTimeOf(row.recordedAt) }) : null,
    row.serialNo,
    t(`${NS}type.${row.type}`),
    row.permitNo ? mark('permit', { no: row.permitNo }) : null,
    row.carrier,
    row.department ? t(`${NS}department.${row.department}`) : null,
    row.passChecked === null ? null : t(`${NS}mark.${row.passChecked === 1 ? 'checked' : 'unchecked'}`),
    row.informedName
      ? mark('informed', {
          name: row.informedName,
          at: row.informedAt ? hourOf(row.informedAt, row.visitAt) : '',
        })
      : null,
    consentText(row, wording),
    row.companions ? mark('companions', { names: row.companions }) : null,
    passages(row, wording),
    row.state === 'refused' ? mark('refused', { reason: row.refusedReason ?? '' }) : null,
    row.state === 'noShow' ? t(`${NS}state.visits.noShow`) : null,
    row.state === 'expected' ? mark('expected', { at: timeOf(row.visitAt) }) : null,
    row.passMissing ? t(`${NS}mark.passMissing`) : null,
    row.supplement ? mark('supplement', { text: row.supplement }) : null,
    row.note,
  ];
  // English needs a stop between them; Chinese words stand apart by themselves.
  return parts.filter((part) => part).join(wording.lang === 'en' ? '; ' : ' ');
}
const REMARK_FIELDS = ['permitNo', 'carrier', 'companions', 'refusedReason', 'expectedAt', 'note'];

const line = column('line', 'line', [8, 0], () => '');

/** F16: 17 columns, 262 mm between the margins of A4 landscape; on screen the number stands in front. */
export const VISIT_COLUMNS: Column<Row>[] = [
  line,
  column('serialNo', 'serial', [0, 128], (row) => row.serialNo),
  column('visitOn', 'day', [16, 88], (row) => dayOf(row.visitAt), ['arrivedAt']),
  column('arrived', 'time', [11, 62], (row) => (row.arrivedAt ? timeOf(row.arrivedAt) : ''), ['arrivedAt']),
  column('visitor', 'person', [16, 80], (row) => row.visitorName ?? '', ['visitorName']),
  column('partySize', 'count', [8, 52], (row) => String(row.partySize), ['partySize']),
  column('company', 'text', [18, 92], (row) => row.company ?? '', ['company']),
  column('document', 'text', [13, 0], document, ['visitorDocument']),
  column('phone', 'text', [19, 104], (row) => (row.visitorPhone ? maskPhone(row.visitorPhone) : ''), [
    'visitorPhone',
  ]),
  column('host', 'text', [22, 116], hostOf, ['unitId', 'hostName', 'hostPlace']),
  column('appointment', 'choice', [9, 0], (row, { t }) =>
    t(`${NS}mark.${row.appointment === 1 ? 'yes' : 'no'}`),
  ),
  column('purpose', 'text', [17, 84], (row) => row.purpose ?? '', ['purpose']),
  column('belongings', 'text', [18, 78], (row) => join(row.belongings, row.plate), ['belongings', 'plate']),
  column('passNo', 'text', [12, 58], (row) => row.passNo ?? ''),
  column('receiver', 'person', [13, 78], receiver),
  column('left', 'time', [16, 82], leftCell, ['leftAt']),
  column('onDuty', 'person', [13, 0], (row) => row.closedByName ?? ''),
  column('remark', 'longText', [33, 190], remark, REMARK_FIELDS),
];

/** F16 as printed. */
export const F16_COLUMNS: Column<Row>[] = VISIT_COLUMNS.filter(({ paperMm }) => paperMm > 0);

/** The evacuation list: who is in, where, since when. No phones; a column to tick at the assembly point. */
export const EVACUATION_COLUMNS: Column<Row>[] = [
  { ...line, paperMm: 12 },
  { ...column('visitor', 'person', [40, 0], (row) => row.visitorName ?? row.company ?? '') },
  {
    ...column('partySize', 'count', [16, 0], (row) => String(row.partySize)),
    sum: (row) => (row.state === 'in' ? row.partySize : 0),
  },
  column('where', 'text', [44, 0], (row) => row.unitCode ?? row.hostPlace ?? ''),
  column('hostName', 'person', [36, 0], (row) => row.hostName ?? ''),
  column('since', 'dayTime', [34, 0], (row) => dayTimeOf(row.passages.at(-1)?.at ?? row.visitAt)),
  column('passNo', 'text', [22, 0], (row) => row.passNo ?? ''),
  column('checked', 'signature', [24, 0], () => ''),
  column('remark', 'longText', [34, 0], (row, { t }) =>
    join(
      row.state === 'steppedOut' ? t(`${NS}mark.outside`) : null,
      row.companions ? t(`${NS}mark.companions`, { names: row.companions }) : null,
    ),
  ),
];
