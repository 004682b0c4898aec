import type { Input } from '../../../shared/api';
import { must, type TestOffice } from '../../support/office';

export { ago, type Done, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

export const POST = '前台';
export const GATE = '东门岗';
export type NewLine = Input<'dutyLines.write'>;

/** A line of the desk; `over` replaces what a test is about. */
export const lineOf = (office: TestOffice, over: Partial<NewLine> = {}): NewLine => ({
  post: POST,
  kind: 'event',
  happenedAt: office.now(),
  matter: '大堂地面有水渍',
  handling: '通知保洁',
  result: '已清理',
  ...over,
});

/** Writes a line as the receptionist. */
export const written = async (office: TestOffice, over: Partial<NewLine> = {}) =>
  must(await office.as('receptionist').dutyLines.write(lineOf(office, over)));

export const logEntry = async (office: TestOffice, id: string) =>
  must(await office.as('csSupervisor').dutyLogs.entry({ id }));

export const openLog = async (office: TestOffice, post = POST) =>
  must(await office.as('receptionist').dutyLogs.open({ post }));

/** The early shift (08–16) of the office's day is over. */
export const afterShift = (office: TestOffice): void => office.setNow('2026-11-21T08:30:00.000Z');
