import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { DisclosuresTable } from '../../db/tables';
import { indexDisclosureAt } from '../../registers/visits/words';
import type { Person } from './people';
import type { Arriving } from './room';
import { companyName, mobileNumber } from './words/names';
import type { SeedUnit, World } from './world';

/** S12 in the demo office: most who ask about a resident are told nothing. */

const ASKED = [
  ['业主联系电话', '安排上门送货'],
  ['业主是否在家', '上门拜访'],
  ['租户公司名称', '核对送达地址'],
  ['车位登记情况', '处理刮擦事故'],
  ['业主姓名', '核对产权资料'],
] as const;
const REFUSED = ['不便提供业主信息', '未出示有效证件', '用途不明', '请对方直接联系业主'];
const GIVEN = [
  '代为转告业主，未提供号码',
  '确认该单元已办理入住',
  '按公函要求提供登记日期',
  '确认车位登记在该单元名下',
];

type Act = 'refuse' | 'approve' | 'give' | 'void';
/** What still waits on the last day: a decision, or the answer. */
export type Waits = 'asked' | 'approved' | null;

export class DisclosureTale implements Arriving {
  due = 0;
  readonly #world: World;
  readonly #book: Book<'disclosures'>;
  readonly #told: Told<'disclosures'>;
  readonly #unit: SeedUnit | null;
  readonly #steps: { at: number; act: Act }[] = [];
  #next = 0;

  /** The `turn`th enquiry of the seed, at `at` (ms). */
  constructor(world: World, book: Book<'disclosures'>, at: number, turn: number, waits: Waits) {
    this.#world = world;
    this.#book = book;
    const { chance, crew, people } = world;
    const clerk = crew.withPermit('disclosures.ask', at, chance);
    this.#unit = world.units.length > 0 ? chance.pick(world.units) : null;
    const { serialNo, scanCode } = world.number('disclosures', at);
    const [asked, purpose] = chance.pick(ASKED);
    const checked = waits === 'approved' || chance.happens(0.8);
    const row: BookRow<'disclosures'> = {
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: 'asked',
      askedAt: isoOf(at),
      askerName: people.name(chance),
      askerPhone: chance.happens(0.7) ? mobileNumber(chance) : null,
      askerCompany: chance.happens(0.6) ? companyName(chance) : null,
      identityHow: checked ? chance.pick(['idCard', 'workPass', 'officialLetter']) : 'notChecked',
      unitId: this.#unit?.id ?? null,
      partyId: null,
      subjectName: this.#unit?.owner?.name ?? null,
      asked,
      purpose,
      approverId: null,
      approverName: null,
      approvedAt: null,
      given: null,
      givenAt: null,
      givenByName: null,
      refusedReason: null,
      refusedAt: null,
      refusedByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: isoOf(at),
      recorderId: clerk.id,
      recorderName: clerk.name,
    };
    this.#told = book.open(row, world.hand(clerk, 'disclosures.ask', at));
    const soon = at + chance.between(3, 40) * MINUTE_MS;
    if (turn % 45 === 17) this.#steps.push({ at: soon, act: 'void' });
    else if (waits === 'asked') return;
    else if (waits === 'approved') this.#steps.push({ at: soon, act: 'approve' });
    else if (!checked || chance.happens(0.55)) this.#steps.push({ at: soon, act: 'refuse' });
    else
      this.#steps.push(
        { at: soon, act: 'approve' },
        { at: soon + chance.between(2, 30) * MINUTE_MS, act: 'give' },
      );
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }

  go(at: number): number | null {
    const step = this.#steps[this.#next];
    if (step) {
      this.#next += 1;
      this.#do(step.act, at);
    }
    const next = this.#steps[this.#next];
    if (!next) this.end();
    return next?.at ?? null;
  }

  end(): void {
    this.#book.settle(this.#told);
    indexDisclosureAt(this.#world, this.#told.row as DisclosuresTable, this.#unit);
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const clerk = crew.withPermit('disclosures.ask', at, chance);
    const change = (
      patch: Partial<BookRow<'disclosures'>>,
      who: Person,
      kind: 'CHANGE' | 'CO_CONFIRM' = 'CHANGE',
    ): void =>
      this.#book.change(this.#told, patch, this.#world.hand(who, `disclosures.${act}`, at), { kind });
    if (act === 'void') {
      const who = chance.pick(crew.allowed('disclosures.void'));
      const patch = { voidReason: '重复登记', voidedAt: isoOf(at), voidedByName: who.name };
      const hand = this.#world.hand(who, 'disclosures.void', at);
      this.#book.change(this.#told, { state: 'voided', ...patch }, hand, { kind: 'VOID' });
    } else if (act === 'refuse') {
      const refusedReason = chance.favour(REFUSED);
      change({ state: 'refused', refusedReason, refusedAt: isoOf(at), refusedByName: clerk.name }, clerk);
    } else if (act === 'approve') {
      const leaders = crew
        .allowed('disclosures.approve')
        .filter(({ id }) => id !== this.#told.row.recorderId);
      const leader = chance.pick(leaders);
      const by = { approverId: leader.id, approverName: leader.name, approvedAt: isoOf(at) };
      change({ state: 'approved', ...by }, leader, 'CO_CONFIRM');
    } else
      change(
        { state: 'given', given: chance.pick(GIVEN), givenAt: isoOf(at), givenByName: clerk.name },
        clerk,
      );
  }
}
