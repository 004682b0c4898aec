import type { Input } from '../../../shared/api';
import { must, type OfficeOptions, type TestOffice } from '../../support/office';
import { ago, quickOffice } from '../../support/quick';

export { ago, type Done, expectLast, journalOf, touch } from '../../support/quick';

/** An office whose receptionists and second assistant keep the keys. */
export const keyOffice = (options: OfficeOptions = {}): Promise<TestOffice> =>
  quickOffice({ capacities: { receptionist: ['keyCustodian'] }, ...options });

export type NewKey = Input<'keys.register'>;
export type NewMandate = Input<'keyMandates.register'>;

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

/** The key as another reader than its recorder sees it. */
export const entryOf = async (office: TestOffice, id: string) =>
  must(await office.as('csSupervisor').keys.entry({ id }));

/** Seals a key in a bag: the receptionist and the supervisor. */
export const sealed = async (office: TestOffice, key: { id: string; version: number }, bagNo = 'FD-100') =>
  must(
    await office.as('receptionist').keys.seal({
      id: key.id,
      version: key.version,
      bagNo,
      reason: '业主托管封存',
      second: office.pin('csSupervisor'),
    }),
  );

/** A unit on the books; answers its id. */
export async function unit(office: TestOffice, unitNo = '1502'): Promise<string> {
  const done = must(
    await office.as('csSupervisor').units.register({ building: '3', entrance: '1', floor: '15', unitNo }),
  );
  return done.id;
}

/** A mandate of the unit's owner over two keys, signed on paper ten minutes ago. */
export const mandate = (office: TestOffice, unitId: string, over: Partial<NewMandate> = {}): NewMandate => ({
  unitId,
  ownerName: '林晓东',
  ownerPhone: '13912345678',
  ownerDocument: '1234',
  purpose: '装修期间代管',
  keyList: [
    { name: '入户门', pieces: 2 },
    { name: '信箱', pieces: 1 },
  ],
  fromOn: '2026-11-21',
  toOn: '2027-02-28',
  allowedPersons: '装修负责人赵工',
  meterWater: '00123',
  signedHow: 'paper',
  signedAt: ago(office, 10),
  ...over,
});

/** Takes a mandate as the receptionist. */
export const takeMandate = async (office: TestOffice, input: NewMandate) =>
  must(await office.as('receptionist').keyMandates.register(input));
