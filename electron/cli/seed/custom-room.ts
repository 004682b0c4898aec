import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { bookForm } from '../../../shared/registers/custom-books';
import { type CustomBookLine, customBook } from '../../../shared/registers/custom-books.row';
import { TEMPLATES } from '../../../shared/registers/custom-books.templates';
import { customEntry } from '../../../shared/registers/custom-entries.row';
import { bookLine, laidOut } from '../../registers/custom/books';
import { customTale } from './custom-tale';
import type { SeedRoom } from './room';

/** The office's own books in the demo office: hazards, top-ups, equipment; meals were written elsewhere after a while. */

const SHELF = ['S70', 'S80', 'S98', 'S87'] as const;
/** The book that was closed before its first line. */
const CLOSED = 'S87';

export const customRoom: SeedRoom = {
  columns: {
    customBooks: customBook.keyof().options.toSorted(),
    customEntries: customEntry.keyof().options.toSorted(),
  },
  lines: ['customEntries'],
  lately: { customEntries: 3 },
  begin({ world, book }) {
    const [books, entries] = [book('customBooks'), book('customEntries')];
    const open: CustomBookLine[] = [];
    return {
      stock(at) {
        const { chance, crew } = world;
        for (const system of SHELF) {
          const form = bookForm.parse(TEMPLATES[system]);
          const by = chance.pick(crew.allowed('customBooks.define'));
          const told = books.open(
            {
              id: newId(at, chance.fill),
              state: 'open',
              code: form.code,
              zh: form.zh,
              en: form.en,
              flow: form.flow,
              columns: JSON.stringify(laidOut(form, null)),
              revision: 0,
              writers: JSON.stringify(form.writers),
              keepYears: form.keepYears,
              signers: JSON.stringify(form.signers),
              foot: form.foot,
              definedAt: isoOf(at),
              definerId: by.id,
              definerName: by.name,
            },
            world.hand(by, 'customBooks.define', at),
          );
          if (system === CLOSED) {
            const hand = world.hand(by, 'customBooks.close', at + MINUTE_MS);
            books.change(told, { state: 'closed' }, hand, { kind: 'CHANGE' });
          } else open.push(bookLine({ ...told.row, version: 1 }));
          books.settle(told);
        }
      },
      arrive: {
        customEntries: (at, turn) => customTale(world, entries, open[turn % open.length]!, at, turn),
      },
    };
  },
};
