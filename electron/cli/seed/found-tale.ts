import { DAY_MS, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { FoundItemsTable } from '../../db/tables';
import { indexItem } from '../../registers/found-items/words';
import { inOfficeHours } from './calendar';
import { BLANK_ITEM, intake } from './found-intake';
import { type Act, planFor, type Step } from './found-plan';
import { PARTY_A, type Person } from './people';
import { slipPrinted } from './print-lines';
import type { SlipsOut } from './slips-out';
import { mobileNumber, politely, unitName } from './words/names';
import * as say from './words/sayings';
import type { Tale, World } from './world';

type Item = BookRow<'foundItems'>;
type Claimed = (at: number, by: Person) => void;

/** One found item from the desk to the file, told line by line as the handlers would have written it. */
export class FoundTale implements Tale {
  due = 0;
  /** When it was registered (ms). */
  readonly since: number;
  readonly told: Told<'foundItems'>;
  readonly #world: World;
  readonly #book: Book<'foundItems'>;
  readonly #recorder: Person;
  readonly #slips: SlipsOut;
  #steps: Step[];
  #next = 0;
  #copies = 0;
  #over = false;
  #claimed: Claimed | null = null;

  /** Registers the item at `at` (ms), the `turn`th of the seed. */
  constructor(world: World, book: Book<'foundItems'>, slips: SlipsOut, at: number, turn: number) {
    this.#world = world;
    this.#slips = slips;
    this.#book = book;
    this.since = at;
    const { crew, chance } = world;
    this.#recorder = crew.desk(at, chance);
    const { serialNo, scanCode, n } = world.number('foundItems', at);
    const { item, traits } = intake(world, this.#recorder, { at, n, turn });
    const row: Item = { ...BLANK_ITEM, ...item, id: newId(at, chance.fill), serialNo, scanCode };
    this.told = book.open(row, world.hand(this.#recorder, 'foundItems.register', at));
    this.#steps = planFor(at, traits, chance);
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }
  /** Still at the desk and not spoken for: a lost report may be matched to it. */
  get linkable(): boolean {
    const { lostReportId, category } = this.told.row;
    return !this.#over && this.#isOpen && lostReportId === null && !category.endsWith('Food');
  }
  get #isOpen(): boolean {
    return this.told.row.state === 'registered' || this.told.row.state === 'notified';
  }

  go(at: number): number | null {
    while (this.#next < this.#steps.length && this.#steps[this.#next]!.at <= at) {
      const step = this.#steps[this.#next]!;
      this.#next += 1;
      this.#do(step.act, step.at);
    }
    const next = this.#steps[this.#next];
    if (!next) this.end();
    return next?.at ?? null;
  }

  end(): void {
    this.#over = true;
    this.#book.settle(this.told);
    indexItem(this.#world, this.told.row as FoundItemsTable);
  }

  /** Matched to a lost report: the owner comes within days. `claimed` is told when, and who hands the item out. */
  link(report: { id: string; serialNo: string }, person: Person, at: number, claimed: Claimed): void {
    const hand = this.#world.hand(person, 'foundItems.link', at);
    this.#book.change(this.told, { lostReportId: report.id }, hand, {
      kind: 'LINK',
      facts: { to: report.serialNo },
    });
    this.#claimed = claimed;
    const { chance } = this.#world;
    const valuable = this.told.row.valuable === 1 && this.told.row.countersignedAt === null;
    // Most come within days, some within months, one in nine never: the report stays matched.
    this.#world.links += 1;
    const never = this.#world.links % 9 === 4;
    const days = never ? 20_000 : chance.happens(0.72) ? 3 * chance.part() : 60 * chance.part();
    const soon = inOfficeHours(at + 30 * MINUTE_MS + Math.round(days * DAY_MS), chance);
    const steps: Step[] = [];
    if (this.told.row.confirmer2How === 'pending') steps.push({ at: soon - 6 * MINUTE_MS, act: 'confirm' });
    if (valuable) steps.push({ at: soon - 5 * MINUTE_MS, act: 'countersign' });
    steps.push({ at: soon, act: 'claimed' });
    if (chance.happens(0.8))
      steps.push({ at: soon + chance.between(60, 20_000) * MINUTE_MS, act: 'archive' });
    this.#steps = steps;
    this.#next = 0;
    this.#world.follow(this, steps[0]!.at);
  }

  /** The wrong pair: the item waits for its owner again. False when it has left meanwhile. */
  unlink(person: Person, at: number): boolean {
    if (!this.#isOpen || this.told.row.lostReportId === null) return false;
    const hand = this.#world.hand(person, 'foundItems.unlink', at);
    this.#book.change(this.told, { lostReportId: null }, hand, { kind: 'LINK' });
    this.#claimed = null;
    return true;
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const row = this.told.row;
    const now = isoOf(at);
    /** Somebody at the desk who may do it; the line is theirs. */
    const desk = (): Person => crew.withPermit('foundItems.handOver', at, chance);
    const change = (
      who: Person,
      op: string,
      patch: Partial<Item>,
      kind: 'CHANGE' | 'CO_CONFIRM' = 'CHANGE',
    ): void => this.#book.change(this.told, patch, this.#hand(who, op, at), { kind });
    const close = (who: Person, op: string, patch: Partial<Item>, supervised = row.valuable === 1): void => {
      const supervisor = supervised
        ? chance.pick(crew.allowed('foundItems.countersign').filter((p) => p !== who))
        : null;
      change(who, op, {
        ...(supervisor ? { approvedById: supervisor.id, approvedByName: supervisor.name } : {}),
        ...patch,
        closedAt: now,
        closedById: who.id,
        closedByName: who.name,
      });
    };
    switch (act) {
      case 'edit':
        this.#amend('EDIT', this.#recorder, at);
        break;
      case 'correct': {
        const others = (): Person => chance.pick(crew.allowed('foundItems.countersign'));
        this.#amend('CORRECT', chance.happens(0.75) ? this.#recorder : others(), at);
        break;
      }
      case 'slip':
      case 'label':
        this.print(act === 'slip' ? 'F02' : 'label', at);
        break;
      case 'notify':
        change(desk(), 'foundItems.notifyPartyA', {
          state: 'notified',
          partyAContact: chance.favour(PARTY_A),
          partyANotifiedAt: now,
          partyANotifiedHow: chance.favour(say.NOTIFIED_HOW),
        });
        break;
      case 'notice':
        change(desk(), 'foundItems.postNotice', {
          noticePostedAt: now,
          noticeHow: chance.favour(say.NOTICE_HOW),
        });
        break;
      case 'confirm': {
        const second = crew.colleague(this.#recorder, chance);
        const patch = {
          confirmer2Id: second.id,
          confirmer2Name: second.name,
          confirmer2How: 'pin' as const,
          confirmedAt: now,
        };
        change(this.#recorder, 'foundItems.confirmQuantity', patch, 'CO_CONFIRM');
        break;
      }
      case 'countersign': {
        const second = chance.pick(
          crew.allowed('foundItems.countersign').filter((p) => p !== this.#recorder),
        );
        const patch = {
          countersignedById: second.id,
          countersignedByName: second.name,
          countersignedAt: now,
        };
        change(this.#recorder, 'foundItems.countersign', patch, 'CO_CONFIRM');
        break;
      }
      case 'refuse': {
        const what = { kind: 'CHANGE' as const, facts: { reason: chance.pick(say.REFUSED) } };
        this.#book.note(this.told, this.#hand(desk(), 'foundItems.refuseClaim', at), what, {
          claimantName: this.#world.people.name(chance),
        });
        break;
      }
      case 'unmask': {
        const what = { kind: 'UNMASK' as const, facts: { reason: chance.pick(say.UNMASKED) } };
        this.#book.note(this.told, this.#hand(desk(), 'foundItems.unmask', at), what);
        break;
      }
      case 'handedToPartyA':
        close(desk(), 'foundItems.handToPartyA', {
          state: 'handedToPartyA',
          outcome: 'handedToPartyA',
          collectorName: row.partyAContact ?? chance.favour(PARTY_A),
          collectorDocument: chance.happens(0.3) ? `JF${chance.digits(4)}` : null,
        });
        break;
      case 'claimed': {
        const by = desk();
        close(by, 'foundItems.claim', { state: 'claimed', outcome: 'claimed', ...this.#claim() });
        this.#claimed?.(at, by);
        break;
      }
      case 'toPolice':
        close(desk(), 'foundItems.handToPolice', {
          state: 'toPolice',
          outcome: 'toPolice',
          policeStation: say.POLICE_STATION,
          policeOfficer: this.#world.people.name(chance),
          policeBadgeNo: chance.happens(0.8) ? `0${chance.digits(5)}` : null,
          policeReceiptNo: `云公（失）字〔${now.slice(0, 4)}〕${chance.digits(5)}号`,
        });
        break;
      case 'disposed': {
        const manager = chance.pick(crew.allowed('foundItems.approveDisposal'));
        const food = row.category.endsWith('Food');
        const patch: Partial<Item> = {
          state: 'disposed',
          outcome: 'disposed',
          disposalManner: chance.pick(food ? say.FOOD_DISPOSED : say.DISPOSED),
          disposalReason: food ? say.FOOD_REASON : say.DISPOSAL_REASON,
          approvedById: manager.id,
          approvedByName: manager.name,
        };
        close(crew.withPermit('foundItems.dispose', at, chance, manager), 'foundItems.dispose', patch, false);
        break;
      }
      case 'archive':
        this.#archive(desk(), at);
        break;
      case 'void': {
        const who = chance.pick(crew.allowed('foundItems.void'));
        const voidReason = chance.pick(say.VOIDED);
        const patch = { state: 'voided' as const, voidReason, voidedAt: now, voidedByName: who.name };
        this.#book.change(this.told, patch, this.#hand(who, 'foundItems.void', at), { kind: 'VOID' });
        break;
      }
    }
  }

  /** Its receipt, to be signed, or its label. */
  print(form: 'F02' | 'label', at: number): void {
    this.#copies += 1;
    const hand = this.#hand(this.#recorder, 'prints.record', at);
    this.#book.note(this.told, hand, slipPrinted(form, this.#copies, this.#world.chain.head));
    if (form === 'F02') this.#slips.printed(this.told, hand, at);
  }

  #archive(who: Person, at: number): void {
    // A line that waits for a signature is not filed.
    if (this.told.row.confirmer2How === 'pending') return;
    this.#book.change(
      this.told,
      { state: 'archived', archivedAt: isoOf(at), archivedByName: who.name },
      this.#hand(who, 'foundItems.archive', at),
      { kind: 'CHANGE' },
    );
  }

  /** What the owner showed and said (F04). */
  #claim(): Partial<Item> {
    const { chance } = this.#world;
    const { name, foundPlace, verifyFeatures } = this.told.row;
    const claimantName = this.#world.people.name(chance);
    return {
      claimantName,
      claimantPhone: chance.happens(0.85) ? mobileNumber(chance) : null,
      claimantUnit: chance.happens(0.7) ? unitName(chance) : null,
      claimantDocumentKind: chance.favour(['idCard', 'workPass', 'driverLicence', 'passport', 'other']),
      claimantDocument: chance.happens(0.6) ? chance.digits(4) : null,
      claimStatement: `${name}${verifyFeatures ? `，${verifyFeatures}` : ''}`,
      claimLostWhere: `${dayOf(this.told.row.foundAt)} ${foundPlace}附近`,
      claimMatch: chance.happens(0.9) ? 'matches' : 'partly',
      claimWitness: chance.happens(0.25) ? politely(this.#world.people.name(chance), chance) : null,
      claimFeeCents: null,
    };
  }

  /** One field written anew: free inside the first minutes, struck through afterwards. */
  #amend(kind: 'EDIT' | 'CORRECT', who: Person, at: number): void {
    const { field, patch } = say.amendment(this.told.row, this.#world.people, this.#world.chance);
    const facts = kind === 'EDIT' ? undefined : { field, reason: this.#world.chance.pick(say.REASONS) };
    this.#book.change(this.told, patch, this.#hand(who, 'foundItems.correct', at), { kind, facts });
  }

  #hand(who: Person, op: string, at: number): Hand {
    return this.#world.hand(who, op, at);
  }
}
