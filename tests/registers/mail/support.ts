import type { Input } from '../../../shared/api';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import { ago } from '../../support/quick';
import { newUnit } from '../units/support';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';
export type NewItem = Input<'mailItems.register'>;

export const unitOf = async (office: TestOffice, unitNo = '1502'): Promise<string> =>
  (await newUnit(office, { unitNo })).id;

let numbers = 0;
/** An express parcel for a unit; `over` replaces what a test is about. */
export const parcel = (office: TestOffice, unitId: string | null, over: Partial<NewItem> = {}): NewItem => {
  numbers += 1;
  return {
    kind: 'express',
    carrier: '顺丰',
    trackingNo: `SF${String(numbers).padStart(13, '0')}`,
    unitId,
    addresseeName: '孙建平',
    addresseePhone: '13912345678',
    receivedAt: ago(office, 5),
    ...over,
  };
};

/** An item to be sent. */
export const letterOut = (
  office: TestOffice,
  unitId: string | null,
  over: Partial<Input<'mailItems.send'>> = {},
): Input<'mailItems.send'> => ({
  kind: 'express',
  unitId,
  senderName: '孙建平',
  addresseeName: '李远方',
  destination: '上海市浦东新区世纪大道 1 号',
  receivedAt: ago(office, 5),
  ...over,
});

/** Takes an item in as the receptionist (or another role). */
export const takeIn = async (office: TestOffice, input: NewItem, role: Role = 'receptionist') =>
  must(await office.as(role).mailItems.register(input));

export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).mailItems.entry({ id }));

/** Id and version of an item as it stands. */
export const nowOf = async (office: TestOffice, id: string) => {
  const { entry } = await entryOf(office, id);
  return { id, version: entry.version };
};
