import { isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { VisitorPassesTable } from '../../db/tables';
import { indexPass } from '../../registers/visits/words';
import type { Tale, World } from './world';

/** The demo office's stock of visitor passes: bought once, given out and taken back ever after. */
export class PassStock implements Tale {
  due = 0;
  readonly #book: Book<'visitorPasses'>;
  readonly #world: World;
  readonly #all: Told<'visitorPasses'>[] = [];

  constructor(world: World, book: Book<'visitorPasses'>) {
    this.#world = world;
    this.#book = book;
  }

  /** `n` cards at `at` (ms); their stories end with the seed. */
  found(n: number, at: number): void {
    const { chance, crew } = this.#world;
    const clerk = crew.allowed('visitorPasses.manage')[0]!;
    for (let i = 1; i <= n; i += 1) {
      const { serialNo, scanCode } = this.#world.number('visitorPasses', at);
      const row = {
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'inStock' as const,
        passNo: `V${String(i).padStart(3, '0')}`,
        visitId: null,
        since: isoOf(at),
        reason: null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: clerk.id,
        recorderName: clerk.name,
      };
      this.#all.push(this.#book.open(row, this.#world.hand(clerk, 'visitorPasses.add', at)));
    }
    // The last two are out of use: one was lost, one broke.
    const gone = [
      ['lose', { state: 'lost', reason: '访客带走未还，多次联系无果' }],
      ['retire', { state: 'retired', reason: '卡套破损，停用' }],
    ] as const;
    for (const [i, [act, patch]] of gone.entries()) {
      const hand = this.#world.hand(clerk, `visitorPasses.${act}`, at);
      this.#book.change(this.#all.at(-1 - i)!, { ...patch, since: isoOf(at) }, hand, { kind: 'CHANGE' });
    }
    this.#world.follow(this, Number.MAX_SAFE_INTEGER);
  }

  /** A card that may go out at `at`; null when none is here. */
  free(_at: number): Told<'visitorPasses'> | null {
    const { chance } = this.#world;
    for (let tries = 0; tries < 6 && this.#all.length > 0; tries += 1) {
      const one = chance.pick(this.#all);
      if (one.row.state === 'inStock') return one;
    }
    return null;
  }

  give(told: Told<'visitorPasses'>, visitId: string, at: number, hand: Hand): void {
    this.#book.change(told, { state: 'out', visitId, since: isoOf(at) }, hand, { kind: 'CHANGE' });
  }

  takeBack(passId: string, at: number, hand: Hand): void {
    const told = this.#all.find(({ row }) => row.id === passId);
    if (told?.row.state !== 'out') return;
    this.#book.change(told, { state: 'inStock', visitId: null, since: isoOf(at) }, hand, { kind: 'CHANGE' });
  }

  go(): number | null {
    return Number.MAX_SAFE_INTEGER;
  }

  end(): void {
    for (const told of this.#all) {
      this.#book.settle(told);
      indexPass(this.#world, told.row as VisitorPassesTable);
    }
  }
}
