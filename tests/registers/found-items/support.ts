import type { Input } from '../../../shared/api';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import { ago } from '../../support/quick';

export type NewItem = Input<'foundItems.register'>;
export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

/** A plain umbrella, confirmed by a witness on paper; `over` replaces what a test is about. */
export const umbrella = (office: TestOffice, over: Partial<NewItem> = {}): NewItem => ({
  category: 'umbrella',
  name: '黑色长柄雨伞',
  quantity: 1,
  publicFeatures: '木柄',
  foundPlace: '一楼大堂',
  foundAt: ago(office, 10),
  finderName: '何香',
  finderDepartment: '保洁部',
  finderPhone: '13800138000',
  storagePlace: '前台失物柜',
  second: { how: 'witness', name: '见证人甲' },
  ...over,
});

/** A phone in a sealed bag, confirmed and countersigned by the supervisor's PIN. */
export const phone = (office: TestOffice, over: Partial<NewItem> = {}): NewItem =>
  umbrella(office, {
    category: 'phone',
    name: '华为手机',
    bagNo: 'FD-001',
    verifyFeatures: '锁屏是一只橘猫',
    second: office.pin('csSupervisor'),
    ...over,
  });

/** Registers as the receptionist (or another role). */
export const register = async (office: TestOffice, input: NewItem, role: Role = 'receptionist') =>
  must(await office.as(role).foundItems.register(input));

/** The entry as another reader than its recorder sees it. */
export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).foundItems.entry({ id }));
