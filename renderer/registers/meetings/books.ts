import { MEETING_NEEDS } from '../../../shared/registers/meetings';
import type { Attendee } from '../../../shared/registers/meetings.row';
import { RESOLUTION_NEEDS } from '../../../shared/registers/resolutions';
import type { Book, NeedCounts } from '../../book/book';

/** S84 例会与会议纪要. */
export const MEETINGS: Book = {
  register: 'meetings',
  ns: 'meetings',
  codes: { kind: 'kind', how: 'attendance' },
  keys: { register: 'R', attend: 'T', write: 'W', issue: 'G' },
  value: (field, value, { t }) => (field === 'attendance' ? notThere(value, t) : null),
};

/** The story says who was not simply there; the page draws its own list. */
function notThere(json: string, t: (key: string) => string): string {
  if (!json.startsWith('[{"')) return '';
  return (JSON.parse(json) as Attendee[])
    .filter(({ how }) => how !== 'present')
    .map(({ name, how }) => `${name} ${t(`meetings:attendance.${how}`)}`)
    .join(t('meetings:mark.names'));
}

/** What was resolved. */
export const RESOLUTIONS: Book = {
  register: 'resolutions',
  ns: 'meetings',
  keys: { finish: 'D', reopen: 'O', drop: 'Q' },
  graveStory: ['reopen'],
};

export const MEETING_COUNTS: NeedCounts = {
  book: MEETINGS,
  op: 'meetings.counts',
  needs: MEETING_NEEDS,
};
export const RESOLUTION_COUNTS: NeedCounts = {
  book: RESOLUTIONS,
  op: 'resolutions.counts',
  needs: RESOLUTION_NEEDS,
  late: ['overdue'],
  quiet: ['open'],
};
