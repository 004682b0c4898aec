import type { SearchIndex } from '../../db/search';
import type { OfficeJobsTable, RoomBookingsTable } from '../../db/tables';

/** The words of this room's books in the search index. */

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** The title of a confidential job is no word: who may not read it must not find it either. */
export function indexJob({ search }: Index, row: OfficeJobsTable, unitCode: string | null): void {
  search.put('officeJobs', row.id, row.takenAt, {
    texts: [
      unitCode,
      row.confidential === 1 ? null : row.documentTitle,
      row.chargedTo,
      row.receiptNo,
      row.faxNo,
      row.note,
    ],
    names: [row.customerName],
    phones: [row.customerPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexBooking({ search }: Index, row: RoomBookingsTable, unitCode: string | null): void {
  search.put('roomBookings', row.id, row.fromAt, {
    texts: [row.roomName, row.subject, row.customerName, unitCode, row.receiptNo, row.note],
    names: [row.contactName],
    phones: [row.contactPhone],
    codes: [row.serialNo, row.scanCode],
  });
}
