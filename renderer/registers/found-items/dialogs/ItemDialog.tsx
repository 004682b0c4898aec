import type { ComponentType } from 'react';
import type { FoundItemLine } from '../../../../shared/registers/found-items.row';
import type { Desk } from '../desk';
import { AddPhotos } from './AddPhotos';
import { Archive } from './Archive';
import { type ActProps, aboutItem } from './act';
import { Claim } from './Claim';
import { CorrectItem } from './CorrectItem';
import { Dispose } from './Dispose';
import { HandToPartyA } from './HandToPartyA';
import { HandToPolice } from './HandToPolice';
import { NotifyPartyA } from './NotifyPartyA';
import { PostNotice } from './PostNotice';
import { RefuseClaim } from './RefuseClaim';
import { ConfirmQuantity, Countersign } from './SecondSign';
import { Unmask } from './Unmask';
import { VoidLine } from './VoidLine';

const ACTS: Record<string, ComponentType<ActProps>> = {
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

interface ItemDialogProps {
  /** Act whose dialog is open, e.g. `notifyPartyA`; null: none. */
  act: string | null;
  entry: FoundItemLine;
  desk: Desk;
  freeUntil: string | null;
  onAct: (act: string | null) => void;
  onDone: () => void;
  /** Values unmasked for a moment. */
  onShow: (values: Record<string, string | null>) => void;
}

/** The dialog of an act on a found item. */
export function ItemDialog({ act, entry, desk, freeUntil, onAct, onDone, onShow }: ItemDialogProps) {
  const close = () => onAct(null);
  const shared: ActProps = { entry, desk, onClose: close, onDone, onOther: onAct };
  const about = aboutItem(entry);
  if (act === null) return null;
  if (act === 'correct') return <CorrectItem {...shared} freeUntil={freeUntil} />;
  if (act === 'void')
    return <VoidLine book="foundItems" entry={entry} about={about} onClose={close} onDone={onDone} />;
  if (act === 'unmask')
    return <Unmask book="foundItems" entryId={entry.id} about={about} onClose={close} onShow={onShow} />;
  const Act = ACTS[act];
  return Act ? <Act {...shared} /> : null;
}
