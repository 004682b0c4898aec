import type { OpName } from '../../../shared/api';
import type { Key } from '../../../shared/registers/keys.row';

/** What may follow: read from the state chart, offered by the entry page, the omni-box and the scanner's card. */

/** The act a key waits for most; null when it waits for none of the inventory's. */
export function keyAct(_key: Pick<Key, 'state'>): OpName | null {
  return null;
}
