import type { SearchIndex } from '../../db/search';
import type { HandoversTable, InstructionsTable } from '../../db/tables';
import { partsOf } from './load';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a shift: who, and everything people wrote on the sheet. */
export function indexHandover({ search }: Index, row: HandoversTable): void {
  const { counts, events, questions, supplements } = partsOf(row);
  search.put('handovers', row.id, row.startedAt, {
    texts: [
      row.post,
      row.shiftOn,
      row.refusedReason,
      row.decisionReason,
      row.reviewNote,
      row.note,
      ...counts.map(({ note }) => note),
      ...events.flatMap(({ event, result }) => [event, result]),
      ...questions.flatMap(({ question, answer }) => [question, answer]),
      ...supplements.map(({ text }) => text),
    ],
    names: [row.outgoingName, row.incomingName, row.reviewedByName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexInstruction({ search }: Index, row: InstructionsTable): void {
  search.put('instructions', row.id, row.recordedAt, {
    texts: [row.text, row.note],
    names: [row.fromName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
