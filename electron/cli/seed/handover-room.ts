import { DAY_MS, MINUTE_MS } from '../../../shared/dates';
import { handover } from '../../../shared/registers/handovers.row';
import { instruction, instructionAck } from '../../../shared/registers/instructions.row';
import type { HandoversTable, InstructionsTable } from '../../db/tables';
import { indexHandover, indexInstruction } from '../../registers/handovers/words';
import { Errands, Shelf } from './errands';
import { Instructions } from './instruction-tale';
import type { SeedRoom } from './room';
import { Shifts } from './shift-tale';

/** S13: the last weeks' shifts of the front desk, each handed over to the next, and the instructions that stood meanwhile. */

/** Weeks of shifts told; older books have their sheets in the binder. */
const DAYS = 30;

export const handoverRoom: SeedRoom = {
  columns: {
    handovers: handover.keyof().options.toSorted(),
    instructions: instruction.keyof().options.toSorted(),
    instructionAcks: instructionAck.keyof().options.toSorted(),
  },
  lines: [],
  begin({ world, span, book }) {
    return {
      stock() {
        const shelf = new Shelf(book('handovers'), (row) => indexHandover(world, row as HandoversTable));
        const told = new Shelf(book('instructions'), (row) =>
          indexInstruction(world, row as InstructionsTable),
        );
        const acks = new Shelf(book('instructionAcks'));
        const errands = new Errands(world, () => {
          shelf.settleAll();
          told.settleAll();
          acks.settleAll();
        });
        const from = Math.max(span.from, span.until - DAYS * DAY_MS);
        const instructions = new Instructions(world, errands, told, acks);
        instructions.plan(from, span.until);
        new Shifts(world, errands, shelf, instructions).plan(from, span.until - 3 * MINUTE_MS);
      },
      arrive: {},
    };
  },
};
