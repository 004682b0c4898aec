import type { Column, ColumnKind } from '../columns';
import { dayTimeOf } from '../dates';
import { yuan } from '../money';
import type { KeyCopyLine } from './key-copies.row';
import type { KeyIncidentLine } from './key-incidents.row';
import { join, NS, voidMark } from './key-loans.cells';
import type { KeyUnsealLine } from './key-unseals.row';

/** Lists of the opened storerooms, the copies and the incidents: on screen and in exports; their papers are sheets (F11, F13, F14). */

const columnsOf =
  <Row>() =>
  (
    key: string,
    kind: ColumnKind,
    screenPx: number,
    cell: Column<Row>['cell'],
    fields: readonly string[] = [],
  ): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm: 0, screenPx, cell, fields });

const at = (instant: string | null): string => (instant ? dayTimeOf(instant) : '');
const money = (cents: number | null): string => (cents === null ? '' : yuan(cents));

const unseal = columnsOf<KeyUnsealLine>();
export const KEY_UNSEAL_COLUMNS: Column<KeyUnsealLine>[] = [
  unseal('serialNo', 'serial', 150, (row) => row.serialNo),
  unseal('openedAt', 'dayTime', 130, (row) => at(row.openedAt)),
  unseal('key', 'text', 140, (row) => join(row.keyNo, row.keyName)),
  unseal('reason', 'longText', 180, (row) => row.reason, ['reason']),
  unseal('requester', 'person', 110, (row) => join(row.requesterName, row.requesterDepartment), [
    'requesterDepartment',
  ]),
  unseal('supervisor', 'person', 90, (row) => row.supervisorName),
  unseal('oldBagNo', 'text', 100, (row, { t }) =>
    join(row.oldBagNo, row.oldBagIntact === 0 ? t(`${NS}mark.bagBroken`) : null),
  ),
  unseal('goods', 'longText', 200, (row, { t }) =>
    row.nothingTaken === 1
      ? t(`${NS}mark.nothingTaken`)
      : row.goods.map((line) => `${line.name}×${line.quantity}`).join(t(`${NS}mark.listComma`)),
  ),
  unseal('resealedAt', 'dayTime', 130, (row) => at(row.resealedAt)),
  unseal('newBagNo', 'text', 100, (row) => row.newBagNo ?? ''),
  unseal('sealers', 'person', 120, (row) => join(row.sealer1Name, row.sealer2Name)),
  unseal('note', 'longText', 140, (row, wording) => join(voidMark(row, wording), row.note), ['note']),
];

const copy = columnsOf<KeyCopyLine>();
export const KEY_COPY_COLUMNS: Column<KeyCopyLine>[] = [
  copy('serialNo', 'serial', 150, (row) => row.serialNo),
  copy('appliedAt', 'dayTime', 130, (row) => at(row.appliedAt)),
  copy('key', 'text', 140, (row) => join(row.keyNo, row.keyName)),
  copy('quantity', 'count', 60, (row) => String(row.quantity), ['quantity']),
  copy('reason', 'longText', 180, (row) => row.reason, ['reason']),
  copy('applicant', 'person', 120, (row) => join(row.applicantName, row.applicantDepartment), [
    'applicantDepartment',
  ]),
  copy('approver', 'person', 90, (row) => row.decidedByName ?? ''),
  copy('madeOn', 'day', 100, (row) => row.madeOn ?? ''),
  copy('newKeyNos', 'text', 140, (row, { t }) =>
    row.newKeyNos ? (JSON.parse(row.newKeyNos) as string[]).join(t(`${NS}mark.listComma`)) : '',
  ),
  copy('cost', 'money', 80, (row) => money(row.costCents), ['costCents']),
  copy('bearer', 'choice', 80, (row, { t }) => (row.bearer ? t(`${NS}bearer.${row.bearer}`) : '')),
  copy('collector', 'person', 110, (row) => row.collectedByName ?? ''),
  copy('note', 'longText', 140, (row, wording) => join(voidMark(row, wording), row.refusedReason, row.note), [
    'note',
  ]),
];

const incident = columnsOf<KeyIncidentLine>();
export const KEY_INCIDENT_COLUMNS: Column<KeyIncidentLine>[] = [
  incident('serialNo', 'serial', 150, (row) => row.serialNo),
  incident('foundOutAt', 'dayTime', 130, (row) => at(row.foundOutAt), ['foundOutAt']),
  incident('kind', 'choice', 78, (row, { t }) => t(`${NS}value.keyIncidents.kind.${row.kind}`)),
  incident('key', 'text', 140, (row) => join(row.keyNo, row.keyName)),
  incident('course', 'longText', 200, (row) => row.course, ['course']),
  incident('reporter', 'person', 90, (row) => row.reporterName ?? '', ['reporterName']),
  incident('superior', 'person', 150, (row) => join(row.superiorName, at(row.superiorAt))),
  incident('measures', 'longText', 180, (row) => row.measureNote ?? '', ['measureNote']),
  incident('cost', 'money', 80, (row) => money(row.costCents), ['costCents']),
  incident('bearer', 'choice', 80, (row, { t }) => (row.bearer ? t(`${NS}bearer.${row.bearer}`) : '')),
  incident('ending', 'choice', 90, (row, { t }) =>
    row.ending ? t(`${NS}value.keyIncidents.ending.${row.ending}`) : '',
  ),
  incident('note', 'longText', 140, (row, wording) => join(voidMark(row, wording), row.note), ['note']),
];
