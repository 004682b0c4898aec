import type { HandoverSheet } from '../../../shared/registers/handovers.row';
import { must, type TestOffice } from '../../support/office';
import { type Done, touch } from '../../support/quick';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

export const POST = '前台';

/** Opens the desk as the receptionist. */
export const openDesk = async (office: TestOffice): Promise<Done> =>
  must(await office.as('receptionist').handovers.open({ post: POST }));

export const sheetOf = async (office: TestOffice, id: string): Promise<HandoverSheet> =>
  must(await office.as('csSupervisor').handovers.entry({ id })).entry;

/** What was counted as the sheet says it should be; `off` gives the difference of a thing, by its code. */
export async function counted(office: TestOffice, id: string, off: Record<string, number> = {}) {
  const { sheet } = await sheetOf(office, id);
  const { handover } = must(await office.as('receptionist').office.settings({}));
  return {
    counts: (sheet?.things ?? []).map(({ code, expected, measure }) => ({
      code,
      counted: measure === 'range' ? null : (expected ?? 0) + (off[code] ?? 0),
      text: measure === 'range' ? '0001–0050' : null,
      note: off[code] ? '借给巡逻岗使用' : null,
    })),
    checks: ['desk', ...handover.equipment].map((name) => ({ name, ok: true })),
  };
}

/** Drafted and counted as it should be. */
export async function drawn(office: TestOffice, shift: Done): Promise<Done> {
  const desk = office.as('receptionist');
  const drafted = must(await desk.handovers.draft(touch(shift)));
  return must(await desk.handovers.count({ ...touch(drafted), ...(await counted(office, shift.id)) }));
}

/** Drafted, counted and signed by the outgoing. */
export const signedOut = async (office: TestOffice, shift: Done): Promise<Done> =>
  must(await office.as('receptionist').handovers.signOut(touch(await drawn(office, shift))));

/** Handed over to the second receptionist. */
export const sealed = async (office: TestOffice, shift: Done) =>
  must(
    await office.as('receptionist').handovers.signIn({
      ...touch(await signedOut(office, shift)),
      second: office.pin('receptionist', true),
    }),
  );
