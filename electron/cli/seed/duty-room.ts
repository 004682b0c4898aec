import { DAY_MS } from '../../../shared/dates';
import { dutyLine } from '../../../shared/registers/duty-lines.row';
import { dutyLog } from '../../../shared/registers/duty-logs.row';
import type { DutyLinesTable, DutyLogsTable } from '../../db/tables';
import { indexDutyLine, indexDutyLog } from '../../registers/duty-log/words';
import { DutyTale } from './duty-tale';
import { Errands, Shelf } from './errands';
import type { SeedRoom } from './room';

/** S14: the last weeks' duty logs of the front desk and the gate; older ones are in the binder. */
const DAYS = 21;

export const dutyRoom: SeedRoom = {
  columns: {
    dutyLogs: dutyLog.keyof().options.toSorted(),
    dutyLines: dutyLine.keyof().options.toSorted(),
  },
  lines: [],
  begin({ world, span, book }) {
    return {
      stock() {
        const logs = new Shelf(book('dutyLogs'), (row) => indexDutyLog(world, row as DutyLogsTable));
        const lines = new Shelf(book('dutyLines'), (row) => indexDutyLine(world, row as DutyLinesTable));
        const errands = new Errands(world, () => {
          lines.settleAll();
          logs.settleAll();
        });
        new DutyTale(world, errands, logs, lines).plan(
          Math.max(span.from, span.until - DAYS * DAY_MS),
          span.until,
        );
      },
      arrive: {},
    };
  },
};
