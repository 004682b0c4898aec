import { DAY_MS, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import { Errands, Shelf } from './errands';
import type { World } from './world';

/** Slips of found items that went out to be signed (desk-practice.md §3.6): most are back within days, some are chased, a few are lost. */
const BINDER = '签收联';
/** Slips a binder holds. */
const PAGES = 200;

export class SlipsOut {
  readonly #world: World;
  readonly #shelf: Shelf<'signedPapers'>;
  readonly #errands: Errands;
  readonly #known = new Map<string, Told<'signedPapers'>>();
  #slips = 0;
  #filed = 0;

  constructor(world: World, book: Book<'signedPapers'>) {
    this.#world = world;
    this.#shelf = new Shelf(book);
    this.#errands = new Errands(world, () => this.#shelf.settleAll());
  }

  /** The receipt F02 of an item came out of the printer at `at` (ms). */
  printed(item: Told<'foundItems'>, hand: Hand, at: number): void {
    const before = this.#known.get(item.row.id);
    if (before) {
      this.#again(before, hand);
      return;
    }
    const { chance } = this.#world;
    const turn = this.#slips;
    this.#slips += 1;
    const row: BookRow<'signedPapers'> = {
      id: newId(at, chance.fill),
      register: 'foundItems',
      entryId: item.row.id,
      entryNo: item.row.serialNo,
      form: 'F02',
      state: 'out',
      copies: 1,
      printedAt: isoOf(at),
      printedByName: hand.actorName,
      binder: null,
      page: null,
      filedAt: null,
      filedByName: null,
      reason: null,
    };
    const told = this.#shelf.open(row, hand);
    this.#known.set(item.row.id, told);
    // The second slip of the office is lost, the third never comes back; later ones by chance.
    const fate =
      turn === 1 || chance.happens(0.04) ? 'lost' : turn === 2 || chance.happens(0.05) ? 'out' : 'filed';
    if (fate === 'lost') this.#errands.byDay(at + 9 * DAY_MS, (then) => this.#lose(told, then));
    if (fate === 'filed')
      this.#errands.byDay(at + chance.between(30, 6 * 24 * 60) * MINUTE_MS, (then) => this.#file(told, then));
  }

  /** A further copy of a slip that is still waited for. */
  #again(told: Told<'signedPapers'>, hand: Hand): void {
    if (told.row.state !== 'out') return;
    this.#shelf.change(told, { copies: told.row.copies + 1, printedByName: hand.actorName }, hand);
  }

  #file(told: Told<'signedPapers'>, at: number): void {
    const { chance, crew } = this.#world;
    const by = crew.withPermit('signedPapers.file', at, chance);
    const place = {
      binder: `${BINDER} ${Math.floor(this.#filed / PAGES) + 1}`,
      page: (this.#filed % PAGES) + 1,
    };
    this.#filed += 1;
    const patch = { state: 'filed' as const, ...place, filedAt: isoOf(at), filedByName: by.name };
    this.#shelf.change(told, patch, this.#world.hand(by, 'signedPapers.file', at), {
      kind: 'SIGNED_PAPER_FILED',
    });
    this.#shelf.settle(told);
  }

  #lose(told: Told<'signedPapers'>, at: number): void {
    const { chance, crew } = this.#world;
    const by = crew.withPermit('signedPapers.giveUp', at, chance);
    const patch = { state: 'missing' as const, reason: '失主带走未交回，电话联系不上' };
    this.#shelf.change(told, patch, this.#world.hand(by, 'signedPapers.giveUp', at));
    this.#shelf.settle(told);
  }
}
