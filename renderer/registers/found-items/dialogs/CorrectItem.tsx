import {
  FOUND_ITEM_CORRECTABLE,
  type FoundItemCorrectable,
} from '../../../../shared/registers/found-items.row';
import { useWords } from '../../../i18n';
import { useNotices } from '../../../ui/Notices';
import { type ActProps, aboutItem, useAct } from './act';
import { CorrectForm, NO_CORRECTION } from './CorrectForm';

interface CorrectItemProps extends ActProps {
  freeUntil: string | null;
}

/** Fields written by a later act can be corrected only once that act has been done. */
const LATER: Partial<
  Record<FoundItemCorrectable, 'partyANotifiedAt' | 'claimantName' | 'policeReceiptNo' | 'approvedByName'>
> = {
  partyAContact: 'partyANotifiedAt',
  claimantUnit: 'claimantName',
  policeStation: 'policeReceiptNo',
  policeReceiptNo: 'policeReceiptNo',
  disposalManner: 'approvedByName',
};

/** A correction on a found item's line. */
export function CorrectItem({ entry, desk, freeUntil, onClose, onDone }: CorrectItemProps) {
  const { t } = useWords();
  const notices = useNotices();
  const { command, draft, send } = useAct('foundItems.correct', entry.id, NO_CORRECTION, { onClose, onDone });
  const fields = FOUND_ITEM_CORRECTABLE.filter((field) => {
    if (field === 'cash') return entry.cash !== null;
    if (field === 'quantity') return entry.cash === null;
    const written = LATER[field];
    return !written || entry[written] !== null;
  });
  const onSend = async (field: FoundItemCorrectable, value: string, reason: string) => {
    const done = await send({ id: entry.id, version: entry.version, field, value, reason });
    for (const warning of done?.warnings ?? []) notices.say(t(`found-items:warning.${warning}`), true);
  };
  return (
    <CorrectForm
      book="foundItems"
      about={aboutItem(entry)}
      fields={fields}
      line={entry}
      freeUntil={freeUntil}
      categories={desk.settings.categories}
      values={draft.values}
      set={draft.set}
      onSend={(field, value, reason) => void onSend(field, value, reason)}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    />
  );
}
