import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { goodsRelease } from '../../../shared/registers/goods-releases.row';
import { goodsLine, releaseRequest } from '../../../shared/registers/release-requests.row';
import type { Book } from '../../db/bulk/book';
import { AskingTale, type ReleaseBooks } from './release-asked';
import type { ReleaseTale } from './release-plan';
import { SlipTale } from './release-tale';
import type { SeedRoom } from './room';
import type { Tale, World } from './world';

/** S19 in the demo office: slips from the desk to the gate and back, reconciled every Monday; some applications still wait. */

/** Applications of the last hours that nobody approved yet. */
const WAITING_MS = 5 * 3_600_000;
const WAITS = ['pending', 'withdrawn', 'requested', 'ownerConfirmed'] as const;

/** Every Monday the supervisor closes the parts that came back (S19, practice). */
class ReconcileTale implements Tale {
  due = 0;
  /** Slips whose parts are back and wait for Monday. */
  readonly back: ReleaseTale[] = [];
  readonly #world: World;
  readonly #book: Book<'goodsReleases'>;

  constructor(world: World, book: Book<'goodsReleases'>) {
    this.#world = world;
    this.#book = book;
  }

  go(at: number): number {
    const { chance, crew, chain } = this.#world;
    const who = chance.pick(crew.allowed('goodsReleases.reconcile'));
    const hand = this.#world.hand(who, 'goodsReleases.reconcile', at);
    const closed = this.back.splice(0);
    for (const tale of closed) tale.reconcile(hand);
    if (closed.length > 0) {
      const from = addDays(dayOf(isoOf(at)), -7);
      const facts = {
        from,
        to: addDays(from, 6),
        issued: closed.length,
        reconciled: closed.length,
        outstanding: 0,
      };
      const change = JSON.stringify(facts);
      chain.write(hand, 'CO_CONFIRM', this.#book.register, `week/${from}`, 0, null, change, null);
    }
    return at + 7 * DAY_MS;
  }

  end(): void {
    for (const tale of this.back) tale.settle();
  }
}

/** Ten in the morning of the first Monday after an instant. */
function mondayAfter(ms: number): number {
  const day = dayOf(isoOf(ms));
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return msOf(instantOf(addDays(day, 7 - weekday), '10:00'));
}

export const releaseRoom: SeedRoom = {
  columns: {
    releaseRequests: releaseRequest.keyof().options.toSorted(),
    goodsReleases: goodsRelease.keyof().options.toSorted(),
    goodsLines: goodsLine.keyof().options.toSorted(),
  },
  lines: ['goodsReleases'],
  lately: { goodsReleases: 6 },
  begin({ world, book, span, count }) {
    const books: ReleaseBooks = {
      requests: book('releaseRequests'),
      slips: book('goodsReleases'),
      lines: book('goodsLines'),
      atGate: false,
    };
    const monday = new ReconcileTale(world, books.slips);
    const many = count('goodsReleases');
    if (many > 0) world.follow(monday, mondayAfter(span.from) + MINUTE_MS);
    let waiting = 0;
    return {
      arrive: {
        goodsReleases: (at, turn) => {
          // Beside the last slips some applications come that wait for somebody, or that nobody needs any more.
          if (at > span.until - WAITING_MS || turn >= many - WAITS.length) {
            const asking = new AskingTale(world, books, at, WAITS[waiting % WAITS.length]);
            world.begin(asking, asking.firstDue);
            waiting += 1;
          }
          return new SlipTale(world, books, monday.back, at, turn, span.until);
        },
      },
    };
  },
};
