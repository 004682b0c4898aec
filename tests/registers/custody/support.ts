import type { Input } from '../../../shared/api';
import { addDays, dayOf } from '../../../shared/dates';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import { ago } from '../../support/quick';
import { newUnit } from '../units/support';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

export type NewItem = Input<'custodyItems.register'>;
export type NewTool = Input<'tools.register'>;
export type NewLoan = Input<'toolLoans.issue'>;
export type NewMove = Input<'moveNotices.register'>;

export const unitOf = async (office: TestOffice, unitNo = '1502'): Promise<string> =>
  (await newUnit(office, { unitNo })).id;

/** Two boxes left by 孙建平, whom 王芳 may fetch; `over` replaces what a test is about. */
export const boxes = (office: TestOffice, over: Partial<NewItem> = {}): NewItem => ({
  depositorName: '孙建平',
  depositorPhone: '13912345678',
  kind: 'parcel',
  itemName: '纸箱',
  quantity: 2,
  features: '胶带封口',
  declared: true,
  keptAt: ago(office, 5),
  dueOn: addDays(dayOf(office.now()), 3),
  collectorNames: '王芳、李强',
  storagePlace: '前台寄存柜',
  ...over,
});

export const keep = async (office: TestOffice, over: Partial<NewItem> = {}, role: Role = 'receptionist') =>
  must(await office.as(role).custodyItems.register(boxes(office, over)));

export const itemOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).custodyItems.entry({ id }));

/** Takes what is left for its depositor; `over` replaces what a test is about. */
export const fetched = (office: TestOffice, over: Partial<Input<'custodyItems.collect'>> = {}) => ({
  at: office.now(),
  quantity: 2,
  ...over,
});

let numbers = 0;
/** A trolley without deposit, back on the same day. */
export const addTool = async (office: TestOffice, over: Partial<NewTool> = {}) => {
  numbers += 1;
  return must(
    await office.as('csAssistant').tools.register({
      toolNo: `G${String(numbers).padStart(4, '0')}`,
      name: '平板推车',
      kind: 'tool',
      lendDays: 0,
      ...over,
    }),
  );
};

/** A resident borrows it now. */
export const loan = (
  office: TestOffice,
  toolId: string,
  unitId: string,
  over: Partial<NewLoan> = {},
): NewLoan => ({
  toolId,
  borrowerClass: 'resident',
  borrowerName: '孙建平',
  borrowerPhone: '13912345678',
  unitId,
  identity: 'ownerCard',
  issuedAt: office.now(),
  conditionOut: '完好',
  ...over,
});

export const lend = async (office: TestOffice, toolId: string, unitId: string, over: Partial<NewLoan> = {}) =>
  must(await office.as('receptionist').toolLoans.issue(loan(office, toolId, unitId, over)));

export const loanOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).toolLoans.entry({ id }));

export const toolOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).tools.entry({ id }));

/** A move out tomorrow morning by the freight lift. */
export const move = (office: TestOffice, unitId: string, over: Partial<NewMove> = {}): NewMove => ({
  unitId,
  direction: 'out',
  announcedAt: office.now(),
  contactName: '孙建平',
  contactPhone: '13912345678',
  moveOn: addDays(dayOf(office.now()), 1),
  lift: '1 号货梯',
  fromTime: '09:00',
  toTime: '11:00',
  moverCompany: '顺达搬家',
  ...over,
});

export const announce = async (office: TestOffice, unitId: string, over: Partial<NewMove> = {}) =>
  must(await office.as('receptionist').moveNotices.register(move(office, unitId, over)));

export const moveOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).moveNotices.entry({ id }));
