import { KEY_COPY_CORRECTABLE, type KeyCopyLine } from '../../../../shared/registers/key-copies.row';
import type { EntryPageProps } from '../../../book/BookTab';
import type { EntryField } from '../../../book/EntryFields';
import { EntryLink } from '../../../book/EntryLink';
import { EntryPage } from '../../../book/EntryPage';
import { COUNT, type Editor, LONG_TEXT, MONEY } from '../../../book/editors';
import { useOp } from '../../../queries';
import { KEY_COPIES } from './books';
import './desk.css';
import { Approve, Collect, Make, Refuse } from './dialogs/copy-acts';
import { COPY_TONES } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const EDITORS: Record<string, Editor> = {
  quantity: COUNT,
  reason: LONG_TEXT,
  costCents: MONEY,
  note: LONG_TEXT,
};
const DIALOGS = { approve: Approve, refuse: Refuse, make: Make, collect: Collect };
const CORRECTABLE = () => KEY_COPY_CORRECTABLE;

const fieldsOf = (row: KeyCopyLine): readonly EntryField[] => [
  {
    field: 'keyNo',
    own: (
      <EntryLink register="keys" entryId={row.keyId}>
        {row.keyNo}
      </EntryLink>
    ),
  },
  ...['keyName', 'keyCategory', 'quantity'].map(always),
  { field: 'reason', wide: true },
  ...['applicantName', 'applicantDepartment', 'appliedAt'].map(always),
  ...['opinion', 'refusedReason', 'decidedByName', 'decidedAt'].map(ifAny),
  ...['locksmith', 'madeOn', 'costCents', 'bearer', 'newKeyNos'].map(ifAny),
  {
    field: 'missingKeyNos',
    ifAny: true,
    own:
      row.missingKeyNos.length > 0 ? <span className="seal">{row.missingKeyNos.join('、')}</span> : undefined,
  },
  ...['collectedByName', 'collectedAt', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(ifAny),
];

/** One application for copies, from the reason to the hand that took the keys. */
export function CopyEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keyCopies.entry', { id }, { keep: true });
  return (
    <EntryPage<KeyCopyLine>
      book={KEY_COPIES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(row) => `${row.keyNo} ${row.keyName} ×${row.quantity}`}
      tone={(row) => COPY_TONES[row.state]}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['refuse']}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      papers={{ permit: 'keyLoans.print', of: (row) => [{ form: 'F13', entryId: row.id }] }}
    />
  );
}
