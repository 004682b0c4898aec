import { dayTimeOf } from '../../../shared/dates';
import { DUTY_LINE_NEEDS } from '../../../shared/registers/duty-lines';
import { DUTY_LOG_NEEDS } from '../../../shared/registers/duty-logs';
import type { OnDuty } from '../../../shared/registers/duty-logs.row';
import type { Book, NeedCounts } from '../../book/book';

/** S14 值班日志. */
export const DUTY_LOGS: Book = {
  register: 'dutyLogs',
  ns: 'duty-log',
  keys: { sign: 'G', join: 'J', noteWeather: 'W', leaveMessage: 'B', readMessage: 'R', write: 'I' },
  value: (field, value, { t }) => (PEOPLE.includes(field) ? peopleOf(value, t('duty-log:mark.names')) : null),
};
/** Who is on duty and who has read the message stand in the story as JSON; the page draws its own. */
const PEOPLE = ['people', 'reads'];

const peopleOf = (json: string, comma: string): string =>
  (json.startsWith('[{"') ? (JSON.parse(json) as OnDuty[]) : [])
    .map(({ name, at }) => `${name} ${dayTimeOf(at).slice(5)}`)
    .join(comma);

/** Its typed lines. */
export const DUTY_LINES: Book = {
  register: 'dutyLines',
  ns: 'duty-log',
  codes: { kind: 'kind' },
  keys: { finish: 'D' },
};

export const DUTY_LOG_COUNTS: NeedCounts = {
  book: DUTY_LOGS,
  op: 'dutyLogs.counts',
  needs: DUTY_LOG_NEEDS,
  late: ['missing', 'unread'],
};
export const DUTY_LINE_COUNTS: NeedCounts = {
  book: DUTY_LINES,
  op: 'dutyLines.counts',
  needs: DUTY_LINE_NEEDS,
  late: ['big'],
};
