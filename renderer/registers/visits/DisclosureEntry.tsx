import { DISCLOSURE_CORRECTABLE, type DisclosureLine } from '../../../shared/registers/disclosures.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, PHONE } from '../../book/editors';
import { useOp } from '../../queries';
import { UnitField } from '../units/UnitField';
import { DISCLOSURES } from './books';
import { Approve, Give, RefuseEnquiry } from './dialogs';
import { DISCLOSURE_TONES } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const fieldsOf = (row: DisclosureLine): EntryField[] => [
  ...['askedAt', 'askerName', 'askerPhone', 'askerCompany', 'identityHow'].map(always),
  {
    field: 'unitCode',
    own: row.unitId ? (
      <EntryLink register="units" entryId={row.unitId}>
        {row.unitCode}
      </EntryLink>
    ) : undefined,
  },
  always('subjectName'),
  { field: 'asked', wide: true },
  { field: 'purpose', wide: true },
  ...['approverName', 'approvedAt', 'givenAt', 'givenByName'].map(ifAny),
  { field: 'given', ifAny: true, wide: true },
  { field: 'refusedReason', ifAny: true, wide: true },
  ...['refusedAt', 'refusedByName', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];
const EDITORS: Record<string, Editor> = {
  askerName: { kind: 'text', max: 40 },
  askerPhone: PHONE,
  askerCompany: { kind: 'text', max: 60 },
  unitId: { kind: 'own', draw: (props) => <UnitField {...props} />, as: 'unitCode' },
  subjectName: { kind: 'text', max: 40 },
  asked: LONG_TEXT,
  purpose: LONG_TEXT,
  note: LONG_TEXT,
};
const DIALOGS = { refuse: RefuseEnquiry, approve: Approve, give: Give };
const CORRECTABLE = (row: DisclosureLine) =>
  row.state === 'approved'
    ? DISCLOSURE_CORRECTABLE.filter((field) => field === 'note')
    : DISCLOSURE_CORRECTABLE;

/** One enquiry about a resident: the default answer is no. */
export function DisclosureEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('disclosures.entry', { id }, { keep: true });
  return (
    <EntryPage<DisclosureLine>
      book={DISCLOSURES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(row) => row.askerName ?? ''}
      tone={(row) => DISCLOSURE_TONES[row.state]}
      fields={fieldsOf}
      dialogs={DIALOGS}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'disclosures.unmask', masked: (row) => row.askerPhone !== null }}
    />
  );
}
