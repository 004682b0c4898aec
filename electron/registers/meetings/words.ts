import { MEETING_SECTIONS } from '../../../shared/registers/meetings.row';
import type { SearchIndex } from '../../db/search';
import type { MeetingsTable, ResolutionsTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a meeting into the search index. */
export function indexMeeting({ search }: Index, row: MeetingsTable): void {
  search.put('meetings', row.id, row.heldAt, {
    texts: [row.title, row.place, ...MEETING_SECTIONS.map((section) => row[section])],
    names: [row.chairName, row.minutesByName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of a resolution into the search index. */
export function indexResolution({ search }: Index, row: ResolutionsTable): void {
  search.put('resolutions', row.id, row.recordedAt, {
    texts: [row.matter, row.result, row.note],
    names: [row.ownerName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
