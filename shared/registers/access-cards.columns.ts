import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf } from '../dates';
import { yuan } from '../money';
import type { AccessCardLine } from './access-cards.row';

/** F40 业主卡/出入证领用登记表, columns as domain.md §3.7; one list for screen, paper and export. */

type Row = AccessCardLine;
const NS = 'access-cards:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

/** Parts of a cell one after the other, as its language separates them. */
const listed =
  (t: Wording['t']) =>
  (...parts: (string | null | undefined | false)[]): string =>
    parts.filter(Boolean).join(t(`${NS}mark.comma`));
const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' ');

/** `2026-11-01 – 2027-10-31`, or from when without an end. */
const validity = (row: Row, { t }: Wording): string =>
  row.validToOn ? `${row.validFromOn} – ${row.validToOn}` : t(`${NS}mark.noEnd`, { from: row.validFromOn });

/** 押金: the amount with its receipt; a fee is named when there was one. */
const deposit = (row: Row, { t }: Wording): string =>
  listed(t)(
    row.depositCents > 0 && yuan(row.depositCents),
    row.feeCents > 0 && t(`${NS}mark.fee`, { yuan: yuan(row.feeCents) }),
    row.receiptNo && t(`${NS}mark.receipt`, { no: row.receiptNo }),
  );

/** 退还: what became of the card, in the words of the desk. */
export function fate(row: Row, { t }: Wording): string {
  return listed(t)(
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.replacesNo && t(`${NS}mark.replaces`, { no: row.replacesNo }),
    row.state === 'lost' && row.lostAt && t(`${NS}mark.lost`, { on: dayOf(row.lostAt) }),
    row.replacedByNo && t(`${NS}mark.replaced`, { no: row.replacedByNo }),
    row.returnedAt && t(`${NS}mark.returned`, { on: dayOf(row.returnedAt) }),
    row.returnCondition === 'damaged' && t(`${NS}mark.damaged`),
    row.depositBackCents !== null && t(`${NS}mark.back`, { yuan: yuan(row.depositBackCents) }),
    row.depositReason,
    row.note,
  );
}

/** 262 mm in all; signature cells have no width on screen. */
export const ACCESS_CARD_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [28, 128], (row) => row.serialNo),
  column('holder', 'person', [22, 96], (row) => row.holderName ?? '', ['holderName']),
  column('unit', 'text', [26, 104], (row, { t }) => row.unitCode ?? t(`${NS}relation.${row.relation}`), [
    'relation',
  ]),
  column(
    'kind',
    'choice',
    [34, 150],
    (row, { t }) => join(t(`${NS}kind.${row.kind}`), row.cardNo, row.plate),
    ['cardNo', 'plate'],
  ),
  column('issuedOn', 'day', [20, 92], (row) => dayOf(row.issuedAt), ['issuedAt']),
  column('validity', 'text', [28, 184], validity, ['validFromOn', 'validToOn']),
  column('deposit', 'money', [28, 130], deposit, ['depositCents', 'feeCents', 'receiptNo']),
  column('signature', 'signature', [30, 0], () => ''),
  column('returned', 'longText', [38, 220], fate, ['note']),
];
