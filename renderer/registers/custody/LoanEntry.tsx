import { TOOL_LOAN_CORRECTABLE, type ToolLoanLine } from '../../../shared/registers/tool-loans.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, MONEY, PHONE, TIME } from '../../book/editors';
import { useOp } from '../../queries';
import { TOOL_LOANS } from './books';
import { NAME, NUMBER } from './editors';
import { Extend, ReportLoss, Return, Settle } from './loan-dialogs';
import { loanTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (loan: ToolLoanLine): EntryField[] => [
  {
    field: 'toolNo',
    own: (
      <EntryLink register="tools" entryId={loan.toolId}>
        {loan.toolNo}
      </EntryLink>
    ),
  },
  ...['toolName', 'borrowerName', 'borrowerPhone'].map(always),
  {
    field: 'unitCode',
    own: loan.unitId ? (
      <EntryLink register="units" entryId={loan.unitId}>
        {loan.unitCode}
      </EntryLink>
    ) : undefined,
  },
  ...['borrowerClass', 'identity', 'issuedAt', 'dueAt', 'conditionOut', 'depositCents'].map(always),
  ifAny('depositReceiptNo'),
  ...['returnedAt', 'returnerName', 'damageNote', 'lostAt', 'receiverName'].map(ifAny),
  ...['depositBackCents', 'depositReason', 'refundReceiptNo'].map(ifAny),
  ...['outcome', 'outcomeCents', 'outcomeReceiptNo', 'settledAt', 'settledByName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  borrowerName: NAME,
  borrowerPhone: PHONE,
  issuedAt: TIME,
  dueAt: { kind: 'time', later: true },
  conditionOut: { kind: 'text', max: 80 },
  depositCents: MONEY,
  depositReceiptNo: NUMBER,
  note: LONG_TEXT,
};

/** One loan of a tool with its acts and its story. */
export function LoanEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('toolLoans.entry', { id }, { keep: true });
  return (
    <EntryPage<ToolLoanLine>
      book={TOOL_LOANS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(loan) => `${loan.toolNo} ${loan.toolName} ${loan.borrowerName ?? ''}`}
      tone={loanTone}
      fields={fieldsOf}
      dialogs={{ return: Return, extend: Extend, reportLoss: ReportLoss, settle: Settle }}
      correct={{ fields: () => TOOL_LOAN_CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'tools.unmask', masked: (loan) => loan.borrowerPhone !== null }}
    />
  );
}
