import type { Input } from '../../../shared/api';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import type { Done } from '../../support/quick';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

export type Arrival = Input<'visits.arrive'>;

/** A unit on the books, e.g. `3-1-1502`. */
export const unit = async (office: TestOffice, code = '3-1-1502', deskInstructions: string | null = null) => {
  const [building, entrance, unitNo] = code.split('-') as [string, string, string];
  const { id } = must(
    await office.as('csSupervisor').units.register({
      building,
      entrance,
      unitNo,
      handedOverOn: '2024-05-01',
      occupancyState: 'occupied',
      deskInstructions,
    }),
  );
  return id;
};

/** A friend of the household; `over` replaces what a test is about. */
export const friend = (unitId: string, over: Partial<Arrival> = {}): Arrival => ({
  type: 'relative',
  visitorName: '张伟明',
  visitorPhone: '13912345678',
  unitId,
  hostName: '李晓燕',
  purpose: '探亲',
  ...over,
});

export const CONSENT = { name: '李晓燕', how: 'phone' as const };

/** Lets somebody in as the receptionist (or another role). */
export const arrive = async (
  office: TestOffice,
  input: Arrival,
  role: Role = 'receptionist',
): Promise<Done> => must(await office.as(role).visits.arrive(input));

/** The entry as a reader sees it. */
export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).visits.entry({ id }));

/** Cards V01…V0n in the stock. */
export const cards = async (office: TestOffice, count = 3) =>
  must(await office.as('receptionist').visitorPasses.add({ passNo: 'V01', count })).passes;
