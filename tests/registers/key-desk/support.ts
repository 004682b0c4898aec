import type { Input } from '../../../shared/api';
import { monthOf } from '../../../shared/dates';
import type { Key, KeyCategory } from '../../../shared/registers/keys.row';
import { must, type OfficeOptions, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';

export { ago, type Done, expectLast, journalOf, touch } from '../../support/quick';

/** Instants of 21 November 2026 on the office's wall. */
export const TEN = '2026-11-21T02:00:00.000Z';
export const CLOSING = '2026-11-21T10:00:00.000Z';
export const EVENING = '2026-11-21T12:30:00.000Z';
export const wall = (time: string, day = '2026-11-21'): string =>
  new Date(Date.parse(`${day}T${time}:00.000Z`) - 8 * 3_600_000).toISOString();

/** An office whose receptionist keeps the keys and whose steward is duty supervisor. */
export const deskOffice = (options: OfficeOptions = {}): Promise<TestOffice> =>
  quickOffice({
    now: TEN,
    capacities: { receptionist: ['keyCustodian'], csSteward: ['dutySupervisor'] },
    ...options,
  });

type Write = Parameters<TestOffice['door']['write']>[2];
const writing = <T>(office: TestOffice, work: (ctx: Parameters<Write>[0]) => T): Promise<T> =>
  office.door.write('test.stock', { id: 'test', name: '测试' }, work);

/** A cabinet of a hundred hooks; answers its id. */
export const cabinet = (office: TestOffice, code = 'A'): Promise<string> =>
  writing(office, ({ journal, newId, now }) => {
    const keeper = office.actor('receptionist');
    return journal.create('cabinets', {
      id: newId(),
      code,
      name: `${code} 柜`,
      place: '前台内间',
      hooks: 100,
      keeperId: keeper.staffId,
      keeperName: keeper.name,
      active: 1,
      note: null,
      addedAt: now,
    }).id;
  });

/** A unit; `occupied` and its desk instruction are what the rules look at. */
export const unit = (
  office: TestOffice,
  code: string,
  over: { occupancyState?: 'occupied' | 'vacant'; deskInstructions?: string } = {},
): Promise<string> =>
  writing(office, ({ journal, newId, now, numbers }) => {
    const recorder = office.actor('receptionist');
    const { serialNo, scanCode } = numbers.next('units', monthOf(now));
    return journal.create('units', {
      id: newId(),
      serialNo,
      scanCode,
      state: 'active',
      code,
      codeKey: code.replace(/-/g, ''),
      codeSort: code,
      areaId: null,
      building: '3',
      entrance: '1',
      floor: '15',
      unitNo: code.split('-').at(-1) ?? code,
      name: null,
      use: 'residence',
      occupancyState: over.occupancyState ?? 'occupied',
      occupancySince: null,
      deskInstructions: over.deskInstructions ?? null,
      structure: null,
      layout: null,
      orientation: null,
      builtAreaHundredthsM2: null,
      usableAreaHundredthsM2: null,
      handedOverOn: null,
      stewardId: null,
      stewardName: null,
      meters: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: now,
      recorderId: recorder.staffId,
      recorderName: recorder.name,
    }).id;
  });

/** A mandate of an owner for the keys of a unit. */
export const mandate = (
  office: TestOffice,
  unitId: string,
  over: { state?: 'active' | 'withdrawn'; fromOn?: string; toOn?: string; allowedPersons?: string } = {},
): Promise<string> =>
  writing(office, ({ journal, newId, now, numbers }) => {
    const desk = office.actor('receptionist');
    const withdrawn = over.state === 'withdrawn';
    const { serialNo, scanCode } = numbers.next('keyMandates', monthOf(now));
    return journal.create('keyMandates', {
      id: newId(),
      serialNo,
      scanCode,
      state: over.state ?? 'active',
      unitId,
      ownerId: null,
      ownerName: '陈业主',
      ownerPhone: '13900000001',
      ownerDocument: null,
      purpose: '装修期间配合',
      keyList: '["大门"]',
      pieces: 1,
      fromOn: over.fromOn ?? '2026-01-01',
      toOn: over.toOn ?? '2026-12-31',
      allowedPersons: over.allowedPersons ?? null,
      meterWater: null,
      meterPower: null,
      meterGas: null,
      contentsNote: null,
      signedHow: 'paper',
      signedAt: now,
      receivedById: desk.staffId,
      receivedByName: desk.name,
      receivedAt: now,
      renewals: 0,
      renewedHow: null,
      renewedAt: null,
      renewedByName: null,
      withdrawnBy: withdrawn ? 'owner' : null,
      withdrawnAt: withdrawn ? now : null,
      withdrawnByName: null,
      withdrawnDocument: null,
      withdrawnHow: null,
      withdrawnNote: null,
      piecesReturned: null,
      identityById: withdrawn ? desk.staffId : null,
      identityByName: null,
      verifiedAt: null,
      verifiedHow: null,
      verifiedWith: null,
      handedById: null,
      handedByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: now,
      recorderId: desk.staffId,
      recorderName: desk.name,
    }).id;
  });

let hook = 0;
/** A key on the next hook; answers the row as stored. Sealed ones need bag and sealers in `over`. */
export const key = (
  office: TestOffice,
  cabinetId: string,
  category: KeyCategory,
  over: Partial<Omit<Key, 'id' | 'version'>> = {},
): Promise<Key> =>
  writing(office, ({ journal, newId, now, numbers }) => {
    hook = (hook % 900) + 1;
    const desk = office.actor('receptionist');
    const { serialNo, scanCode } = numbers.next('keys', monthOf(now));
    const { sealed: _, ...row } = journal.create('keys', {
      id: newId(),
      serialNo,
      scanCode,
      state: 'inStock',
      keyNo: `T-${String(hook).padStart(3, '0')}`,
      label: '地下一层配电房',
      category,
      kind: 'single',
      pieces: 1,
      parts: null,
      piecesOut: 0,
      unitId: null,
      door: null,
      allowedArea: null,
      cabinetId,
      hookNo: hook,
      keeperId: desk.staffId,
      keeperName: desk.name,
      risk: 'normal',
      source: '开发商移交',
      receivedOn: '2026-11-01',
      sealBagNo: null,
      sealedAt: null,
      sealer1Id: null,
      sealer1Name: null,
      sealer2Id: null,
      sealer2Name: null,
      sealReason: null,
      mandateId: null,
      instructions: null,
      exclusiveWithId: null,
      lockedOutWhileId: null,
      retiredReason: null,
      retiredAt: null,
      retiredByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: now,
      recorderId: desk.staffId,
      recorderName: desk.name,
      ...over,
    });
    return row;
  });

/** Columns of a key in a sealed bag. */
export const inBag = (office: TestOffice, sealBagNo = 'FD-0001'): Partial<Key> => ({
  state: 'sealed',
  sealBagNo,
  sealedAt: office.now(),
  sealer1Id: office.actor('csSupervisor').staffId,
  sealer1Name: office.actor('csSupervisor').name,
  sealer2Id: office.actor('receptionist').staffId,
  sealer2Name: office.actor('receptionist').name,
  sealReason: '专人管理',
});

export type Issue = Input<'keyLoans.issue'>;

/** A plant-room key for an engineer of the office; `over` replaces what a test is about. */
export const engineer = (keyIds: string | readonly string[], over: Partial<Issue> = {}): Issue => ({
  keys: (typeof keyIds === 'string' ? [keyIds] : keyIds).map((keyId) => ({ keyId })),
  borrowerClass: 'staff',
  borrowerName: '高师傅',
  borrowerPhone: '13800001234',
  borrowerOrg: '工程部',
  purpose: '巡检配电房',
  checked: true,
  ...over,
});

/** Issues as the receptionist; answers the loans. */
export const issued = async (office: TestOffice, input: Issue) =>
  must(await office.as('receptionist').keyLoans.issue(input)).loans;

/** The state and pieces out of a key, as stored. */
export const keyState = (office: TestOffice, id: string): string => {
  const row = office.file.raw.prepare('SELECT state, piecesOut FROM keys WHERE id = ?').get(id) as {
    state: string;
    piecesOut: number;
  };
  return `${row.state}/${row.piecesOut}`;
};
