import { monthOf } from '../../../shared/dates';
import { BOUND_BOOKS, type BoundRegister, type Stop } from '../../../shared/registers/month-bindings';
import { Refusal } from '../../../shared/result';
import { holds, type Permit } from '../../../shared/roles';
import { CHANGES_THE_BOOK } from '../../db/bound-pages';
import { headOf } from '../../db/journal';
import type { Door } from '../../door';
import type { HandlersFor } from '../handlers';
import { PAPERS } from '../prints/papers';
import { bindingNo, type CutMonth, cutMonth, numberIn } from './cut';
import { bindingById, bindingsOf } from './load';
import { BOUND_REGISTERS, standingOf, toBind } from './standing';

/** Month binding 装订 (desk-practice.md §3.5). */
type Ops = HandlersFor<'monthBindings'>;

const cutNow = (door: Door, register: BoundRegister, month: string, rootSeq: number): Promise<CutMonth> =>
  cutMonth(door.read, door.rawReader, PAPERS[BOUND_BOOKS[register]], {
    register,
    month,
    rootSeq,
    now: door.now,
  });

async function stopOf(door: Door, register: BoundRegister, month: string): Promise<Stop> {
  const months = await standingOf(door.read, register, door.now);
  const found = months.find((one) => one.month === month);
  return found ? found.stop : 'empty';
}

/** Proves one of the three. Errors: `second.same`, `second.noRight`, those of proving. */
async function proven(door: Door, proof: { staffId: string; pin: string }, permit: Permit) {
  const person = await door.deps.prove(door, proof.staffId, proof.pin);
  if (!holds(person.roles, permit)) throw new Refusal('second.noRight', { name: person.name });
  return person;
}

export const bindingHandlers: Ops = {
  async shelf({ year }, { db, now }) {
    const shelf = [];
    for (const register of BOUND_REGISTERS) {
      const months = await standingOf(db, register, now);
      const own = months.filter(({ month }) => month.startsWith(String(year))).reverse();
      if (own.length > 0) shelf.push({ register, months: own });
    }
    return shelf;
  },
  counts: async (_, { db, now }) => ({ toBind: await toBind(db, now) }),
  entry: ({ id }, { db }) => bindingById(db, id),
  async preview({ register, month }, { door }) {
    const { lines, voids, corrections, pages } = await cutNow(
      door,
      register,
      month,
      headOf(door.rawReader).seq,
    );
    const numbers = pages.map(({ no }) => no);
    return {
      lines,
      voids,
      corrections,
      pages: pages.length,
      pageFrom: Math.min(...numbers),
      pageTo: Math.max(...numbers),
      stop: await stopOf(door, register, month),
    };
  },
  async bind({ register, month, checker, supervisor }, { door, actor }) {
    if (!actor) throw new Refusal('signedOut');
    if (new Set([actor.staffId, checker.staffId, supervisor.staffId]).size < 3)
      throw new Refusal('bindings.threePeople');
    const stop = await stopOf(door, register, month);
    if (stop) throw new Refusal(`bindings.${stop}`);
    const checked = await proven(door, checker, 'bindings.check');
    const sealed = await proven(door, supervisor, 'bindings.seal');
    const root = headOf(door.rawReader);
    const cut = await cutNow(door, register, month, root.seq);
    return door.write('monthBindings.bind', { id: actor.staffId, name: actor.name }, async (ctx) => {
      // Whoever changed a line while the pages were taken makes them old: begin again.
      const changed = await ctx.db
        .selectFrom('journal')
        .select('seq')
        .where('seq', '>', root.seq)
        .where('register', '=', register)
        .where('kind', 'in', [...CHANGES_THE_BOOK])
        .limit(1)
        .executeTakeFirst();
      if (changed) throw new Refusal('conflict');
      const [before] = await bindingsOf(ctx.db, register);
      const row = ctx.journal.create('monthBindings', {
        id: ctx.newId(),
        serialNo: bindingNo(register, month),
        register,
        form: BOUND_BOOKS[register],
        month,
        lines: cut.lines,
        voids: cut.voids,
        corrections: cut.corrections,
        pages: JSON.stringify(cut.pages),
        rootSeq: root.seq,
        rootHash: root.hash,
        previousNo: before?.serialNo ?? null,
        previousRoot: before?.rootHash ?? null,
        handlerId: actor.staffId,
        handlerName: actor.name,
        checkerId: checked.staffId,
        checkerName: checked.name,
        supervisorId: sealed.staffId,
        supervisorName: sealed.name,
        boundAt: ctx.now,
      });
      return { id: row.id, serialNo: row.serialNo };
    });
  },
  async supplement({ id, entryNo, text }, { db, journal, newId, now, actor }) {
    const row = await db.selectFrom('month_bindings').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new Refusal('notFound');
    const n = numberIn(row.register as BoundRegister, row.month, entryNo);
    if (n === null || n > row.lines) throw new Refusal('bindings.noSuchLine', { entryNo, month: row.month });
    const made = journal.create('bindingSupplements', {
      id: newId(),
      bindingId: id,
      register: row.register,
      entryNo: entryNo.trim().toUpperCase(),
      text,
      month: monthOf(now),
      recordedAt: now,
      recorderId: actor.staffId,
      recorderName: actor.name,
    });
    return { id: made.id };
  },
};
