import { KEY_LOAN_CORRECTABLE, type KeyLoanLine } from '../../../../shared/registers/key-loans.row';
import type { EntryPageProps } from '../../../book/BookTab';
import type { EntryField } from '../../../book/EntryFields';
import { EntryLink } from '../../../book/EntryLink';
import { EntryPage } from '../../../book/EntryPage';
import { type Editor, LONG_TEXT, TIME } from '../../../book/editors';
import { useOp } from '../../../queries';
import { KEY_LOANS } from './books';
import { ChaseList } from './ChaseList';
import './desk.css';
import { Chase, Extend, ReportLoss, ReturnKey } from './dialogs/loan-acts';
import { loanTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const wide = (field: string): EntryField => ({ field, ifAny: true, wide: true });
const HIDDEN: Editor = { kind: 'text', max: 40, hidden: true };
const EDITORS: Record<string, Editor> = {
  borrowerPhone: { kind: 'phone' },
  borrowerDocument: HIDDEN,
  issuedAt: TIME,
  purpose: { kind: 'text', max: 100 },
  note: LONG_TEXT,
};
const DIALOGS = { returnKey: ReturnKey, chase: Chase, extend: Extend, 'keyIncidents.report': ReportLoss };
const CORRECTABLE = () => KEY_LOAN_CORRECTABLE;

const fieldsOf = (loan: KeyLoanLine): readonly EntryField[] => [
  {
    field: 'keyNo',
    own: (
      <EntryLink register="keys" entryId={loan.keyId}>
        {loan.keyNo}
      </EntryLink>
    ),
  },
  ...['keyName', 'keyCategory', 'pieces'].map(always),
  ifAny('parts'),
  ...(loan.pieces > 1 ? [always('piecesReturned')] : []),
  {
    field: 'unitCode',
    ifAny: true,
    own: loan.unitId ? (
      <EntryLink register="units" entryId={loan.unitId}>
        {loan.unitCode}
      </EntryLink>
    ) : undefined,
  },
  ...['borrowerClass', 'borrowerName', 'borrowerOrg', 'borrowerPhone'].map(always),
  ...['staffNo', 'borrowerDocument'].map(ifAny),
  { field: 'purpose', wide: true },
  ...['confirmerName', 'ownerAskedName', 'ownerAskedPhone', 'ownerAskedAt', 'ownerAskedHow'].map(ifAny),
  ...['escortName', 'repairSlipNo', 'permitNo', 'identityHow', 'custodianName', 'secondName'].map(ifAny),
  ...['issuedAt', 'issuerName', 'dueAt'].map(always),
  ...['overnightByName', 'extendedAt', 'extendedByName', 'extendReason'].map(ifAny),
  ...['returnedAt', 'returnedByName', 'returnCondition', 'receiverName', 'lostAt'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  wide('note'),
  ...['recordedAt', 'recorderName'].map(ifAny),
];

/** One loan: who has which key, what was shown for it, the calls to get it back, and its whole story. */
export function LoanEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keyLoans.entry', { id }, { keep: true });
  return (
    <EntryPage<KeyLoanLine>
      book={KEY_LOANS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(loan) => `${loan.keyNo} ${loan.keyName} · ${loan.borrowerName ?? ''}`}
      tone={loanTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['keyIncidents.report']}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      unmask={{
        permit: 'keyLoans.unmask',
        masked: (loan) => loan.borrowerPhone !== null || loan.ownerAskedPhone !== null,
      }}
      papers={{ permit: 'keyLoans.print', of: (loan) => [{ form: 'F10', entryId: loan.id }] }}
    >
      {(loan) => <ChaseList loan={loan} together={asked.data?.together ?? []} />}
    </EntryPage>
  );
}
