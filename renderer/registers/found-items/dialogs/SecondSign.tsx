import type { OpName } from '../../../../shared/api';
import type { Permit } from '../../../../shared/roles';
import { useWords } from '../../../i18n';
import { PinConfirm } from '../../../ui/PinConfirm';
import { ActionDialog } from './ActionDialog';
import { type ActProps, aboutItem, useAct } from './act';
import { useSecond } from './use-second';

interface SecondSignProps extends ActProps {
  op: Extract<OpName, 'foundItems.confirmQuantity' | 'foundItems.countersign'>;
  permit: Permit;
  /** Word of the signature on the paper. */
  label: string;
}

/** An act that is nothing but a second person's signature. */
function SecondSign({ op, permit, label, entry, onClose, onDone }: SecondSignProps) {
  const { t } = useWords();
  const { command, send } = useAct(op, entry.id, {}, { onClose, onDone });
  const second = useSecond(command.error);
  const save = async () => {
    await send({ id: entry.id, version: entry.version, second: second.person });
  };
  return (
    <ActionDialog
      title={t(`found-items:op.${op}`)}
      about={aboutItem(entry)}
      rule={t(`found-items:dialog.${op.split('.')[1]}.rule`)}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
    >
      <PinConfirm label={label} permit={permit} value={second.typed} onChange={second.set} />
    </ActionDialog>
  );
}

/** The missing second confirmation of the quantity (待补签). The door asks for the PIN: a witness cannot sign later. */
export function ConfirmQuantity(props: ActProps) {
  const { t } = useWords();
  return (
    <SecondSign
      {...props}
      op="foundItems.confirmQuantity"
      permit="signedIn"
      label={t('found-items:field.foundItems.confirmer2Name')}
    />
  );
}

/** The supervisor's countersign on a valuable item (domain.md §4.3). */
export function Countersign(props: ActProps) {
  const { t } = useWords();
  return (
    <SecondSign
      {...props}
      op="foundItems.countersign"
      permit="foundItems.countersign"
      label={t('found-items:field.foundItems.countersignedByName')}
    />
  );
}
