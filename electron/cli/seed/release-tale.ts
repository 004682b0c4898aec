import { dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { BookRow, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { GoodsReleasesTable, ReleaseRequestsTable } from '../../db/tables';
import { NOTHING_YET } from '../../registers/goods-releases/issue';
import { indexRelease } from '../../registers/goods-releases/words';
import { inOfficeHours } from './calendar';
import type { Person } from './people';
import { Asked, type Like, type ReleaseBooks } from './release-asked';
import { type Act, LATELY_MS, planOf, type ReleaseTale, type Step, shownAt } from './release-plan';
import type { Arriving } from './room';
import { DIFFERENT, NOTES, VOIDED } from './words/goods';
import type { World } from './world';

/** One slip of the demo office from its issue to its end. All times are possible by the rules of the handlers. */
type Slip = BookRow<'goodsReleases'>;

/** One slip: issued in office hours, shown at the gate the same day, its part back some days later. */
export class SlipTale implements Arriving, ReleaseTale {
  due = 0;
  readonly #world: World;
  readonly #books: ReleaseBooks;
  readonly #back: ReleaseTale[];
  readonly #replaces: SlipTale | null;
  readonly #until: number;
  readonly #steps: Step[];
  #next = 0;
  /** A new slip is on its way to take this one's place; it settles both. */
  #renewing = false;
  #asked: Asked | null = null;
  #told: Told<'goodsReleases'> | null = null;

  constructor(
    world: World,
    books: ReleaseBooks,
    back: ReleaseTale[],
    at: number,
    turn: number,
    until: number,
    replaces: SlipTale | null = null,
  ) {
    this.#world = world;
    this.#books = books;
    this.#back = back;
    this.#replaces = replaces;
    this.#until = until;
    const open = inOfficeHours(at, world.chance);
    const steps = planOf(world.chance, open <= until ? open : at, turn, replaces !== null);
    // One still stands at the gate on the last day.
    this.#steps = books.atGate || at < until - LATELY_MS ? steps : shownAt(steps, until);
    books.atGate ||= this.#steps !== steps;
  }

  /** What the slip in this one's place takes over; null before it was issued. */
  get like(): Like | null {
    const asked = this.#asked;
    if (!asked) return null;
    const counted = new Map(asked.lines.map(({ row }) => [row.lineNo, row.counted ?? row.quantity]));
    return {
      row: asked.told.row,
      goods: asked.goods.map((goods, n) => ({ ...goods, quantity: counted.get(n + 1) ?? goods.quantity })),
    };
  }
  get id(): string | null {
    return this.#told?.row.id ?? null;
  }
  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }

  go(at: number): number | null {
    const step = this.#steps[this.#next];
    if (step) {
      this.#next += 1;
      this.#do(step.act, Math.max(step.at, at));
    }
    const next = this.#steps[this.#next];
    if (next) return Math.max(next.at, at);
    if (this.#told?.row.state === 'slipReturned') this.#back.push(this);
    else if (!this.#renewing) this.settle();
    return null;
  }

  end(): void {
    this.settle();
  }

  reconcile(hand: Hand): void {
    const told = this.#told!;
    const patch = { state: 'reconciled', reconciledAt: hand.at, reconciledByName: hand.actorName } as const;
    this.#books.slips.change(told, patch, hand, { kind: 'CHANGE' });
    this.settle();
  }

  settle(): void {
    const [asked, told] = [this.#asked, this.#told];
    if (!asked || !told) {
      // Its time never came: the slip it was to replace stays as it is.
      this.#replaces?.settle();
      return;
    }
    asked.settle();
    this.#books.slips.settle(told);
    indexRelease(
      this.#world,
      told.row as GoodsReleasesTable,
      asked.told.row as ReleaseRequestsTable,
      asked.goods,
    );
  }

  #do(act: Act, at: number): void {
    switch (act) {
      case 'issue':
        this.#issue(at);
        break;
      case 'arrive':
        this.#move(this.#guard(), 'goodsReleases.arrive', at, (guard) => ({
          state: 'atGate',
          gateAt: isoOf(at),
          guardId: guard.id,
          guardName: guard.name,
        }));
        break;
      case 'release':
        this.#move(this.#guard(), 'goodsReleases.release', at, (guard) => this.#out(guard, at, at, 'screen'));
        break;
      case 'recordGate':
        this.#typed(at);
        break;
      case 'mismatch':
        this.#differs(at);
        break;
      case 'return':
        this.#move(this.#clerk(at), 'goodsReleases.returnSlip', at, (clerk) => ({
          state: 'slipReturned',
          returnedAt: isoOf(at),
          returnedByName: clerk.name,
          binder: `放${isoOf(at).slice(2, 4)}`,
          binderPage: String(this.#world.chance.between(1, 120)),
        }));
        break;
      case 'renew': {
        this.#renewing = true;
        const next = new SlipTale(this.#world, this.#books, this.#back, at, 0, this.#until, this);
        this.#world.begin(next, next.firstDue);
        break;
      }
      case 'correct':
        this.#correct(at);
        break;
      case 'void': {
        const reason = this.#world.chance.pick(VOIDED);
        this.#move(
          this.#world.chance.pick(this.#world.crew.allowed('goodsReleases.void')),
          'goodsReleases.void',
          at,
          (who) => ({
            state: 'voided',
            voidReason: reason,
            voidedAt: isoOf(at),
            voidedByName: who.name,
          }),
          'VOID',
        );
        break;
      }
    }
  }

  #issue(at: number): void {
    const [world, old] = [this.#world, this.#replaces];
    const { chance, crew } = world;
    const asked = new Asked(world, this.#books, at, old?.like ?? null, old ? old.id : null);
    this.#asked = asked;
    const others = crew.allowed('goodsReleases.approve').filter((person) => person !== asked.clerk);
    const managers = others.filter((person) => person.roles.includes('deptManager'));
    const approver = chance.happens(0.7) && managers.length > 0 ? chance.pick(managers) : chance.pick(others);
    const hand = world.hand(asked.clerk, 'goodsReleases.issue', at);
    const { serialNo, scanCode } = world.number('goodsReleases', at);
    this.#books.requests.change(asked.told, { state: 'issued' }, hand, {
      kind: 'CHANGE',
      facts: { serialNo },
    });
    this.#told = this.#books.slips.open(
      {
        ...NOTHING_YET,
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'issued',
        requestId: asked.told.row.id,
        unitId: asked.told.row.unitId,
        validFrom: isoOf(at - (at % MINUTE_MS)),
        validTo: isoOf(msOf(instantOf(dayOf(isoOf(at)), '24:00')) - 1),
        approverId: approver.id,
        approverName: approver.name,
        approvedAs: approver.roles.includes('deptManager') ? 'deptManager' : 'csSupervisor',
        note: asked.told.row.note,
        recordedAt: isoOf(at),
        recorderId: asked.clerk.id,
        recorderName: asked.clerk.name,
      },
      hand,
    );
    old?.replacedBy(this.#told.row, hand);
  }

  /** The new slip is out: this one is void with its number. */
  replacedBy(slip: Slip, hand: Hand): void {
    const patch = { state: 'reissued', replacedById: slip.id } as const;
    this.#books.slips.change(this.#told!, patch, hand, { kind: 'VOID', facts: { to: slip.serialNo } });
    this.settle();
  }

  #move(
    who: Person,
    op: string,
    at: number,
    patch: (who: Person) => Partial<Slip>,
    kind: 'CHANGE' | 'VOID' = 'CHANGE',
  ): void {
    this.#books.slips.change(this.#told!, patch(who), this.#world.hand(who, op, at), { kind });
  }

  /** Of the guards one who did not approve (rule 10); the same from the arrival on. */
  #guard(): Person {
    const { chance, crew } = this.#world;
    const { guardId, approverId } = this.#told!.row;
    const guards = crew.allowed('goodsReleases.gate').filter((person) => person.id !== approverId);
    return guards.find((person) => person.id === guardId) ?? chance.pick(guards);
  }

  #clerk(at: number): Person {
    return this.#world.crew.withPermit('goodsReleases.file', at, this.#world.chance);
  }

  #out(guard: Person, at: number, typedAt: number, gateHow: 'screen' | 'paper'): Partial<Slip> {
    const { chance, people } = this.#world;
    const request = this.#asked!.told.row;
    return {
      state: 'released',
      gateAt: this.#told!.row.gateAt ?? isoOf(at),
      guardId: guard.id,
      guardName: guard.name,
      gatePost: chance.pick(['东门岗', '西门岗', '地下车库岗']),
      gateHow,
      releasedAt: isoOf(at),
      gateRecordedAt: isoOf(typedAt),
      moverName: chance.happens(0.6) ? request.handlerName : people.name(chance),
      moverDocument: chance.happens(0.8) ? chance.digits(4) : null,
    };
  }

  /** The gate worked on paper that day; the desk types it later, with the time on the paper. */
  #typed(at: number): void {
    const { recordedAt, validTo } = this.#told!.row;
    const out = Math.min(msOf(recordedAt) + 40 * MINUTE_MS, msOf(validTo) - MINUTE_MS, at);
    const guard = this.#guard();
    this.#move(this.#clerk(at), 'goodsReleases.recordGate', at, () =>
      this.#out(guard, Math.floor(out / MINUTE_MS) * MINUTE_MS, at, 'paper'),
    );
  }

  /** One line is not as on the slip; the desk issues a new one for what is there. */
  #differs(at: number): void {
    const { chance } = this.#world;
    const guard = this.#guard();
    const line = chance.pick(this.#asked!.lines);
    const { name, quantity, unit } = line.row;
    const counted = quantity + 1;
    const gateRemark = chance.pick(DIFFERENT);
    const hand = this.#world.hand(guard, 'goodsReleases.mismatch', at);
    this.#books.lines.change(line, { counted, gateRemark }, hand, { kind: 'CHANGE' });
    const { releasedAt: _, ...seen } = this.#out(guard, at, at, 'screen');
    this.#books.slips.change(
      this.#told!,
      {
        ...seen,
        state: 'mismatch',
        mismatchAt: isoOf(at),
        differences: `${name} ${quantity}→${counted} ${unit} (${gateRemark})`,
      },
      hand,
      { kind: 'CHANGE' },
    );
  }

  #correct(at: number): void {
    const { chance } = this.#world;
    const note = chance.pick(NOTES.filter((one) => one !== this.#told!.row.note));
    const facts = { field: 'note', reason: '客户补充说明' };
    const hand = this.#world.hand(this.#asked!.clerk, 'goodsReleases.correct', at);
    this.#books.slips.change(this.#told!, { note }, hand, { kind: 'CORRECT', facts });
  }
}
