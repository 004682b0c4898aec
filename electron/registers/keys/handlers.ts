import type { HandlersFor } from '../handlers';
import { addCabinet, cabinets } from './cabinets';
import { register } from './register';
import { suggest } from './suggest';

/** S03 钥匙台账: every operation of the key inventory. */
export const keyHandlers: HandlersFor<'keys'> = { suggest, register, cabinets, addCabinet };
