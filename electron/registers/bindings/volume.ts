import type { ReadDb } from '../../db/context';

/** Supplements that were written in a month to lines of the book's earlier months: printed in this month's volume. */
export const volumeSupplements = (db: ReadDb, register: string, month: string) =>
  db
    .selectFrom('binding_supplements')
    .select(['entryNo', 'text', 'recordedAt', 'recorderName'])
    .where('register', '=', register)
    .where('month', '=', month)
    .orderBy('id')
    .execute();
