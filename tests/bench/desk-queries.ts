import type Database from 'better-sqlite3';
import { Chance } from '../../electron/cli/seed/chance';
import { readingsOf } from '../../electron/db/search-text';

/** What the desk types and scans all day about visitors and keys, drawn from lines of all years alike. */

interface VisitRow {
  serialNo: string;
  scanCode: string;
  visitorName: string | null;
  company: string | null;
  visitorPhone: string | null;
  plate: string | null;
}
interface LoanRow {
  serialNo: string;
  scanCode: string;
  keyNo: string;
  borrowerName: string | null;
  borrowerPhone: string | null;
}

const initials = (name: string | null): string | null => {
  const run = name?.match(/\p{Script=Han}+/u)?.[0];
  const reading = run ? readingsOf(run)[0] : undefined;
  return reading ? reading.map((syllable) => syllable[0]).join('') : null;
};
const tail = (text: string | null, length: number): string | null =>
  text && text.length >= length ? text.slice(-length) : null;

/** How a query of each class is made; null when the two lines have nothing of the kind. */
const MAKE = {
  visitorName: (visit: VisitRow) => visit.visitorName,
  visitorInitials: (visit: VisitRow) => initials(visit.visitorName),
  company: (visit: VisitRow) => visit.company?.slice(0, 3) ?? null,
  phoneTail: (visit: VisitRow) => tail(visit.visitorPhone, 4),
  plate: (visit: VisitRow) => tail(visit.plate, 5),
  slipNumber: (visit: VisitRow) => visit.serialNo,
  keyNumber: (_: VisitRow, loan: LoanRow) => loan.keyNo,
  borrower: (_: VisitRow, loan: LoanRow) => loan.borrowerName,
  borrowerTail: (_: VisitRow, loan: LoanRow) => tail(loan.borrowerPhone, 4),
  loanNumber: (_: VisitRow, loan: LoanRow) => loan.serialNo,
} satisfies Record<string, (visit: VisitRow, loan: LoanRow) => string | null>;
export type DeskClass = keyof typeof MAKE;
export const DESK_CLASSES = Object.keys(MAKE) as DeskClass[];

export interface DeskQueries {
  /** At most `count` different texts of each class. */
  typed: Record<DeskClass, string[]>;
  /** Scan codes of slips and loans. */
  codes: string[];
}

/** Draws from both books at instants spread evenly over their years. */
export function drawDeskQueries(raw: Database.Database, count: number): DeskQueries {
  const chance = new Chance('bench desk');
  const near = (table: string, at: string): Database.Statement =>
    raw.prepare(`SELECT * FROM ${table} WHERE ${at} >= ? ORDER BY ${at} LIMIT 1`);
  const [visits, loans] = [near('visits', 'visitAt'), near('key_loans', 'issuedAt')];
  const { first, last } = raw
    .prepare('SELECT min(visitAt) AS first, max(visitAt) AS last FROM visits')
    .get() as { first: string; last: string };
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const typed = new Map(DESK_CLASSES.map((kind) => [kind, new Set<string>()]));
  const codes = new Set<string>();
  for (let tries = 0; tries < count * 100 && codes.size < 2 * count; tries += 1) {
    const at = new Date(from + chance.part() * (to - from)).toISOString();
    const visit = visits.get(at) as VisitRow | undefined;
    const loan = loans.get(at) as LoanRow | undefined;
    if (!visit || !loan) continue;
    codes.add(visit.scanCode).add(loan.scanCode);
    for (const kind of DESK_CLASSES) {
      const text = MAKE[kind](visit, loan);
      if (text && typed.get(kind)!.size < count) typed.get(kind)!.add(text);
    }
  }
  return {
    typed: Object.fromEntries(DESK_CLASSES.map((kind) => [kind, [...typed.get(kind)!]])) as Record<
      DeskClass,
      string[]
    >,
    codes: [...codes],
  };
}
