import { custodyItem } from '../../../shared/registers/custody-items.row';
import { moveNotice } from '../../../shared/registers/move-notices.row';
import { toolLoan } from '../../../shared/registers/tool-loans.row';
import { tool } from '../../../shared/registers/tools.row';
import { custodyTale } from './custody-tale';
import { type LiftBook, moveTale } from './move-tale';
import type { SeedRoom } from './room';
import { ToolStock } from './tool-stock';
import { loanTale } from './tool-tale';

/** S17, S18, S20: custody, tools and radios, moves. */
export const custodyRoom: SeedRoom = {
  columns: {
    custodyItems: custodyItem.keyof().options.toSorted(),
    tools: tool.keyof().options.toSorted(),
    toolLoans: toolLoan.keyof().options.toSorted(),
    moveNotices: moveNotice.keyof().options.toSorted(),
  },
  lines: ['custodyItems', 'toolLoans', 'moveNotices'],
  lately: { custodyItems: 4, toolLoans: 5, moveNotices: 3 },
  begin({ world, book, size }) {
    const [items, loans, moves] = [book('custodyItems'), book('toolLoans'), book('moveNotices')];
    const stock = new ToolStock(world, book('tools'));
    const lifts: LiftBook = new Set();
    return {
      stock: (at) => stock.found(Math.min(150, Math.max(23, Math.round(size / 20))), at),
      arrive: {
        // Every second item hangs on one of the office's own tags.
        custodyItems: (at, turn) =>
          custodyTale(world, items, at, turn, turn % 2 === 0 ? `C${turn + 1}` : null),
        toolLoans: (at, turn) => loanTale(world, loans, stock, at, turn),
        moveNotices: (at, turn) => moveTale(world, moves, lifts, at, turn),
      },
    };
  },
};
