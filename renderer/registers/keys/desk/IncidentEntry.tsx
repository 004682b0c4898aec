import {
  KEY_INCIDENT_CORRECTABLE,
  type KeyIncidentLine,
} from '../../../../shared/registers/key-incidents.row';
import type { EntryPageProps } from '../../../book/BookTab';
import type { EntryField } from '../../../book/EntryFields';
import { EntryLink } from '../../../book/EntryLink';
import { EntryPage } from '../../../book/EntryPage';
import { type Editor, LONG_TEXT, MONEY, PHONE, TIME } from '../../../book/editors';
import { useOp } from '../../../queries';
import { KEY_INCIDENTS } from './books';
import './desk.css';
import { CloseIncident, Found, Inform, Measure } from './dialogs/incident-acts';
import { incidentTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const EDITORS: Record<string, Editor> = {
  foundOutAt: TIME,
  course: LONG_TEXT,
  reporterPhone: PHONE,
  measureNote: LONG_TEXT,
  costCents: MONEY,
  note: LONG_TEXT,
};
const DIALOGS = { inform: Inform, measure: Measure, close: CloseIncident, found: Found };
const CORRECTABLE = () => KEY_INCIDENT_CORRECTABLE;

const fieldsOf = (row: KeyIncidentLine): readonly EntryField[] => [
  always('kind'),
  {
    field: 'keyNo',
    own: (
      <EntryLink register="keys" entryId={row.keyId}>
        {row.keyNo}
      </EntryLink>
    ),
  },
  always('keyName'),
  ifAny('unitCode'),
  {
    field: 'loan',
    ifAny: true,
    own: row.loanId ? (
      <EntryLink register="keyLoans" entryId={row.loanId}>
        {row.loanSerialNo}
      </EntryLink>
    ) : undefined,
  },
  ...['foundOutAt', 'place'].map(always),
  { field: 'course', wide: true },
  ...['reporterName', 'reporterPhone', 'superiorName', 'superiorAt'].map(always),
  ...['measures', 'measuredAt'].map(always),
  { field: 'measureNote', wide: true },
  ...['costCents', 'bearer', 'opinion', 'ending', 'closedAt', 'closedByName'].map(ifAny),
  ...['foundAt', 'foundPlace', 'foundByName', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(ifAny),
];

/** One loss or damage: who was told when, what was done, and how it ended for the key. */
export function IncidentEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keyIncidents.entry', { id }, { keep: true });
  return (
    <EntryPage<KeyIncidentLine>
      book={KEY_INCIDENTS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(row) => `${row.keyNo} ${row.keyName}`}
      tone={incidentTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'keyLoans.unmask', masked: (row) => row.reporterPhone !== null }}
      papers={{ permit: 'keyLoans.print', of: (row) => [{ form: 'F14', entryId: row.id }] }}
    />
  );
}
