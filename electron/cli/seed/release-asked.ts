import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import { piecesOf, summaryOf } from '../../registers/goods-releases/goods';
import type { Person } from './people';
import type { Arriving } from './room';
import { AGREED, EARLIER_ARREARS, type Goods, goodsOf, MOVERS, NOTES } from './words/goods';
import { mobileNumber } from './words/names';
import { plateNumber } from './words/site';
import type { World } from './world';

/** Applications for release in the demo office: with their goods, handed in, some still waiting. */

export interface ReleaseBooks {
  requests: Book<'releaseRequests'>;
  slips: Book<'goodsReleases'>;
  lines: Book<'goodsLines'>;
  /** The goods of one slip stand at the gate on the last day; set once there is one. */
  atGate: boolean;
}

/** What a slip in another's place takes over: unit, people and way; the goods as the gate counted them. */
export interface Like {
  row: Facts;
  goods: Goods[];
}

/** An application with its lines, as the desk writes it. */
export class Asked {
  readonly told: Told<'releaseRequests'>;
  readonly lines: Told<'goodsLines'>[];
  readonly goods: Goods[];
  readonly clerk: Person;
  readonly #books: ReleaseBooks;

  /** Handed in for approval at once; `draft`: still at the desk, without the owner's word or with it. */
  constructor(
    world: World,
    books: ReleaseBooks,
    at: number,
    like: Like | null,
    replacesId: string | null,
    draft: 'requested' | 'ownerConfirmed' | null = null,
  ) {
    const { chance, crew } = world;
    this.#books = books;
    this.clerk = crew.withPermit('goodsReleases.request', at, chance);
    const id = newId(at, chance.fill);
    const facts = like ? factsOf(like.row) : draft ? drafted(world, at, draft) : fresh(world, at);
    this.goods = like ? like.goods : goodsOf(chance, chance.happens(0.4));
    const hand = world.hand(this.clerk, like ? 'releaseRequests.reissue' : 'releaseRequests.request', at);
    this.told = books.requests.open(
      {
        ...facts,
        id,
        state: draft ?? 'pending',
        summary: summaryOf(this.goods),
        pieces: piecesOf(this.goods),
        submittedAt: draft ? null : isoOf(at),
        submittedById: draft ? null : this.clerk.id,
        submittedByName: draft ? null : this.clerk.name,
        sentBackReason: null,
        withdrawnReason: null,
        withdrawnAt: null,
        withdrawnByName: null,
        replacesId,
        recordedAt: isoOf(at),
        recorderId: this.clerk.id,
        recorderName: this.clerk.name,
      },
      hand,
    );
    this.lines = this.goods.map((goods, index) =>
      books.lines.open(
        {
          id: newId(at, chance.fill),
          requestId: id,
          lineNo: index + 1,
          ...goods,
          struck: 0,
          counted: null,
          gateRemark: null,
        },
        hand,
      ),
    );
  }

  settle(): void {
    this.#books.requests.settle(this.told);
    for (const line of this.lines) this.#books.lines.settle(line);
  }
}

const FACTS = [
  'unitId',
  'unitName',
  'ownerName',
  'handlerName',
  'handlerDocumentKind',
  'handlerDocument',
  'relation',
  'consentKind',
  'consentNo',
  'consentBy',
  'consentPhone',
  'consentAt',
  'consentWords',
  'bulky',
  'route',
  'windowFrom',
  'windowTo',
  'plate',
  'moverCompany',
  'arrears',
  'arrearsReason',
  'note',
] as const;
type Facts = Pick<BookRow<'releaseRequests'>, (typeof FACTS)[number]>;
const factsOf = (row: Facts): Facts => Object.fromEntries(FACTS.map((field) => [field, row[field]])) as Facts;

/** An owner's own application, or a tenant's to which the owner has agreed. */
function drafted(world: World, at: number, draft: 'requested' | 'ownerConfirmed'): Facts {
  const facts = fresh(world, at);
  if (draft === 'requested')
    return {
      ...facts,
      relation: 'owner',
      consentKind: null,
      consentNo: null,
      consentBy: null,
      consentPhone: null,
      consentAt: null,
      consentWords: null,
    };
  const consentBy = facts.consentBy ?? world.people.name(world.chance);
  return { ...facts, relation: 'tenant', consentKind: facts.consentKind ?? 'declaration', consentBy };
}

