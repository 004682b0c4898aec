import type { Input } from '../../../shared/api';
import { addDays, dayOf } from '../../../shared/dates';
import { must, type TestOffice } from '../../support/office';
import { type Done, touch } from '../../support/quick';

export { type Done, expectLast, quickOffice, touch } from '../../support/quick';
export type NewNotice = Input<'notices.register'>;

/** A text for the board; `over` replaces what a test is about. */
export const boardText = (office: TestOffice, over: Partial<NewNotice> = {}): NewNotice => ({
  kind: 'service',
  medium: 'board',
  title: '电梯年检停梯通知',
  body: '3 栋 1 单元 1 号梯暂停运行，请使用 2 号梯。',
  place: '大堂公告栏',
  fromOn: dayOf(office.now()),
  toOn: addDays(dayOf(office.now()), 5),
  ...over,
});

/** A draft of the business clerk. */
export const draft = async (office: TestOffice, over: Partial<NewNotice> = {}): Promise<Done> =>
  must(await office.as('businessClerk').notices.register(boardText(office, over)));

export const submitted = async (office: TestOffice, over: Partial<NewNotice> = {}): Promise<Done> =>
  must(await office.as('businessClerk').notices.submit(touch(await draft(office, over))));

export const approved = async (office: TestOffice, over: Partial<NewNotice> = {}): Promise<Done> =>
  must(await office.as('csSupervisor').notices.approve(touch(await submitted(office, over))));

export const posted = async (office: TestOffice, over: Partial<NewNotice> = {}): Promise<Done> =>
  must(
    await office
      .as('businessClerk')
      .notices.post({ ...touch(await approved(office, over)), at: office.now() }),
  );

export const entryOf = async (office: TestOffice, id: string) =>
  must(await office.as('csSupervisor').notices.entry({ id }));
