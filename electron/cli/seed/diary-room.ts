import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { type DiarySection, stewardDiary } from '../../../shared/registers/steward-diaries.row';
import type { BookRow, Told } from '../../db/bulk/book';
import type { StewardDiariesTable } from '../../db/tables';
import { UNTOUCHED } from '../../registers/diaries/acts';
import { indexDiary } from '../../registers/diaries/words';
import { Errands, Shelf } from './errands';
import type { Person } from './people';
import type { SeedRoom } from './room';
import { DIARY_COMMENTS, DIARY_PLANS, DIARY_PROBLEMS, DIARY_TEXTS } from './words/diary-words';
import type { World } from './world';

/** S14: the last weeks' diaries of the demo office's stewards, written up in the afternoon and read the next morning. */
const DAYS = 21;
const SECTIONS = Object.keys(DIARY_TEXTS) as (keyof typeof DIARY_TEXTS)[];

export const diaryRoom: SeedRoom = {
  columns: { stewardDiaries: stewardDiary.keyof().options.toSorted() },
  lines: [],
  begin({ world, span, book }) {
    return {
      stock() {
        const shelf = new Shelf(book('stewardDiaries'), (row) =>
          indexDiary(world, row as StewardDiariesTable),
        );
        const errands = new Errands(world, () => shelf.settleAll());
        const tale = new DiaryTale(world, errands, shelf, span.until);
        const from = dayOf(isoOf(Math.max(span.from, span.until - DAYS * DAY_MS)));
        for (let day = from; day <= dayOf(isoOf(span.until)); day = addDays(day, 1))
          tale.plan(day, span.from);
      },
      arrive: {},
    };
  },
};

class DiaryTale {
  readonly #world: World;
  readonly #errands: Errands;
  readonly #shelf: Shelf<'stewardDiaries'>;
  readonly #until: number;
  readonly #plans = new Map<string, string>();
  #turn = 0;

  constructor(world: World, errands: Errands, shelf: Shelf<'stewardDiaries'>, until: number) {
    this.#world = world;
    this.#errands = errands;
    this.#shelf = shelf;
    this.#until = until;
  }

  plan(day: string, from: number): void {
    const at = msOf(instantOf(day, '17:05'));
    for (const steward of this.#world.crew.whoever(({ roles }) => roles.includes('csSteward'))) {
      const when = at + this.#world.chance.between(0, 12) * MINUTE_MS;
      // What would reach beyond the end of the books is left out; the last day stays half written.
      if (when > from && when + 20 * MINUTE_MS < this.#until)
        this.#errands.later(when, (now) => this.#write(steward, day, now));
    }
    if (day === dayOf(isoOf(this.#until))) this.#lastHours();
  }

  /** One diary is being written when the books end. */
  #lastHours(): void {
    const at = this.#until - 15 * MINUTE_MS;
    const [steward] = this.#world.crew.whoever(({ roles }) => roles.includes('buildingInspector'));
    if (!steward) return;
    this.#errands.later(at, (now) => {
      const told = this.#open(steward, dayOf(isoOf(now)), now);
      this.#errands.later(now + 4 * MINUTE_MS, (later) => this.#section(told, steward, 'corridors', later));
    });
  }

  #open(steward: Person, dayOn: string, at: number): Told<'stewardDiaries'> {
    const row: BookRow<'stewardDiaries'> = {
      ...UNTOUCHED,
      id: newId(at, this.#world.chance.fill),
      ...this.#world.number('stewardDiaries', at),
      state: 'open',
      dayOn,
      stewardId: steward.id,
      stewardName: steward.name,
      areas: null,
      morning: this.#plans.get(steward.id) ?? null,
      recordedAt: isoOf(at),
      recorderId: steward.id,
      recorderName: steward.name,
    };
    return this.#shelf.open(row, this.#world.hand(steward, 'stewardDiaries.open', at));
  }

  #change(
    told: Told<'stewardDiaries'>,
    patch: Partial<BookRow<'stewardDiaries'>>,
    op: string,
    who: Person,
    at: number,
  ): void {
    this.#shelf.change(told, patch, this.#world.hand(who, `stewardDiaries.${op}`, at), {
      kind: op === 'void' ? 'VOID' : 'CHANGE',
    });
  }

  #section(told: Told<'stewardDiaries'>, who: Person, section: keyof typeof DIARY_TEXTS, at: number): void {
    const { chance } = this.#world;
    const dunned =
      section === 'dunning'
        ? { dunnedUnits: chance.between(1, 9), dunnedCents: chance.between(8, 90) * 10_000 }
        : {};
    this.#change(told, { [section]: chance.pick(DIARY_TEXTS[section]), ...dunned }, 'write', who, at);
  }

  #write(steward: Person, day: string, at: number): void {
    const { chance, crew } = this.#world;
    const turn = this.#turn;
    this.#turn += 1;
    const told = this.#open(steward, day, at);
    if (turn % 17 === 6) {
      const boss = chance.pick(crew.allowed('stewardDiaries.void'));
      this.#errands.later(at + 5 * MINUTE_MS, (now) => {
        const gone = { voidReason: '日期选错', voidedAt: isoOf(now), voidedByName: boss.name };
        this.#change(told, { state: 'voided', ...gone }, 'void', boss, now);
        this.#shelf.settle(told);
      });
      return;
    }
    for (const [n, section] of SECTIONS.entries())
      this.#errands.later(at + (1 + n) * MINUTE_MS, (now) => this.#section(told, steward, section, now));
    const rest: [section: DiarySection, text: string][] = [['tomorrow', chance.pick(DIARY_PLANS)]];
    if (turn % 4 === 1) rest.unshift(['problems', chance.pick(DIARY_PROBLEMS)]);
    for (const [n, [section, text]] of rest.entries())
      this.#errands.later(at + (9 + n) * MINUTE_MS, (now) =>
        this.#change(told, { [section]: text }, 'write', steward, now),
      );
    this.#plans.set(steward.id, rest.at(-1)![1]);
    this.#errands.later(at + 13 * MINUTE_MS, (now) =>
      this.#change(
        told,
        { state: 'submitted', figures: '[]', submittedAt: isoOf(now) },
        'submit',
        steward,
        now,
      ),
    );
    if (turn % 6 === 2) this.#errands.later(at + 30 * MINUTE_MS, (now) => this.#correct(told, steward, now));
    const read = msOf(instantOf(addDays(day, 1), '08:40')) + chance.between(0, 60) * MINUTE_MS;
    if (read < this.#until && turn % 9 !== 8) this.#errands.later(read, (now) => this.#review(told, now));
  }

  #correct(told: Told<'stewardDiaries'>, who: Person, at: number): void {
    const what = { kind: 'CORRECT' as const, facts: { field: 'vacant', reason: '房号写错' } };
    const vacant = `${told.row.vacant ?? ''} 2302 已复查。`;
    this.#shelf.change(told, { vacant }, this.#world.hand(who, 'stewardDiaries.correct', at), what);
  }

  #review(told: Told<'stewardDiaries'>, at: number): void {
    const { chance, crew } = this.#world;
    const boss = chance.pick(crew.allowed('stewardDiaries.review'));
    const comment = told.row.problems === null ? '已阅。' : chance.pick(DIARY_COMMENTS);
    const read = { comment, reviewedAt: isoOf(at), reviewedById: boss.id, reviewedByName: boss.name };
    this.#change(told, { state: 'reviewed', ...read }, 'review', boss, at);
    this.#shelf.settle(told);
  }
}
