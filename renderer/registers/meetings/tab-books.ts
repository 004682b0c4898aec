import type { TabBook } from '../../book/BookTab';
import { MEETING_COUNTS, MEETINGS, RESOLUTION_COUNTS, RESOLUTIONS } from './books';
import { MeetingEntry } from './MeetingEntry';
import { MeetingsBook } from './MeetingsBook';
import { ResolutionEntry } from './ResolutionEntry';
import { ResolutionsBook } from './ResolutionsBook';

/** Meetings and what they resolved, in the tab 部门管理. */
export const MEETING_BOOKS: readonly TabBook[] = [
  {
    book: MEETINGS,
    permit: 'meetings.read',
    Page: MeetingsBook,
    Entry: MeetingEntry,
    counts: MEETING_COUNTS,
  },
  {
    book: RESOLUTIONS,
    permit: 'meetings.read',
    Page: ResolutionsBook,
    Entry: ResolutionEntry,
    counts: RESOLUTION_COUNTS,
  },
];
