import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { PostCover } from '../../../shared/registers/post-covers.row';
import type { Told } from '../../db/bulk/book';
import type { PostCoversTable } from '../../db/tables';
import { UNTOUCHED } from '../../registers/rosters/cover-leave';
import { indexCover } from '../../registers/rosters/words';
import type { Chance } from './chance';
import { type Errands, Shelf } from './errands';
import type { Person } from './people';
import { DESK_POST, SERVICE_POST } from './people';
import type { SeedOffice } from './room';
import type { World } from './world';

/** The stand-in log of the demo office (S15): a few a week, allowed before anybody leaves, back within the half hour mostly. */

const REASONS = ['去财务交款', '陪同业主看现场', '领取办公用品', '身体不适就医', '送文件到甲方', '协助搬运'];
const HOUR_MS = 60 * MINUTE_MS;
const MOST = 240;

export class CoverTales {
  readonly #world: World;
  readonly #office: SeedOffice;
  readonly #errands: Errands;
  readonly #chance: Chance;
  readonly #covers: Shelf<'postCovers'>;
  readonly #desk: Person[];
  readonly #supervisor: Person;
  readonly #manager: Person;

  constructor(office: SeedOffice, errands: Errands, chance: Chance) {
    const { world, book } = office;
    this.#office = office;
    this.#world = world;
    this.#errands = errands;
    this.#chance = chance;
    this.#covers = new Shelf(book('postCovers'), (row) => indexCover(world, row as PostCoversTable));
    const having = (role: Person['roles'][number]) =>
      world.crew.whoever((person) => person.roles.includes(role));
    this.#desk = having('receptionist');
    this.#supervisor = having('csSupervisor')[0]!;
    this.#manager = having('deptManager')[0]!;
  }

  plan(): void {
    const { size, span } = this.#office;
    const count = Math.min(MOST, Math.max(8, Math.floor(size / 5)));
    const apart = (span.until - span.from) / count;
    for (let n = 0; n < count; n += 1) {
      const rough = span.from + (n + this.#chance.part() * 0.6) * apart;
      // Between half past nine and half past four, office time.
      const at = rough - ((rough + 8 * HOUR_MS) % (24 * HOUR_MS)) + (9.5 + this.#chance.part() * 7) * HOUR_MS;
      if (at < span.from || at > span.until - 3 * HOUR_MS) continue;
      this.#errands.later(at, (now) => this.#leave(now, n));
    }
    // Somebody is away just now.
    this.#errands.later(span.until - 12 * MINUTE_MS, (at) => this.#go(at, 0, 'pin'));
  }

  settleAll(): void {
    this.#covers.settleAll();
  }

  #leave(at: number, n: number): void {
    const how = (['pin', 'own', 'pin', 'phone'] as const)[n % 4]!;
    const told = this.#go(at, n, how);
    const minutes = this.#chance.happens(0.1) ? this.#chance.between(32, 55) : this.#chance.between(6, 28);
    if (n % 23 === 5) {
      const patch = { state: 'voided' as const, voidReason: '登记错误', voidedByName: this.#supervisor.name };
      this.#act(told, at + 5 * MINUTE_MS, 'void', this.#supervisor, 'VOID', (now) => ({
        ...patch,
        voidedAt: isoOf(now),
      }));
      return;
    }
    this.#act(told, at + minutes * MINUTE_MS, 'back', this.#person(told.row.leaverId), 'CHANGE', (now) => ({
      state: 'back',
      backAt: isoOf(now),
    }));
    // The last permission by phone still waits for its signature.
    if (how === 'phone' && at < this.#office.span.until - 60 * HOUR_MS)
      this.#act(told, at + 26 * HOUR_MS, 'approve', this.#supervisor, 'CO_CONFIRM', (now) => ({
        approverId: this.#supervisor.id,
        approverName: this.#supervisor.name,
        approvedAt: isoOf(now),
      }));
  }

  #go(at: number, n: number, approvedHow: PostCover['approvedHow']): Told<'postCovers'> {
    const leaver = this.#desk[n % this.#desk.length]!;
    const standIn = this.#desk[(n + 2) % this.#desk.length]!;
    const recorder = approvedHow === 'own' ? this.#supervisor : leaver;
    const signed = approvedHow !== 'phone';
    const { serialNo, scanCode } = this.#world.number('postCovers', at);
    return this.#covers.open(
      {
        ...UNTOUCHED,
        id: newId(at, this.#chance.fill),
        serialNo,
        scanCode,
        state: 'away',
        post: n % 4 === 3 ? SERVICE_POST : DESK_POST,
        leaverId: leaver.id,
        leaverName: leaver.name,
        reason: this.#chance.pick(REASONS),
        standInId: standIn.id,
        standInName: standIn.name,
        leftAt: isoOf(at),
        dueAt: isoOf(at + 30 * MINUTE_MS),
        approvedHow,
        approverId: signed ? this.#supervisor.id : null,
        approverName: signed ? this.#supervisor.name : null,
        approvedAt: signed ? isoOf(at) : null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: recorder.id,
        recorderName: recorder.name,
      },
      this.#world.hand(recorder, 'postCovers.register', at),
    );
  }

  #act(
    told: Told<'postCovers'>,
    at: number,
    act: string,
    who: Person,
    kind: 'CHANGE' | 'VOID' | 'CO_CONFIRM',
    patch: (now: number) => Partial<PostCover>,
  ): void {
    this.#errands.later(at, (now) => {
      const { version: _, ...columns } = patch(now);
      this.#covers.change(told, columns, this.#world.hand(who, `postCovers.${act}`, now), { kind });
    });
  }

  #person(id: string): Person {
    return this.#desk.find((one) => one.id === id) ?? this.#manager;
  }
}
