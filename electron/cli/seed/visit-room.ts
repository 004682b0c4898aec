import { disclosure } from '../../../shared/registers/disclosures.row';
import { visitorPass } from '../../../shared/registers/visitor-passes';
import { visit, visitPassage } from '../../../shared/registers/visits.row';
import { DisclosureTale, type Waits } from './disclosure-tale';
import type { SeedRoom } from './room';
import { PassStock } from './visit-passes';
import { type VisitShelf, VisitTale } from './visit-tale';

/** The visitor desk: visits with their passages, the stock of passes, enquiries about residents. */
export const visitRoom: SeedRoom = {
  columns: {
    visits: visit.keyof().options.toSorted(),
    visitPassages: visitPassage.keyof().options.toSorted(),
    visitorPasses: visitorPass.keyof().options.toSorted(),
    disclosures: disclosure.keyof().options.toSorted(),
  },
  lines: ['visits', 'disclosures'],
  lately: { visits: 14, disclosures: 3 },
  begin({ world, book, size, span, count }) {
    const passes = new PassStock(world, book('visitorPasses'));
    const shelf: VisitShelf = {
      visits: book('visits'),
      passages: book('visitPassages'),
      passes,
      regulars: [],
      until: span.until,
      lately: 0,
    };
    const enquiries = book('disclosures');
    /** The last two enquiries of a book that has more wait for somebody. */
    const waitsOf = (turn: number): Waits =>
      turn < 10 ? null : ((['approved', 'asked'] as const)[turn - count('disclosures') + 2] ?? null);
    return {
      stock: (at) => passes.found(Math.min(120, Math.max(20, Math.round(size / 20))), at),
      arrive: {
        visits: (at, turn) => new VisitTale(world, shelf, at, turn),
        disclosures: (at, turn) => new DisclosureTale(world, enquiries, at, turn, waitsOf(turn)),
      },
    };
  },
};
