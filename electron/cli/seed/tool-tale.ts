import { DAY_MS, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { ToolLoansTable } from '../../db/tables';
import { LOAN_UNTOUCHED, usualDue } from '../../registers/custody/loan-acts';
import { indexToolLoan } from '../../registers/custody/words';
import { inOfficeHours } from './calendar';
import type { Person } from './people';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import type { ToolStock } from './tool-stock';
import { TOOL_DAMAGE, TOOL_LESS, TOOL_LOST, TOOL_NOTES } from './words/custody-words';
import { mobileNumber } from './words/names';
import type { SeedUnit, World } from './world';

/** S18 in the demo office: tools and radios go out and come back. */

type Loan = BookRow<'toolLoans'>;
const DAY = DAY_MS / MINUTE_MS;
const CLOSES_AT = '18:00';
/** Who waits for a tool asks again after this. */
const WAIT_MS = 20 * MINUTE_MS;

/** A loan at `at`, or its wait while every tool is out. */
export function loanTale(
  world: World,
  book: Book<'toolLoans'>,
  stock: ToolStock,
  at: number,
  turn: number,
): Arriving {
  const tool = stock.free();
  if (tool) return lent(world, book, stock, tool, at, turn);
  return {
    due: 0,
    firstDue: at + WAIT_MS,
    go(now) {
      const free = stock.free();
      if (!free) return now + WAIT_MS;
      const tale = lent(world, book, stock, free, now, turn);
      world.begin(tale, tale.firstDue);
      return null;
    },
    end: () => {},
  };
}

function lent(
  world: World,
  book: Book<'toolLoans'>,
  stock: ToolStock,
  tool: Told<'tools'>,
  at: number,
  turn: number,
): Arriving {
  const { chance, crew } = world;
  const clerk = crew.withPermit('tools.lend', at, chance);
  const staff = tool.row.kind === 'radio' || world.units.length === 0 || chance.happens(0.15);
  const unit: SeedUnit | null = staff ? null : chance.pick(world.units);
  const { serialNo, scanCode } = world.number('toolLoans', at);
  const depositCents = staff ? 0 : tool.row.depositCents;
  const row: Loan = {
    ...LOAN_UNTOUCHED,
    id: newId(at, chance.fill),
    serialNo,
    scanCode,
    state: 'out',
    toolId: tool.row.id,
    toolNo: tool.row.toolNo,
    toolName: tool.row.name,
    toolKind: tool.row.kind,
    borrowerClass: staff ? 'staff' : 'resident',
    borrowerName: unit?.occupant?.person || world.people.name(chance),
    borrowerPhone: staff && chance.happens(0.5) ? null : mobileNumber(chance),
    unitId: unit?.id ?? null,
    identity: staff ? 'workCard' : chance.happens(0.7) ? 'ownerCard' : 'idCard',
    issuedAt: isoOf(at),
    dueAt: usualDue(isoOf(at), tool.row.lendDays, CLOSES_AT),
    conditionOut: '完好',
    depositCents,
    depositReceiptNo: depositCents > 0 ? `YJ${isoOf(at).slice(2, 4)}${chance.digits(5)}` : null,
    note: chance.happens(0.1) ? chance.pick(TOOL_NOTES) : null,
    recordedAt: isoOf(at),
    recorderId: clerk.id,
    recorderName: clerk.name,
  };
  const told = book.open(row, world.hand(clerk, 'toolLoans.issue', at));
  stock.move(tool, 'out', at, clerk, 'toolLoans.issue', serialNo);
  return planned(plan(world, book, stock, { told, tool, clerk }, at, turn), () => {
    book.settle(told);
    indexToolLoan(world, told.row as ToolLoansTable, unit?.code ?? null);
  });
}

function plan(
  world: World,
  book: Book<'toolLoans'>,
  stock: ToolStock,
  { told, tool, clerk }: { told: Told<'toolLoans'>; tool: Told<'tools'>; clerk: Person },
  from: number,
  turn: number,
): Step[] {
  const { chance, crew } = world;
  const steps: Step[] = [];
  let when = from;
  const add = (act: (at: number) => void, least: number, most: number): void => {
    when = Math.round(inOfficeHours(when + chance.between(least, most) * MINUTE_MS, chance));
    steps.push({ at: when, act });
  };
  const change = (
    op: string,
    at: number,
    patch: Partial<Loan>,
    who: Person,
    kind: 'CHANGE' | 'VOID' = 'CHANGE',
  ) => book.change(told, patch, world.hand(who, `toolLoans.${op}`, at), { kind });
  const money = (backCents: number) =>
    told.row.depositCents > 0
      ? {
          depositBackCents: backCents,
          depositReason: backCents < told.row.depositCents ? chance.pick(TOOL_LESS) : null,
          refundReceiptNo: `TK${chance.digits(6)}`,
        }
      : {};
  const back = (damaged: boolean) => (at: number) => {
    const desk = crew.withPermit('tools.lend', at, chance);
    const { depositCents } = told.row;
    change(
      'return',
      at,
      {
        state: damaged ? 'damaged' : 'returned',
        returnedAt: isoOf(at),
        returnerName: told.row.borrowerName,
        damageNote: damaged ? chance.pick(TOOL_DAMAGE) : null,
        receiverId: desk.id,
        receiverName: desk.name,
        ...money(damaged ? Math.floor(depositCents / 2) : depositCents),
      },
      desk,
    );
    stock.move(tool, damaged ? 'repair' : 'in', at, desk, 'toolLoans.return', told.row.serialNo);
  };
  const settle = (at: number): void => {
    const who = chance.pick(crew.allowed('tools.settle'));
    const paid = chance.happens(0.6);
    change(
      'settle',
      at,
      {
        state: 'settled',
        outcome: paid ? 'compensated' : 'writtenOff',
        outcomeCents: paid ? chance.between(2, 20) * 1000 : 0,
        outcomeReceiptNo: paid ? `PC${chance.digits(6)}` : null,
        settledAt: isoOf(at),
        settledByName: who.name,
        ...(told.row.depositBackCents === null ? money(0) : {}),
      },
      who,
    );
  };
  const mend = (at: number): void => {
    if (tool.row.state !== 'repair' && tool.row.state !== 'lost') return;
    stock.move(tool, 'in', at, chance.pick(crew.allowed('tools.manage')), 'tools.bringBack');
  };
  /** Minutes until it is due. */
  const term = Math.max(30, (msOf(told.row.dueAt) - from) / MINUTE_MS);
  if (turn % 61 === 23) {
    add(
      (at) => {
        const who = chance.pick(crew.allowed('tools.void'));
        const patch = { voidReason: '借用人当场不借', voidedAt: isoOf(at), voidedByName: who.name };
        change('void', at, { state: 'voided', ...patch }, who, 'VOID');
        stock.move(tool, 'in', at, who, 'toolLoans.void', told.row.serialNo);
      },
      3,
      20,
    );
    return steps;
  }
  if (chance.happens(0.03))
    add(
      (at) => {
        const note = chance.pick(TOOL_NOTES.filter((one) => one !== told.row.note));
        book.change(told, { note }, world.hand(clerk, 'toolLoans.correct', at), {
          kind: 'CORRECT',
          facts: { field: 'note', reason: '补充说明' },
        });
      },
      11,
      25,
    );
  if (turn % 47 === 19) {
    add(
      (at) => {
        const desk = crew.withPermit('tools.lend', at, chance);
        change(
          'reportLoss',
          at,
          { state: 'lost', lostAt: isoOf(at), damageNote: chance.pick(TOOL_LOST) },
          desk,
        );
        stock.move(tool, 'lost', at, desk, 'toolLoans.reportLoss', told.row.serialNo);
      },
      term / 2,
      term + 600,
    );
    if (turn % 94 === 19) add(settle, DAY, 6 * DAY);
    // A new one takes its number.
    add(mend, 2 * DAY, 9 * DAY);
  } else if (turn % 37 === 5) {
    add(back(true), 30, term);
    if (turn % 74 === 5) add(settle, 60, 3 * DAY);
    add(mend, DAY, 5 * DAY);
  } else add(back(false), 20, chance.happens(0.12) ? term + 2 * DAY : term);
  return steps;
}
