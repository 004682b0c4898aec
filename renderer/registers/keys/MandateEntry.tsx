import { type KeyMandateLine, MANDATE_CORRECTABLE } from '../../../shared/registers/key-mandates.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, PHONE } from '../../book/editors';
import { useOp } from '../../queries';
import { KEY_MANDATES } from './books';
import { Renew, Withdraw } from './dialogs/mandate-acts';
import { mandateTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const DIALOGS = { renew: Renew, withdraw: Withdraw };
const CORRECTABLE = () => MANDATE_CORRECTABLE;
const EDITORS: Record<string, Editor> = {
  ownerPhone: PHONE,
  purpose: LONG_TEXT,
  allowedPersons: LONG_TEXT,
  contentsNote: LONG_TEXT,
  note: LONG_TEXT,
};

const fieldsOf = (line: KeyMandateLine): readonly EntryField[] => [
  {
    field: 'unitCode',
    own: (
      <EntryLink register="units" entryId={line.unitId}>
        {line.unitCode}
      </EntryLink>
    ),
  },
  line.ownerId
    ? {
        field: 'ownerName',
        own: (
          <EntryLink register="parties" entryId={line.ownerId}>
            {line.ownerName}
          </EntryLink>
        ),
      }
    : always('ownerName'),
  ...['ownerPhone', 'ownerDocument'].map(always),
  { field: 'purpose', wide: true },
  { field: 'keyList', wide: true },
  always('pieces'),
  { field: 'period', own: `${line.fromOn} – ${line.toOn}` },
  ifAny('daysLeft'),
  { field: 'allowedPersons', wide: true },
  ...['meterWater', 'meterPower', 'meterGas'].map(ifAny),
  { field: 'contentsNote', ifAny: true, wide: true },
  ...['signedHow', 'signedAt', 'receivedByName', 'receivedAt'].map(always),
  ...['renewedAt', 'renewedHow', 'renewedByName'].map(ifAny),
  ...['withdrawnBy', 'withdrawnByName', 'withdrawnDocument', 'withdrawnAt', 'withdrawnHow'].map(ifAny),
  ...['piecesReturned', 'identityByName', 'verifiedWith', 'verifiedHow', 'verifiedAt', 'handedByName'].map(
    ifAny,
  ),
  ...['withdrawnNote', 'voidReason', 'voidedAt', 'voidedByName', 'note'].map(ifAny),
  ...(line.keyNos.length > 0 ? [{ field: 'keyNos', own: line.keyNos.join('、') }] : []),
  ...['recordedAt', 'recorderName'].map(ifAny),
];

/** One mandate: what was left, for what, until when; its renewals and its end. */
export function MandateEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keyMandates.entry', { id }, { keep: true });
  return (
    <EntryPage<KeyMandateLine>
      book={KEY_MANDATES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => [line.unitCode, line.ownerName].filter(Boolean).join(' ')}
      tone={mandateTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['withdraw']}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      unmask={{
        permit: 'keys.unmask',
        masked: (line) =>
          line.ownerPhone !== null || line.ownerDocument !== null || line.withdrawnDocument !== null,
      }}
      papers={{ permit: 'keys.print', of: (line) => [{ form: 'F08', entryId: line.id }] }}
    />
  );
}
