import type { Column, ColumnKind } from '../columns';
import { dayTimeOf } from '../dates';
import { reviewText, shiftName } from './handovers.cells';
import type { HandoverLine } from './handovers.row';
import type { InstructionLine } from './instructions.row';

/** The books of the shift room: one list each for screen and export. */

const NS = 'handovers:';
const column = <Row>(
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm: 20, screenPx, cell, fields });

export const HANDOVER_COLUMNS: Column<HandoverLine>[] = [
  column('serialNo', 'serial', 128, (row) => row.serialNo),
  column('shiftOn', 'day', 96, (row) => row.shiftOn),
  column('shift', 'choice', 72, (row, { lang }) => shiftName(row, lang)),
  column('post', 'place', 84, (row) => row.post),
  column('outgoing', 'person', 84, (row) => row.outgoingName),
  column('incoming', 'person', 84, (row) => row.incomingName ?? ''),
  column('handedAt', 'dayTime', 132, (row) => (row.inSignedAt ? dayTimeOf(row.inSignedAt) : '')),
  column('matters', 'count', 72, (row) => (row.matters === null ? '' : String(row.matters))),
  column('differences', 'count', 92, (row) => (row.differences === null ? '' : String(row.differences))),
  column('review', 'text', 168, (row, { t }) => reviewText(row, t)),
  column('remark', 'longText', 200, (row, { t }) =>
    [
      row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
      row.refusedAt && t(`${NS}mark.refused`, { name: row.refusedByName ?? '' }),
      row.supplemented > 0 && t(`${NS}mark.supplemented`, { n: row.supplemented }),
      row.note,
    ]
      .filter(Boolean)
      .join(t(`${NS}mark.comma`)),
  ),
];

export const INSTRUCTION_COLUMNS: Column<InstructionLine>[] = [
  column('serialNo', 'serial', 128, (row) => row.serialNo),
  column('givenOn', 'day', 96, (row) => row.givenOn, ['givenOn']),
  column('fromName', 'person', 96, (row) => row.fromName, ['fromName']),
  column('text', 'longText', 360, (row) => row.text ?? '', ['text']),
  column('renewOn', 'day', 112, (row, { t }) => row.renewOn ?? t(`${NS}mark.noEnd`), ['renewOn']),
  column('readers', 'text', 240, (row, { t }) => row.readers.join(t(`${NS}mark.list`))),
];
