import type { Input } from '../../../shared/api';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';

/** Units and parties as specs need them; `over` replaces what a test is about. */

type NewUnit = Input<'units.register'>;
type NewParty = Input<'parties.register'>;

/** Takes a unit on the books as the receptionist (or another role). */
export const newUnit = async (office: TestOffice, over: Partial<NewUnit> = {}, role: Role = 'receptionist') =>
  must(await office.as(role).units.register({ building: '3', unitNo: '1502', ...over }));

/** Opens a resident file. */
export const newParty = async (
  office: TestOffice,
  over: Partial<NewParty> = {},
  role: Role = 'receptionist',
) => must(await office.as(role).parties.register({ name: '张三', ...over }));
