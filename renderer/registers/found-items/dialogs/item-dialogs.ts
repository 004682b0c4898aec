import type { ComponentType } from 'react';
import { AddPhotos } from './AddPhotos';
import type { ItemAct } from './about';
import { Claim } from './Claim';
import { HandToPartyA } from './HandToPartyA';
import { HandToPolice } from './HandToPolice';
import { NotifyPartyA } from './NotifyPartyA';
import { Archive, ConfirmQuantity, Countersign, Dispose, PostNotice, RefuseClaim } from './simple';

/** The dialog of each act on a found item. */
export const ITEM_DIALOGS: Readonly<Record<string, ComponentType<ItemAct>>> = {
  notifyPartyA: NotifyPartyA,
  postNotice: PostNotice,
  handToPartyA: HandToPartyA,
  claim: Claim,
  refuseClaim: RefuseClaim,
  handToPolice: HandToPolice,
  dispose: Dispose,
  countersign: Countersign,
  confirmQuantity: ConfirmQuantity,
  archive: Archive,
  addPhotos: AddPhotos,
};
