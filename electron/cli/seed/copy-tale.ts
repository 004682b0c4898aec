import { DAY_MS, dayOf, isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, Told } from '../../db/bulk/book';
import type { KeyCopiesTable } from '../../db/tables';
import { indexCopy } from '../../registers/key-desk/words';
import { type Errands, Shelf } from './errands';
import * as words from './words/loan-words';
import { REASONS } from './words/sayings';
import type { KeyRing, SeedKey, World } from './world';

/** Copies of keys (S08, F13): nothing is cut before somebody else has approved it. */

/** How far an application comes; the first four by turns, the others on the last days. */
type Way = 'collected' | 'refused' | 'voided' | 'applied' | 'approved' | 'made';
const BY_TURNS: readonly Way[] = ['collected', 'refused', 'collected', 'voided'];

export class Copies {
  readonly #world: World;
  readonly #ring: KeyRing;
  readonly #errands: Errands;
  readonly #shelf: Shelf<'keyCopies'>;
  #n = 0;

  constructor(world: World, ring: KeyRing, errands: Errands, book: Book<'keyCopies'>) {
    this.#world = world;
    this.#ring = ring;
    this.#errands = errands;
    this.#shelf = new Shelf(book, (row) => indexCopy(world, row as KeyCopiesTable));
  }

  settleAll(): void {
    this.#shelf.settleAll();
  }

  /** Somebody applies soon after `at` (ms). */
  soon(at: number): void {
    const way = BY_TURNS[this.#n % BY_TURNS.length]!;
    this.#n += 1;
    this.#errands.byDay(at, (now) => this.#apply(way, now));
  }

  /** What waits on the last day: an application, one for the locksmith, one for its numbers. */
  last(from: number, until: number): void {
    const waits = [
      ['made', 6],
      ['approved', 3],
      ['applied', 1],
    ] as const;
    for (const [way, days] of waits)
      this.#errands.byDay(Math.max(from, until - days * DAY_MS - DAY_MS / 3), (now) => this.#apply(way, now));
  }

  #apply(way: Way, at: number): void {
    const { chance, crew } = this.#world;
    const fits = this.#ring.keys.filter(({ told }) => {
      const { state, category } = told.row;
      return (state === 'inStock' || state === 'out') && category !== 'office' && category !== 'locker';
    });
    if (fits.length === 0) return;
    const key = chance.pick(fits);
    const row = key.told.row;
    const applicant = chance.pick(
      crew.whoever(({ roles }) => roles.includes('csSteward') || roles.includes('engineeringDesk')),
    );
    const { serialNo, scanCode } = this.#world.number('keyCopies', at);
    const told = this.#shelf.open(
      {
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'applied',
        keyId: row.id,
        keyNo: row.keyNo,
        keyName: row.label,
        keyCategory: row.category,
        appliedAt: isoOf(at),
        applicantId: applicant.id,
        applicantName: applicant.name,
        applicantDepartment: applicant.roles.includes('engineeringDesk') ? '工程部' : '客户服务部',
        quantity: 1,
        reason: chance.pick(words.COPY_REASONS),
        opinion: null,
        decidedById: null,
        decidedByName: null,
        decidedAt: null,
        refusedReason: null,
        locksmith: null,
        costCents: null,
        bearer: null,
        madeOn: null,
        newKeyNos: null,
        collectedByName: null,
        collectedAt: null,
        voidReason: null,
        voidedAt: null,
        voidedByName: null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: applicant.id,
        recorderName: applicant.name,
      },
      this.#world.hand(applicant, 'keyCopies.apply', at),
    );
    if (way === 'applied') return;
    this.#errands.byDay(at + chance.between(3, 20) * 3_600_000, (now) => {
      if (way === 'voided') this.#void(told, now);
      else this.#decide(told, key, way, now);
    });
  }

  #decide(told: Told<'keyCopies'>, key: SeedKey, way: Way, at: number): void {
    const { chance, crew } = this.#world;
    const boss = chance.pick(crew.allowed('keyCopies.approve'));
    const full = !this.#ring.hasRoom(key);
    const decided = { decidedById: boss.id, decidedByName: boss.name, decidedAt: isoOf(at) };
    if (way === 'refused' || full) {
      const refusedReason = full ? words.COPY_FULL : chance.pick(words.COPY_REFUSED);
      const hand = this.#world.hand(boss, 'keyCopies.refuse', at);
      this.#shelf.change(told, { state: 'refused', refusedReason, ...decided }, hand);
      this.#shelf.settle(told);
      return;
    }
    this.#shelf.change(
      told,
      { state: 'approved', opinion: chance.happens(0.5) ? '同意' : null, ...decided },
      this.#world.hand(boss, 'keyCopies.approve', at),
      { kind: 'CO_CONFIRM' },
    );
    if (way !== 'approved')
      this.#errands.byDay(at + chance.between(10, 30) * 3_600_000, (now) => this.#make(told, key, way, now));
  }

  #make(told: Told<'keyCopies'>, key: SeedKey, way: Way, at: number): void {
    const { chance, crew } = this.#world;
    const keyNo = this.#ring.nextNo();
    const clerk = crew.withPermit('keyCopies.make', at, chance);
    this.#shelf.change(
      told,
      {
        state: 'made',
        locksmith: chance.favour(words.LOCKSMITHS),
        costCents: chance.pick([800, 1500, 2500]),
        bearer: chance.happens(0.8) ? 'company' : 'borrower',
        madeOn: dayOf(isoOf(at)),
        newKeyNos: JSON.stringify([keyNo]),
      },
      this.#world.hand(clerk, 'keyCopies.make', at),
    );
    if (way === 'made') return;
    this.#errands.byDay(at + 3_600_000, (now) => this.#ring.copy(key, keyNo, now));
    this.#errands.byDay(at + DAY_MS, (now) => this.#collect(told, now));
  }

  #collect(told: Told<'keyCopies'>, at: number): void {
    const { chance, crew } = this.#world;
    const clerk = crew.withPermit('keyCopies.make', at, chance);
    this.#shelf.change(
      told,
      { state: 'collected', collectedByName: told.row.applicantName, collectedAt: isoOf(at) },
      this.#world.hand(clerk, 'keyCopies.collect', at),
    );
    if (chance.happens(0.3)) {
      const facts = { field: 'costCents', reason: chance.pick(REASONS) };
      const boss = crew.whoever((person) => person.roles.includes('csSupervisor'))[0]!;
      const hand = this.#world.hand(boss, 'keyCopies.correct', at);
      this.#shelf.change(told, { costCents: (told.row.costCents ?? 0) + 200 }, hand, {
        kind: 'CORRECT',
        facts,
      });
    }
    this.#shelf.settle(told);
  }

  #void(told: Told<'keyCopies'>, at: number): void {
    const who = this.#world.chance.pick(this.#world.crew.allowed('keyLoans.void'));
    const patch = { voidReason: words.COPY_VOIDED, voidedAt: isoOf(at), voidedByName: who.name };
    const hand = this.#world.hand(who, 'keyCopies.void', at);
    this.#shelf.change(told, { state: 'voided', ...patch }, hand, { kind: 'VOID' });
    this.#shelf.settle(told);
  }
}
