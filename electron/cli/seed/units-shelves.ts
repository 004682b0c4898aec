import type { Shelf } from './errands';

/** Where this room's entries are kept while their story goes on. */
export interface Shelves {
  areas: Shelf<'areas'>;
  units: Shelf<'units'>;
  documents: Shelf<'unitDocuments'>;
  parties: Shelf<'parties'>;
  stays: Shelf<'occupancies'>;
  members: Shelf<'partyMembers'>;
  vehicles: Shelf<'vehicles'>;
  spaces: Shelf<'parkingSpaces'>;
}
