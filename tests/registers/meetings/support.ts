import type { Input } from '../../../shared/api';
import { addDays, dayOf } from '../../../shared/dates';
import { must, type TestOffice } from '../../support/office';
import { type Done, touch } from '../../support/quick';

export { ago, type Done, expectLast, quickOffice, touch } from '../../support/quick';

export type NewMeeting = Input<'meetings.register'>;

/** A weekly meeting; `over` replaces what a test is about. */
export const meetingOf = (office: TestOffice, over: Partial<NewMeeting> = {}): NewMeeting => ({
  kind: 'weekly',
  heldAt: office.now(),
  place: '部门办公室',
  chairId: office.actor('csSupervisor').staffId,
  minutesById: office.actor('csAssistant').staffId,
  ...over,
});

export const begun = async (office: TestOffice, over: Partial<NewMeeting> = {}): Promise<Done> =>
  must(await office.as('csAssistant').meetings.register(meetingOf(office, over)));

/** Something was said, and the chair has issued the minutes. */
export const issued = async (office: TestOffice): Promise<Done> => {
  const one = await begun(office);
  const said = { section: 'topics' as const, text: '本周安排' };
  const two = must(await office.as('csAssistant').meetings.write({ ...touch(one), ...said }));
  return must(await office.as('csSupervisor').meetings.issue(touch(two)));
};

/** A resolution of a meeting, due in two days. */
export const resolved = async (office: TestOffice, meetingId: string, dueIn = 2): Promise<Done> =>
  must(
    await office.as('csAssistant').resolutions.register({
      meetingId,
      matter: '收回逾期访客证',
      ownerId: office.actor('receptionist').staffId,
      dueOn: addDays(dayOf(office.now()), dueIn),
    }),
  );
