import type { Input } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import { ago } from '../../support/quick';
import { newParty, newUnit } from '../units/support';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';
export type NewCard = Input<'accessCards.register'>;

/** A unit and the family that lives in it. */
export async function household(
  office: TestOffice,
  unitNo = '1502',
): Promise<{ unitId: string; partyId: string }> {
  const unit = await newUnit(office, { unitNo });
  const party = await newParty(office, { name: '孙建平' });
  must(
    await office.as('csSteward').parties.moveIn({
      partyId: party.id,
      unitId: unit.id,
      role: 'owner',
      fromOn: '2025-03-01',
    }),
  );
  return { unitId: unit.id, partyId: party.id };
}

let numbers = 0;
/** A door card with a deposit; `over` replaces what a test is about. */
export const doorCard = (
  office: TestOffice,
  home: { unitId: string; partyId: string },
  over: Partial<NewCard> = {},
): NewCard => {
  numbers += 1;
  return {
    kind: 'doorCard',
    cardNo: `M${String(numbers).padStart(5, '0')}`,
    ...home,
    holderName: '孙建平',
    holderPhone: '13912345678',
    relation: 'owner',
    issuedAt: ago(office, 5),
    validFromOn: dayOf(office.now()),
    validToOn: null,
    feeCents: 0,
    depositCents: 5000,
    receiptNo: 'SJ-0088',
    ...over,
  };
};

/** Issues a card as the receptionist (or another role). */
export const issue = async (office: TestOffice, input: NewCard, role: Role = 'receptionist') =>
  must(await office.as(role).accessCards.register(input));

export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).accessCards.entry({ id }));
