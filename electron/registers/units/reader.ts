import type { Actor } from '../../../shared/registers/session';
import { holds } from '../../../shared/roles';
import type { Reader } from './lines';

/** What of units and files this person may see. */
export const readerOf = (actor: Actor | null): Reader => ({
  files: holds(actor?.roles ?? [], 'parties.read'),
  vip: holds(actor?.roles ?? [], 'parties.vip'),
});
