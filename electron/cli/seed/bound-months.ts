import type Database from 'better-sqlite3';
import { isoOf, monthOf, msOf } from '../../../shared/dates';
import { newId, serialNoOf } from '../../../shared/ids';
import { BOUND_BOOKS } from '../../../shared/registers/month-bindings';
import type { Role } from '../../../shared/roles';
import { headOf, Journal } from '../../db/journal';
import { kyselyOver } from '../../db/open';
import { bindingNo, cutMonth } from '../../registers/bindings/cut';
import { standingOf } from '../../registers/bindings/standing';
import { PAPERS } from '../../registers/prints/papers';
import type { Chance } from './chance';
import { STATION } from './people';

/** 装订: the demo office has bound the first months of its found-item book, on the last day, with all that the chain says by then. */
const REGISTER = 'foundItems';
const MONTHS = 2;
const OP = 'monthBindings.bind';
const SUPPLEMENTS = [
  '失主来电补充：包内另有一串钥匙，装订前未登记',
  '拾获地点应为 2 号电梯厅，已与拾获人核实',
];

interface Person {
  id: string;
  name: string;
}

/** Binds in transactions of its own. Answers the chain's new end; null when no month of the book is over. */
export async function bindOldest(
  db: Database.Database,
  { now, chance }: { now: string; chance: Chance },
): Promise<{ seq: number; hash: string } | null> {
  const reader = kyselyOver(db);
  const [handler, checker, supervisor] = [
    personOf(db, 'csAssistant'),
    personOf(db, 'receptionist'),
    personOf(db, 'csSupervisor'),
  ];
  if (!handler || !checker || !supervisor) throw new Error('nobody to bind');
  // The journal never goes back in time: all of this happens with its last line.
  const at = msOf(headOf(db).at ?? now);
  let previous: { id: string; serialNo: string; rootHash: string; month: string } | null = null;
  for (let i = 0; i < MONTHS; i += 1) {
    const months = await standingOf(reader, REGISTER, now);
    const next = months.find(({ stop, binding }) => stop === null && !binding);
    if (!next) break;
    const { month } = next;
    const root = headOf(db);
    const cut = await cutMonth(reader, db, PAPERS[BOUND_BOOKS[REGISTER]], {
      register: REGISTER,
      month,
      rootSeq: root.seq,
      now,
    });
    const made = write(db, handler, at, chance, (journal) =>
      journal.create('monthBindings', {
        id: newId(at, chance.fill),
        serialNo: bindingNo(REGISTER, month),
        register: REGISTER,
        form: BOUND_BOOKS[REGISTER],
        month,
        lines: cut.lines,
        voids: cut.voids,
        corrections: cut.corrections,
        pages: JSON.stringify(cut.pages),
        rootSeq: root.seq,
        rootHash: root.hash,
        previousNo: previous?.serialNo ?? null,
        previousRoot: previous?.rootHash ?? null,
        handlerId: handler.id,
        handlerName: handler.name,
        checkerId: checker.id,
        checkerName: checker.name,
        supervisorId: supervisor.id,
        supervisorName: supervisor.name,
        boundAt: isoOf(at),
      }),
    );
    previous = made;
  }
  if (!previous) return null;
  const bound = previous;
  for (const [index, text] of SUPPLEMENTS.entries()) {
    write(db, handler, at, chance, (journal) =>
      journal.create('bindingSupplements', {
        id: newId(at, chance.fill),
        bindingId: bound.id,
        register: REGISTER,
        entryNo: serialNoOf(REGISTER, bound.month, index + 1),
        text,
        month: monthOf(isoOf(at)),
        recordedAt: isoOf(at),
        recorderId: handler.id,
        recorderName: handler.name,
      }),
    );
  }
  const { seq, hash } = headOf(db);
  return { seq, hash };
}

function personOf(db: Database.Database, role: Role): Person | undefined {
  return db
    .prepare('SELECT id, name FROM staff WHERE active = 1 AND roles LIKE ? ORDER BY staffNo LIMIT 1')
    .get(`%"${role}"%`) as Person | undefined;
}

function write<T>(
  db: Database.Database,
  by: Person,
  at: number,
  chance: Chance,
  work: (journal: Journal) => T,
): T {
  const own = !db.inTransaction;
  if (own) db.exec('BEGIN IMMEDIATE');
  try {
    const hand = { at: isoOf(at), station: STATION, actorId: by.id, actorName: by.name, op: OP };
    const made = work(new Journal(db, hand, chance.fill));
    if (own) db.exec('COMMIT');
    return made;
  } catch (error) {
    if (own && db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
