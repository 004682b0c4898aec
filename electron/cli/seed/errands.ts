import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { BookRegister } from '../../db/bulk/sink';
import type { Facts, Hand } from '../../db/journal';
import { Agenda } from './agenda';
import { inOfficeHours } from './calendar';
import type { Tale, World } from './world';

/** Entries that change now and then over the years: a shelf keeps them until their story is over, errands say what happens when. */

/** A register's open entries; every one of them is written down exactly once, at the latest when the seed's time is over. */
export class Shelf<R extends BookRegister> {
  readonly #book: Book<R>;
  readonly #index: ((row: BookRow<R>) => void) | null;
  readonly #open = new Set<Told<R>>();

  /** `index` writes an entry's search words when it is put away. */
  constructor(book: Book<R>, index: ((row: BookRow<R>) => void) | null = null) {
    this.#book = book;
    this.#index = index;
  }

  open(row: BookRow<R>, hand: Hand, facts?: Record<string, unknown>): Told<R> {
    const told = this.#book.open(row, hand, facts);
    this.#open.add(told);
    return told;
  }

  change(told: Told<R>, patch: Partial<BookRow<R>>, hand: Hand, what: Facts = { kind: 'CHANGE' }): void {
    this.#book.change(told, patch, hand, what);
  }

  note(told: Told<R>, hand: Hand, what: Facts): void {
    this.#book.note(told, hand, what);
  }

  /** Its story is over. */
  settle(told: Told<R>): void {
    if (!this.#open.delete(told)) return;
    this.#book.settle(told);
    this.#index?.(told.row);
  }

  /** The seed's time is over. */
  settleAll(): void {
    for (const told of [...this.#open]) this.settle(told);
  }
}

/** What a room has still to do; `end` puts its shelves away. */
export class Errands implements Tale {
  due = Number.MAX_SAFE_INTEGER;
  readonly #world: World;
  readonly #agenda = new Agenda<(at: number) => void>();
  readonly #atEnd: () => void;

  constructor(world: World, atEnd: () => void) {
    this.#world = world;
    this.#atEnd = atEnd;
    world.follow(this, Number.MAX_SAFE_INTEGER);
  }

  /** Does something at `at` (ms). */
  later(at: number, act: (at: number) => void): void {
    this.#agenda.add(Math.round(at), act);
    if (this.#agenda.nextAt < this.due) this.#world.follow(this, this.#agenda.nextAt);
  }

  /** Does something at `at` or, by night, when the office opens again. */
  byDay(at: number, act: (at: number) => void): void {
    this.later(inOfficeHours(at, this.#world.chance), act);
  }

  go(at: number): number | null {
    this.due = Number.MAX_SAFE_INTEGER;
    while (this.#agenda.nextAt <= at) {
      const due = this.#agenda.nextAt;
      this.#agenda.take()!(due);
    }
    return Math.min(this.#agenda.nextAt, Number.MAX_SAFE_INTEGER);
  }

  end(): void {
    this.#atEnd();
  }
}
