import type { Input } from '../../../shared/api';
import { isoOf, msOf } from '../../../shared/dates';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import { ago } from '../../support/quick';
import { newUnit } from '../units/support';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';
export type NewContact = Input<'contactLogs.register'>;

export const unitOf = async (office: TestOffice, unitNo = '1502'): Promise<string> =>
  (await newUnit(office, { unitNo })).id;

/** An instant `minutes` after the office's now. */
export const ahead = (office: TestOffice, minutes: number): string =>
  isoOf(msOf(office.now()) + minutes * 60_000);

/** A call about a dripping tap, to be answered within two hours; `over` replaces what a test is about. */
export const call = (
  office: TestOffice,
  unitId: string | null,
  over: Partial<NewContact> = {},
): NewContact => ({
  channel: 'call',
  kind: 'repair',
  happenedAt: ago(office, 3),
  callerName: '孙建平',
  callerPhone: '13912345678',
  unitId,
  content: '厨房水龙头漏水',
  handling: 'later',
  promisedAt: ahead(office, 120),
  ...over,
});

/** Writes a contact down as the receptionist (or another role). */
export const writeDown = async (office: TestOffice, input: NewContact, role: Role = 'receptionist') =>
  must(await office.as(role).contactLogs.register(input));

export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).contactLogs.entry({ id }));
