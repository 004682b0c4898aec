import { DAY_MS, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { KeyIncidentKind } from '../../../shared/registers/key-incidents.row';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { KeyIncidentsTable } from '../../db/tables';
import { NOTHING_DONE } from '../../registers/key-desk/incident-open';
import { indexIncident } from '../../registers/key-desk/words';
import { type Errands, Shelf } from './errands';
import type { LoanStory } from './loan-desk';
import * as words from './words/loan-words';
import { mobileNumber } from './words/names';
import { REASONS } from './words/sayings';
import type { KeyRing, World } from './world';

/** Keys lost, broken or short (F14): the superior at once, measures, the end; or found again, or no incident at all. */

type Row = BookRow<'keyIncidents'>;
type Way = 'closed' | 'found' | 'retired' | 'voided' | 'open';
/** How losses go, one after the other; a key is written off once only, so that the cabinets do not empty. */
const LOSSES: readonly Way[] = ['closed', 'found', 'retired', 'voided', 'open', 'found'];
const LATER: readonly Way[] = ['closed', 'found', 'closed', 'voided', 'closed', 'found'];

export class Incidents {
  readonly #world: World;
  readonly #ring: KeyRing;
  readonly #errands: Errands;
  readonly #shelf: Shelf<'keyIncidents'>;
  #losses = 0;

  constructor(world: World, ring: KeyRing, errands: Errands, book: Book<'keyIncidents'>) {
    this.#world = world;
    this.#ring = ring;
    this.#errands = errands;
    this.#shelf = new Shelf(book, (row) => indexIncident(world, row as KeyIncidentsTable));
  }

  settleAll(): void {
    this.#shelf.settleAll();
  }

  /** Came back broken or short. The key is out of service until this is closed. */
  returned(loan: LoanStory, kind: 'damage' | 'short', hand: Hand, at: number): void {
    const { chance } = this.#world;
    const course = chance.pick(kind === 'damage' ? words.BROKEN_COURSE : words.SHORT_COURSE);
    const told = this.#open(
      loan,
      kind,
      isoOf(at),
      { course, reporterName: loan.told.row.returnedByName },
      hand,
      at,
    );
    this.#settleDown(loan, told, kind === 'damage' ? 'repaired' : 'replaced', at);
  }

  /** Lost. Answers its number, and whether the borrower may yet bring the key back. */
  lost(
    loan: LoanStory,
    foundOutAt: string,
    hand: Hand,
    at: number,
  ): { serialNo: string; mayReturn: boolean } {
    const { chance, people } = this.#world;
    const way = (this.#losses < LOSSES.length ? LOSSES : LATER)[this.#losses % LOSSES.length]!;
    this.#losses += 1;
    const row = loan.told.row;
    const what = {
      course: chance.pick(words.LOST_COURSE),
      place: chance.pick(words.LOST_PLACES),
      reporterName: row.borrowerName ?? people.name(chance),
      reporterPhone: row.borrowerPhone ?? mobileNumber(chance),
    };
    const told = this.#open(loan, 'loss', foundOutAt, what, hand, at);
    if (way === 'found')
      this.#errands.byDay(at + chance.between(3, 70) * 60 * MINUTE_MS, (now) => this.#found(loan, told, now));
    else if (way === 'voided') this.#errands.byDay(at + 90 * MINUTE_MS, (now) => this.#void(loan, told, now));
    else if (way === 'open') this.#errands.later(at + 9 * MINUTE_MS, (now) => this.#inform(told, now));
    else this.#settleDown(loan, told, way === 'retired' ? 'retired' : 'replaced', at);
    return { serialNo: told.row.serialNo, mayReturn: way === 'voided' };
  }

  #open(
    loan: LoanStory,
    kind: KeyIncidentKind,
    foundOutAt: string,
    what: Pick<Row, 'course' | 'reporterName'> & Partial<Row>,
    hand: Hand,
    at: number,
  ): Told<'keyIncidents'> {
    const key = loan.key.told.row;
    const { serialNo, scanCode } = this.#world.number('keyIncidents', at);
    return this.#shelf.open(
      {
        ...NOTHING_DONE,
        id: newId(at, this.#world.chance.fill),
        serialNo,
        scanCode,
        state: 'open',
        keyId: key.id,
        keyNo: key.keyNo,
        keyName: key.label,
        unitId: key.unitId ?? loan.told.row.unitId,
        cabinetId: key.cabinetId,
        loanId: loan.told.row.id,
        kind,
        foundOutAt,
        place: null,
        reporterPhone: null,
        note: null,
        ...what,
        recordedAt: isoOf(at),
        recorderId: hand.actorId,
        recorderName: hand.actorName,
      },
      hand,
    );
  }

  /** The long way: the superior, measures, the opinion. */
  #settleDown(
    loan: LoanStory,
    told: Told<'keyIncidents'>,
    ending: 'repaired' | 'replaced' | 'retired',
    at: number,
  ): void {
    const { chance } = this.#world;
    this.#errands.later(at + chance.between(3, 25) * MINUTE_MS, (now) => this.#inform(told, now));
    const measured = at + chance.between(2, 30) * 60 * MINUTE_MS;
    this.#errands.byDay(measured, (now) => {
      this.#measure(loan, told, ending, now);
      if (chance.happens(0.1)) this.#correct(told, now);
      this.#errands.byDay(now + chance.between(1, 4) * DAY_MS, (later) =>
        this.#close(loan, told, ending, later),
      );
    });
  }

  #inform(told: Told<'keyIncidents'>, at: number): void {
    const { crew, chance } = this.#world;
    const superior = chance.pick(crew.allowed('keyIncidents.close'));
    const clerk = crew.withPermit('keyLoans.issue', at, chance, superior);
    this.#shelf.change(
      told,
      { superiorId: superior.id, superiorName: superior.name, superiorAt: isoOf(at) },
      this.#world.hand(clerk, 'keyIncidents.inform', at),
      { kind: 'CO_CONFIRM' },
    );
  }

  #measure(loan: LoanStory, told: Told<'keyIncidents'>, ending: string, at: number): void {
    const { crew, chance } = this.#world;
    const gone = told.row.kind !== 'damage';
    const measures = gone ? ['copy', 'relock'] : ['copy'];
    if (gone && loan.key.told.row.category === 'entrusted') measures.push('tellOwner');
    const costCents = chance.pick([1500, 3000, 12_000, 18_000]);
    this.#shelf.change(
      told,
      {
        measures: JSON.stringify(measures.sort()),
        measureNote: chance.pick(ending === 'repaired' ? words.REPAIR_NOTES : words.MEASURE_NOTES),
        measuredAt: isoOf(at),
        costCents,
        bearer: chance.happens(0.7) ? 'borrower' : 'company',
      },
      this.#world.hand(crew.withPermit('keyLoans.issue', at, chance), 'keyIncidents.measure', at),
    );
  }

  #correct(told: Told<'keyIncidents'>, at: number): void {
    const { crew, chance } = this.#world;
    const supervisor = crew.whoever((person) => person.roles.includes('csSupervisor'))[0]!;
    this.#shelf.change(
      told,
      { costCents: (told.row.costCents ?? 0) + 500 },
      this.#world.hand(supervisor, 'keyIncidents.correct', at),
      { kind: 'CORRECT', facts: { field: 'costCents', reason: chance.pick(REASONS) } },
    );
  }

  #close(
    loan: LoanStory,
    told: Told<'keyIncidents'>,
    ending: 'repaired' | 'replaced' | 'retired',
    at: number,
  ): void {
    const { crew, chance } = this.#world;
    const who = chance.pick(crew.allowed('keyIncidents.close'));
    const hand = this.#world.hand(who, 'keyIncidents.close', at);
    const patch = { closedAt: isoOf(at), closedById: who.id, closedByName: who.name };
    this.#shelf.change(
      told,
      { state: 'closed', ending, opinion: chance.pick(words.OPINIONS), ...patch },
      hand,
    );
    const off = {
      state: 'retired' as const,
      retiredReason: told.row.course,
      retiredAt: isoOf(at),
      retiredByName: who.name,
    };
    const back = { state: 'inStock' as const, piecesOut: 0 };
    const facts = { incident: told.row.serialNo };
    this.#ring.change(loan.key, ending === 'retired' ? { ...off, piecesOut: 0 } : back, hand, facts);
    loan.key.busy = ending === 'retired';
    this.#shelf.settle(told);
  }

  #found(loan: LoanStory, told: Told<'keyIncidents'>, at: number): void {
    const { crew, chance, people } = this.#world;
    const hand = this.#world.hand(crew.withPermit('keyLoans.issue', at, chance), 'keyIncidents.found', at);
    const patch = { foundPlace: chance.pick(words.FOUND_PLACES), foundByName: people.name(chance) };
    this.#shelf.change(told, { state: 'found', foundAt: isoOf(at), ...patch }, hand);
    this.#ring.change(loan.key, { state: 'inStock', piecesOut: 0 }, hand, { incident: told.row.serialNo });
    loan.key.busy = false;
    this.#shelf.settle(told);
  }

  /** No incident: the key is with its borrower still. By the manager. */
  #void(loan: LoanStory, told: Told<'keyIncidents'>, at: number): void {
    const manager = this.#world.crew.whoever((person) => person.roles.includes('deptManager'))[0]!;
    const hand = this.#world.hand(manager, 'keyIncidents.void', at);
    const patch = { voidReason: words.NO_INCIDENT, voidedAt: isoOf(at), voidedByName: manager.name };
    this.#shelf.change(told, { state: 'voided', ...patch }, hand, { kind: 'VOID' });
    loan.outAgain(told.row.serialNo, hand, at);
    this.#shelf.settle(told);
  }
}
