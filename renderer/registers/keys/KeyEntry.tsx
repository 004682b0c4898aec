import { useMemo } from 'react';
import { hookText } from '../../../shared/registers/keys.columns';
import { KEY_CORRECTABLE, type KeyLine } from '../../../shared/registers/keys.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { useCommand, useOp } from '../../queries';
import { useOpen } from '../open';
import { KEYS } from './books';
import { takeForIssue } from './desk/issue-basket';
import { ChangeKeeper, Move, Retire, Seal, Unseal } from './dialogs/key-acts';
import { keyEditors } from './key-editors';
import { KEY_TONES } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const DIALOGS = { seal: Seal, unseal: Unseal, move: Move, changeKeeper: ChangeKeeper, retire: Retire };
const CORRECTABLE = () => KEY_CORRECTABLE;

const fieldsOf = (key: KeyLine): readonly EntryField[] => [
  ...['keyNo', 'label', 'category', 'pieces'].map(always),
  ifAny('parts'),
  key.unitId
    ? {
        field: 'unitCode',
        own: (
          <EntryLink register="units" entryId={key.unitId}>
            {key.unitCode}
          </EntryLink>
        ),
      }
    : always('unitCode'),
  ...['door', 'allowedArea'].map(ifAny),
  { field: 'cabinetCode', own: `${hookText(key)}  ${key.cabinetName}` },
  always('keeperName'),
  always('risk'),
  ...['source', 'receivedOn'].map(always),
  ...['sealBagNo', 'sealedAt', 'sealer1Name', 'sealer2Name', 'sealReason'].map(ifAny),
  key.mandateId
    ? {
        field: 'mandateSerialNo',
        own: (
          <EntryLink register="keyMandates" entryId={key.mandateId}>
            {key.mandateSerialNo}
          </EntryLink>
        ),
      }
    : ifAny('mandateSerialNo'),
  { field: 'instructions', ifAny: true, wide: true },
  ...['exclusiveWithNo', 'lockedOutWhileNo'].map(ifAny),
  ...['retiredReason', 'retiredAt', 'retiredByName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(ifAny),
];

/** One key: where it hangs, who keeps it, what it may be lent under, and its whole story. */
export function KeyEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keys.entry', { id }, { keep: true });
  const open = useOpen();
  const entry = asked.data?.entry;
  const editors = useMemo(() => (entry ? keyEditors(entry) : {}), [entry]);
  const giveBack = useCommand('keyLoans.returnKey');
  const issue = async (key: KeyLine): Promise<boolean> => {
    takeForIssue(key.id);
    open({ register: 'keyLoans', action: 'keyLoans.issue' });
    return false;
  };
  const takeBack = async (key: KeyLine): Promise<boolean> =>
    (await giveBack.run({ keyId: key.id }))?.ok ?? false;
  return (
    <EntryPage<KeyLine>
      book={KEYS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(key) => `${key.keyNo} ${key.label}`}
      tone={(key) => (key.withoutMandate ? 'late' : KEY_TONES[key.state])}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{
        'keyLoans.issue': issue,
        'keyLoans.returnKey': takeBack,
      }}
      error={giveBack.error}
      correct={{ fields: CORRECTABLE, editors }}
      papers={{
        permit: 'keys.print',
        of: (key) => [
          { form: 'keyLabel', entryId: key.id },
          ...(key.state === 'sealed' ? [{ form: 'sealStrip' as const, entryId: key.id }] : []),
        ],
      }}
    />
  );
}