function fresh(world: World, at: number): Facts {
  const { chance, people, units } = world;
  const lived = units.filter((unit) => unit.occupied);
  const unit = lived.length > 0 ? chance.pick(lived) : null;
  const owner = unit?.owner?.name ?? people.name(chance);
  const user = unit?.occupant?.name ?? owner;
  // A firm's goods are carried out by a person.
  const carrier = (unit?.occupant ?? unit?.owner)?.person ?? user;
  const relation =
    user === owner ? (chance.happens(0.85) ? 'owner' : 'staff') : chance.happens(0.8) ? 'tenant' : 'agent';
  const consents = relation === 'tenant' || relation === 'agent';
  const kind = consents
    ? chance.happens(0.7)
      ? 'call'
      : chance.happens(0.5)
        ? 'mandate'
        : 'declaration'
    : null;
  const called = kind === 'call';
  const arrears = chance.happens(0.06) ? 'exists' : chance.happens(0.15) ? 'unknown' : 'none';
  const van = chance.happens(0.8);
  return {
    unitId: unit?.id ?? null,
    unitName:
      unit?.code ?? `${chance.pick(['A', 'B', 'C'])}座${chance.between(3, 28)}0${chance.between(1, 8)}`,
    ownerName: user,
    handlerName: chance.happens(0.8) ? carrier : people.name(chance),
    handlerDocumentKind: chance.happens(0.9) ? 'idCard' : 'driverLicence',
    handlerDocument: chance.happens(0.85) ? chance.digits(4) : null,
    relation,
    consentKind: kind,
    consentNo: kind === 'mandate' ? `SQ-${isoOf(at).slice(0, 4)}-${chance.digits(3)}` : null,
    consentBy: consents ? owner : null,
    consentPhone: called ? mobileNumber(chance) : null,
    consentAt: called ? isoOf(at - chance.between(3, 40) * MINUTE_MS) : null,
    consentWords: called ? chance.pick(AGREED) : null,
    bulky: chance.happens(0.85) ? 1 : 0,
    route: chance.happens(0.8) ? 'freightLift' : chance.happens(0.5) ? 'stairs' : 'garage',
    windowFrom: null,
    windowTo: null,
    plate: van ? plateNumber(chance) : null,
    moverCompany: van && chance.happens(0.7) ? chance.pick(MOVERS) : null,
    arrears,
    arrearsReason: arrears === 'exists' ? chance.pick(EARLIER_ARREARS) : null,
    note: chance.happens(0.12) ? chance.pick(NOTES) : null,
  };
}

/** An application nobody approved yet: it stands on the Today board. */
export class AskingTale implements Arriving {
  due = 0;
  readonly firstDue: number | null;
  readonly #asked: Asked;
  readonly #world: World;
  readonly #books: ReleaseBooks;

  /** At `at` (ms); `way`: how far it has come on the last day. */
  constructor(
    world: World,
    books: ReleaseBooks,
    at: number,
    way: 'pending' | 'requested' | 'ownerConfirmed' | 'withdrawn' = 'pending',
  ) {
    this.#world = world;
    this.#books = books;
    const draft = way === 'requested' || way === 'ownerConfirmed' ? way : null;
    this.#asked = new Asked(world, books, at, null, null, draft);
    this.firstDue = way === 'withdrawn' ? at + 12 * MINUTE_MS : null;
  }

  /** Nobody needs it any more. */
  go(at: number): null {
    const { clerk, told } = this.#asked;
    const reason = '搬运改期，另行申请';
    const patch = { withdrawnReason: reason, withdrawnAt: isoOf(at), withdrawnByName: clerk.name };
    const hand = this.#world.hand(clerk, 'releaseRequests.withdraw', at);
    this.#books.requests.change(told, { state: 'withdrawn', ...patch }, hand, {
      kind: 'VOID',
      facts: { reason },
    });
    this.end();
    return null;
  }

  end(): void {
    this.#asked.settle();
  }
}
