import { handoverFilter } from '../../../shared/registers/handovers';
import { HANDOVER_COLUMNS, INSTRUCTION_COLUMNS } from '../../../shared/registers/handovers.columns';
import { instructionFilter } from '../../../shared/registers/instructions';
import { type ExportList, exportList } from '../exports/list';
import { handoverPage } from './filter';
import { instructionPage } from './instruction-look';

/** The shift room's lists for exports. */
export const handoverLists: Readonly<Record<string, ExportList>> = {
  handovers: exportList({
    permit: 'handovers.export',
    filter: handoverFilter,
    columns: HANDOVER_COLUMNS,
    state: {
      label: 'handovers:field.handovers.state',
      of: (row, { t }) => t(`handovers:state.handovers.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => handoverPage(db, raw, filter, after, limit, now),
  }),
  instructions: exportList({
    permit: 'instructions.export',
    // Whose unread ones an export meant nobody could say afterwards: it knows no reader.
    filter: instructionFilter,
    columns: INSTRUCTION_COLUMNS,
    state: {
      label: 'handovers:field.instructions.state',
      of: (row, { t }) => t(`handovers:state.instructions.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) =>
      instructionPage(db, raw, filter, after, limit, { staffId: '', now }),
  }),
};
