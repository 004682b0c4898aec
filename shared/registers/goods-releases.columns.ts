import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import type { GoodsReleaseLine } from './goods-releases.row';

/** F27 物品放行登记表(搬出物品登记表), worded as domain.md §3.6; one list for screen, paper and export. */

type Row = GoodsReleaseLine;
const NS = 'goods-releases:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

/** Joins what there is. */
const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' ');

/** 审核人, with 代 when the supervisor stood in for the manager (Q5). */
const approver = (row: Row, { t }: Wording): string =>
  row.approvedAs === 'deptManager' ? row.approverName : t(`${NS}mark.deputy`, { name: row.approverName });

/** 备注: void and replaced first, then what the gate found, late typing, arrears, the remarks of the desk. */
export function releaseRemark(row: Row, { t }: Wording): string {
  return join(
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.replacedByNo && t(`${NS}mark.reissued`, { no: row.replacedByNo }),
    row.replacesNo && t(`${NS}mark.replaces`, { no: row.replacesNo }),
    row.expired && t(`${NS}mark.expired`),
    row.differences && t(`${NS}mark.differences`, { differences: row.differences }),
    row.late && row.gateRecordedAt && t(`${NS}mark.late`, { at: dayTimeOf(row.gateRecordedAt) }),
    row.arrears === 'exists' && t(`${NS}mark.arrears`, { reason: row.arrearsReason ?? '' }),
    row.note,
  );
}

/** 回收: the day its gate part came back, and where it is filed. */
const back = (row: Row, { t }: Wording): string =>
  row.returnedAt === null
    ? ''
    : join(
        dayOf(row.returnedAt).slice(5),
        row.binder && t(`${NS}mark.binder`, { binder: row.binder, page: row.binderPage ?? '' }),
        row.reconciledAt && '√',
      );

/** 262 mm in all. */
export const GOODS_RELEASE_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('issuedOn', 'day', [18, 92], (row) => dayOf(row.recordedAt)),
  column('serialNo', 'serial', [25, 128], (row) => row.serialNo),
  column('unit', 'text', [23, 104], (row) => row.unitName),
  column('handler', 'person', [18, 82], (row) => row.handlerName ?? ''),
  column('summary', 'longText', [56, 250], (row) => row.summary),
  {
    ...column('pieces', 'count', [12, 52], (row) => String(row.pieces)),
    // A slip that did not let anything out counts nothing.
    sum: (row) => (row.state === 'voided' || row.state === 'reissued' ? 0 : row.pieces),
  },
  column('approver', 'person', [20, 88], approver),
  column('guard', 'person', [20, 88], (row) => join(row.guardName, row.gatePost)),
  column('releasedAt', 'time', [16, 74], (row) => (row.releasedAt === null ? '' : timeOf(row.releasedAt))),
  column('returned', 'text', [20, 92], back),
  column('remark', 'longText', [26, 150], releaseRemark, ['note']),
];
