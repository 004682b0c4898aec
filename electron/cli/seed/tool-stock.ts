import { isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { ToolsTable } from '../../db/tables';
import { TOOL_UNTOUCHED } from '../../registers/custody/tool-acts';
import { indexTool } from '../../registers/custody/words';
import type { Person } from './people';
import { TOOLS } from './words/custody-words';
import type { Tale, World } from './world';

/** Tools bought once, lent ever after; their stories end with the seed. */
export class ToolStock implements Tale {
  due = 0;
  readonly #world: World;
  readonly #book: Book<'tools'>;
  readonly #all: Told<'tools'>[] = [];

  constructor(world: World, book: Book<'tools'>) {
    this.#world = world;
    this.#book = book;
  }

  /** `n` tools at `at` (ms); the last three are out of use. */
  found(n: number, at: number): void {
    const { chance, crew } = this.#world;
    const clerk = crew.allowed('tools.manage')[0]!;
    for (let i = 0; i < n; i += 1) {
      const [name, kind, lendDays, depositCents] = TOOLS[i % TOOLS.length]!;
      const { serialNo, scanCode } = this.#world.number('tools', at);
      const row = {
        ...TOOL_UNTOUCHED,
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'in' as const,
        toolNo: `${kind === 'radio' ? 'D' : 'G'}${String(i + 1).padStart(3, '0')}`,
        name,
        kind,
        keepPlace: kind === 'radio' ? '前台充电座' : '前台工具柜',
        lendDays,
        depositCents,
        condition: null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: clerk.id,
        recorderName: clerk.name,
      };
      this.#all.push(this.#book.open(row, this.#world.hand(clerk, 'tools.register', at)));
    }
    const since = { changedAt: isoOf(at) };
    const supervisor = crew.allowed('tools.void')[0]!;
    const out = (told: Told<'tools'>, act: string, patch: Partial<BookRow<'tools'>>): void =>
      this.#book.change(told, { ...patch, ...since }, this.#world.hand(clerk, `tools.${act}`, at), {
        kind: 'CHANGE',
      });
    out(this.#all.at(-1)!, 'retire', { state: 'retired', retiredReason: '老化，无法修复' });
    out(this.#all.at(-2)!, 'reportMissing', { state: 'lost', condition: '盘点时未见' });
    out(this.#all.at(-4)!, 'repair', { state: 'repair', repairReason: '外壳开裂，已报修' });
    const patch = { voidReason: '重复登记', voidedAt: isoOf(at), voidedByName: supervisor.name };
    this.#book.change(
      this.#all.at(-3)!,
      { state: 'voided', ...patch },
      this.#world.hand(supervisor, 'tools.void', at),
      { kind: 'VOID' },
    );
    this.#world.follow(this, Number.MAX_SAFE_INTEGER);
  }

  /** A tool that may be lent; null when none is here. */
  free(): Told<'tools'> | null {
    const { chance } = this.#world;
    for (let tries = 0; tries < 6 && this.#all.length > 0; tries += 1) {
      const one = chance.pick(this.#all);
      if (one.row.state === 'in') return one;
    }
    return null;
  }

  move(
    told: Told<'tools'>,
    state: 'in' | 'out' | 'repair' | 'lost',
    at: number,
    who: Person,
    op: string,
    loan?: string,
  ): void {
    const patch = { state, changedAt: isoOf(at), ...(state === 'in' ? { repairReason: null } : {}) };
    this.#book.change(told, patch, this.#world.hand(who, op, at), {
      kind: 'CHANGE',
      ...(loan ? { facts: { loan } } : {}),
    });
  }

  go(): number | null {
    return Number.MAX_SAFE_INTEGER;
  }

  end(): void {
    for (const told of this.#all) {
      this.#book.settle(told);
      indexTool(this.#world, told.row as ToolsTable);
    }
  }
}
