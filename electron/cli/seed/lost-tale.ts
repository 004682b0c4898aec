import { isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { lostReport } from '../../../shared/registers/lost-reports';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { LostReportsTable } from '../../db/tables';
import { indexReport } from '../../registers/found-items/words';
import { inOfficeHours } from './calendar';
import { drawCategory } from './found-intake';
import type { FoundTale } from './found-tale';
import type { Person } from './people';
import { mobileNumber, unitName } from './words/names';
import { place } from './words/places';
import * as say from './words/sayings';
import { THINGS } from './words/things';
import type { Tale, World } from './world';

type Report = BookRow<'lostReports'>;
type Act = 'link' | 'unlink' | 'correct' | 'close' | 'void';
interface Step {
  at: number;
  act: Act;
}

const HOUR_MS = 60 * MINUTE_MS;

/** One lost report: asked for at the desk, sometimes matched to a found item, closed when it is settled. */
export class LostTale implements Tale {
  due = 0;
  readonly told: Told<'lostReports'>;
  readonly #world: World;
  readonly #book: Book<'lostReports'>;
  readonly #recorder: Person;
  readonly #steps: Step[];
  #match: FoundTale | null;
  readonly #turn: number;
  #next = 0;
  #over = false;

  /** Records the report at `at` (ms), the `turn`th of the seed. `match` is an item at the desk that it describes, or null. */
  constructor(world: World, book: Book<'lostReports'>, at: number, turn: number, match: FoundTale | null) {
    this.#turn = turn;
    this.#world = world;
    this.#book = book;
    this.#match = match;
    const { crew, chance } = world;
    this.#recorder = crew.withPermit('foundItems.register', at, chance);
    const { serialNo, scanCode } = world.number('lostReports', at);
    const row: Report = {
      ...BLANK_REPORT,
      ...this.#asked(at),
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      recordedAt: isoOf(at),
      recorderId: this.#recorder.id,
      recorderName: this.#recorder.name,
    };
    this.told = book.open(row, world.hand(this.#recorder, 'lostReports.register', at));
    this.#steps = this.#plan(at);
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }

  go(at: number): number | null {
    while (!this.#over && this.#next < this.#steps.length && this.#steps[this.#next]!.at <= at) {
      const step = this.#steps[this.#next]!;
      this.#next += 1;
      this.#do(step.act, step.at);
    }
    const next = this.#over ? undefined : this.#steps[this.#next];
    // A matched report waits for the claim of its item, however long that takes.
    if (!next && (this.#over || this.told.row.state !== 'matched')) this.end();
    else if (!next) return Number.MAX_SAFE_INTEGER;
    return next?.at ?? null;
  }

  end(): void {
    this.#book.settle(this.told);
    indexReport(this.#world, this.told.row as LostReportsTable);
  }

  #plan(at: number): Step[] {
    const { chance } = this.#world;
    const steps: Step[] = [];
    const add = (act: Act, when: number): number => {
      steps.push({ act, at: Math.round(inOfficeHours(when, chance)) });
      return when;
    };
    if (this.#match) {
      const linked = add('link', at + chance.between(1, 25) * MINUTE_MS);
      if (chance.happens(0.04)) {
        add('unlink', linked + chance.between(20, 90) * MINUTE_MS);
        if (chance.happens(0.6)) add('close', linked + chance.between(200, 9000) * MINUTE_MS);
      }
    } else if (this.#turn % 47 === 31) add('void', at + chance.between(5, 600) * MINUTE_MS);
    else {
      if (chance.happens(0.03)) add('correct', at + chance.between(11, 1400) * MINUTE_MS);
      const person = this.told.row.subject === 'person';
      if (person || chance.happens(0.72))
        add(
          'close',
          at + (person ? chance.between(20, 150) * MINUTE_MS : chance.between(24, 1500) * HOUR_MS),
        );
    }
    return steps.sort((a, b) => a.at - b.at);
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const row = this.told.row;
    const desk = crew.withPermit('foundItems.handOver', at, chance);
    switch (act) {
      case 'link': {
        const item = this.#match;
        if (!item?.linkable) {
          this.#match = null;
          return;
        }
        const itemRow = item.told.row;
        item.link({ id: row.id, serialNo: row.serialNo }, desk, at, (claimedAt, by) =>
          this.#claimed(claimedAt, by),
        );
        this.#book.change(
          this.told,
          { state: 'matched', foundItemId: itemRow.id },
          this.#world.hand(desk, 'foundItems.link', at),
          { kind: 'LINK', facts: { to: itemRow.serialNo } },
        );
        break;
      }
      case 'unlink': {
        if (!this.#match?.unlink(desk, at)) return;
        this.#book.change(
          this.told,
          { state: 'open', foundItemId: null },
          this.#world.hand(desk, 'foundItems.unlink', at),
          { kind: 'LINK' },
        );
        break;
      }
      case 'close': {
        if (row.state !== 'open') return;
        const result = chance.pick(row.subject === 'person' ? say.PERSON_RESULTS : say.REPORT_RESULTS);
        this.#close(result, desk, 'lostReports.close', at);
        break;
      }
      case 'correct': {
        const { field, patch } = say.reportAmendment(row, chance);
        const facts = { field, reason: chance.pick(say.REASONS) };
        const hand = this.#world.hand(this.#recorder, 'lostReports.correct', at);
        this.#book.change(this.told, patch, hand, { kind: 'CORRECT', facts });
        break;
      }
      case 'void': {
        const who = chance.pick(crew.allowed('foundItems.void'));
        const patch: Partial<Report> = {
          state: 'voided',
          voidReason: chance.pick(say.VOIDED),
          voidedAt: isoOf(at),
          voidedByName: who.name,
        };
        this.#book.change(this.told, patch, this.#world.hand(who, 'lostReports.void', at), {
          kind: 'VOID',
        });
        break;
      }
    }
  }

  /** The item's claim closes its report, in the same operation. */
  #claimed(at: number, by: Person): void {
    if (this.told.row.state !== 'matched') return;
    this.#close(this.#match?.told.row.serialNo ?? '', by, 'foundItems.claim', at);
    this.#over = true;
    this.#world.follow(this, at);
  }

  #close(result: string, who: Person, op: string, at: number): void {
    this.#book.change(
      this.told,
      { state: 'closed', result, closedAt: isoOf(at), closedByName: who.name },
      this.#world.hand(who, op, at),
      { kind: 'CHANGE' },
    );
  }

  /** What the caller says: about the matching item nearly what the finder saw, else a loss of its own. */
  #asked(at: number) {
    const { chance } = this.#world;
    const item = this.#match?.told.row;
    const person = !item && this.#turn % 53 === 17;
    const category = item?.category ?? (person ? 'other' : drawCategory(chance));
    const thing = THINGS[category]!(chance);
    const lostTo = item ? Math.min(at, msOf(item.foundAt)) : at - chance.between(10, 2800) * MINUTE_MS;
    return {
      state: 'open' as const,
      subject: person ? ('person' as const) : ('thing' as const),
      category,
      name: item?.name ?? (person ? chance.pick(['走失儿童', '走失老人']) : thing.name),
      features: item
        ? (item.verifyFeatures ?? item.publicFeatures)
        : person
          ? `约${chance.pick(['五岁', '七岁', '七十岁'])}，${chance.pick(['红色外套', '蓝色校服', '灰色棉衣'])}`
          : (thing.verifyFeatures ?? thing.publicFeatures),
      lostPlace: item && chance.happens(0.7) ? item.foundPlace : place(chance),
      lostFrom: isoOf(lostTo - chance.between(5, 300) * MINUTE_MS),
      lostTo: isoOf(lostTo),
      reporterName: this.#world.people.name(chance),
      reporterPhone: chance.happens(0.92) ? mobileNumber(chance) : null,
      reporterUnit: chance.happens(0.6) ? unitName(chance) : null,
      broadcastNo: chance.happens(person ? 0.9 : 0.05)
        ? `GB${isoOf(at).slice(2, 4)}${chance.digits(4)}`
        : null,
      note: chance.happens(0.1) ? chance.pick(say.REPORT_NOTES) : null,
    };
  }
}

/** Columns a fresh report leaves empty; a new column of the row must be thought about here. */
const BLANK_REPORT = {
  foundItemId: null,
  result: null,
  closedAt: null,
  closedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<Report>;

/** Columns of the row, sorted, with `version` and without `sealed`. */
export const LOST_COLUMNS: readonly string[] = lostReport.keyof().options.toSorted();
