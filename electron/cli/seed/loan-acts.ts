import { DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Told } from '../../db/bulk/book';
import type { LoanDesk } from './loan-desk';
import type { Person } from './people';
import * as words from './words/loan-words';
import { mobileNumber } from './words/names';

/** A later due time, by a supervisor. */
export function extend(desk: LoanDesk, told: Told<'keyLoans'>, at: number): void {
  const { chance, crew } = desk.world;
  const { row } = told;
  const who = chance.pick(crew.allowed('keyLoans.extend'));
  const dueAt = instantOf(dayOf(isoOf(msOf(row.dueAt) + DAY_MS)), '17:30');
  const night = row.overnightById === null ? { overnightById: who.id, overnightByName: who.name } : {};
  desk.loans.change(
    told,
    {
      dueAt,
      dueOn: dayOf(dueAt),
      extendedAt: isoOf(at),
      extendedByName: who.name,
      extendReason: chance.pick(words.EXTENDED),
      ...night,
    },
    desk.world.hand(who, 'keyLoans.extend', at),
    { kind: 'CHANGE' },
  );
}

/** A call for the key (S07): a line of its own, and a word in the loan's story. */
export function chase(desk: LoanDesk, told: Told<'keyLoans'>, who: Person, at: number): void {
  const { chance, people } = desk.world;
  const { row } = told;
  const [said, escalate] = chance.pick(words.CHASED);
  const contact = row.borrowerClass === 'owner' ? 'owner' : 'department';
  const hand = desk.world.hand(who, 'keyLoans.chase', at);
  const how = chance.favour(['phone', 'wechat', 'inPerson'] as const);
  const call = desk.chases.open(
    {
      id: newId(at, chance.fill),
      loanId: row.id,
      contact,
      contactName: contact === 'owner' ? row.borrowerName : people.name(chance),
      contactPhone: row.borrowerPhone ?? mobileNumber(chance),
      how,
      at: isoOf(at - 2 * MINUTE_MS),
      said,
      promisedAt: said.includes('答应') ? isoOf(at + 150 * MINUTE_MS) : null,
      escalatedTo: escalate ? '部门负责人' : null,
      recordedAt: isoOf(at),
      recorderId: who.id,
      recorderName: who.name,
    },
    hand,
  );
  desk.chases.settle(call);
  const facts = { chase: call.row.id, contact, how };
  desk.loans.note(told, hand, { kind: 'CHANGE', facts });
}
