import type { Input } from '../../../shared/api';
import { must, type OfficeOptions, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';

export { ago, type Done, expectLast, journalOf, touch } from '../../support/quick';

/** An office whose receptionist keeps the keys. */
export const keyOffice = (options: OfficeOptions = {}): Promise<TestOffice> =>
  quickOffice({ capacities: { receptionist: ['keyCustodian'] }, ...options });

export type NewKey = Input<'keys.register'>;

/** A cabinet of 20 hooks kept by the receptionist; answers its id. */
export async function cabinet(office: TestOffice, code = 'A'): Promise<string> {
  const { id } = must(
    await office.as('receptionist').keys.addCabinet({
      code,
      name: `${code} 柜`,
      place: '前台内间',
      hooks: 20,
      keeperId: office.actor('receptionist').staffId,
      second: office.pin('csSupervisor'),
    }),
  );
  return id;
}

/** A plant room key; `over` replaces what a test is about. */
export const plantKey = (office: TestOffice, cabinetId: string, over: Partial<NewKey> = {}): NewKey => ({
  keyNo: 'K-017',
  label: '地下一层配电房',
  category: 'plant',
  pieces: 2,
  cabinetId,
  hookNo: 1,
  source: '开发商移交',
  receivedOn: '2026-11-01',
  second: office.pin('csSupervisor'),
  ...over,
});

/** Registers as the receptionist. */
export const register = async (office: TestOffice, input: NewKey) =>
  must(await office.as('receptionist').keys.register(input));
