import type { HandlersFor } from '../handlers';
import { addCabinet, amendCabinet, board, cabinets, closeCabinet, custodians } from './cabinets';
import { correct, voidKey } from './correct';
import { changeKeeper, move, retire } from './keep';
import { counts, entry, list, markSeen } from './look';
import { register } from './register';
import { seal, unseal } from './seal';
import { suggest } from './suggest';

/** S03 钥匙台账: every operation of the key inventory. */
export const keyHandlers: HandlersFor<'keys'> = {
  list,
  counts,
  entry,
  suggest,
  register,
  move,
  changeKeeper,
  seal,
  unseal,
  retire,
  correct,
  void: voidKey,
  markSeen,
  cabinets,
  board,
  custodians,
  addCabinet,
  amendCabinet,
  closeCabinet,
};
