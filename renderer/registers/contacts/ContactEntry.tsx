import {
  CONTACT_CHANNELS,
  CONTACT_KINDS,
  CONTACT_LOG_CORRECTABLE,
  type ContactLogLine,
} from '../../../shared/registers/contact-logs.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { useOp } from '../../queries';
import { UnitField } from '../units/UnitField';
import { CONTACT_LOGS } from './books';
import { Convert } from './Convert';
import { Close, Pass, PromiseAnew, Rate, Reopen, Report, TakeOver } from './dialogs';
import { contactTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (contact: ContactLogLine): EntryField[] => [
  ...['channel', 'kind', 'happenedAt'].map(always),
  ...(contact.afterHours ? [always('afterHours')] : []),
  ...['callerName', 'callerPhone'].map(always),
  {
    field: 'unitId',
    own: contact.unitId ? (
      <EntryLink register="units" entryId={contact.unitId}>
        {contact.unitCode}
      </EntryLink>
    ) : undefined,
  },
  ifAny('callerPlace'),
  { field: 'content', wide: true },
  ...(contact.serious === 1 ? ['serious', 'reportedTo', 'reportedAt'].map(always) : []),
  ...(contact.atGate === 1 ? ['atGate', 'takenOverAt', 'takenOverByName'].map(always) : []),
  ...['passedTo', 'passedAt', 'passedByName', 'promisedAt'].map(ifAny),
  { field: 'result', ifAny: true, wide: true },
  ...['closedAt', 'closedByName', 'replied', 'rating', 'ratedAt'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  channel: { kind: 'choice', group: 'contacts:channel', codes: CONTACT_CHANNELS },
  kind: { kind: 'choice', group: 'contacts:kind', codes: CONTACT_KINDS },
  happenedAt: TIME,
  callerName: { kind: 'text', max: 40 },
  callerPhone: PHONE,
  unitId: { kind: 'own', draw: (props) => <UnitField {...props} />, as: 'unitCode' },
  callerPlace: { kind: 'text', max: 60 },
  content: { kind: 'longText', max: 500 },
  passedTo: { kind: 'text', max: 40 },
  result: LONG_TEXT,
  note: LONG_TEXT,
};
const DIALOGS = {
  takeOver: TakeOver,
  close: Close,
  pass: Pass,
  promise: PromiseAnew,
  reopen: Reopen,
  rate: Rate,
  report: Report,
};

/** What may be corrected of a contact: what an act wrote only once it wrote it. */
const correctable = (contact: ContactLogLine): string[] =>
  CONTACT_LOG_CORRECTABLE.filter((field) =>
    field === 'result' || field === 'passedTo' ? contact[field] !== null : true,
  );

/** One contact with its acts, the way into other books, and its story. */
export function ContactEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('contactLogs.entry', { id }, { keep: true });
  return (
    <EntryPage<ContactLogLine>
      book={CONTACT_LOGS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(contact) =>
        [contact.unitCode ?? contact.callerPlace, contact.callerName].filter(Boolean).join(' ')
      }
      tone={contactTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      correct={{ fields: correctable, editors: EDITORS }}
      unmask={{ permit: 'contactLogs.unmask', masked: (contact) => contact.callerPhone !== null }}
    >
      {(contact) => <Convert contact={contact} desk={desk} />}
    </EntryPage>
  );
}
