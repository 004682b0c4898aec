import { yuan } from '../../../shared/money';
import {
  OFFICE_JOB_CORRECTABLE,
  type OfficeJobLine,
  PAY_WAYS,
} from '../../../shared/registers/office-jobs.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { COUNT, type Editor, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { i18n } from '../../i18n';
import { useOp } from '../../queries';
import { OFFICE_JOBS } from './books';
import { choice, NAME, NUMBER } from './editors';
import { jobTone } from './tones';

type JobAct = ActProps<OfficeJobLine>;
const base = ({ entry, onClose, onDone }: JobAct) => ({
  book: OFFICE_JOBS,
  entry,
  about: [entry.serialNo, entry.customerName, yuan(entry.amountCents)].filter(Boolean).join('  '),
  onClose,
  onDone,
});

/** 收款. */
function Pay(props: JobAct) {
  return (
    <ActForm
      op="officeJobs.pay"
      {...base(props)}
      fields={[
        { name: 'payWay', editor: choice('pay', PAY_WAYS), required: true, first: 'mobile' },
        { name: 'receiptNo', editor: NUMBER, required: props.entry.amountCents > 0 },
        { name: 'at', label: 'business:field.officeJobs.settledAt', editor: TIME },
      ]}
    />
  );
}

/** 记账. */
function Charge(props: JobAct) {
  return (
    <ActForm
      op="officeJobs.charge"
      {...base(props)}
      fields={[{ name: 'chargedTo', editor: NAME, required: true, first: props.entry.customerName ?? '' }]}
    />
  );
}

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const fieldsOf = (job: OfficeJobLine): EntryField[] => [
  ...['customerName', 'customerPhone', 'unitCode', 'takenAt', 'kind', 'originalPages', 'copies'].map(always),
  ...['unitCents', 'amountCents'].map(always),
  {
    field: 'documentTitle',
    ...(job.titleHidden ? { own: i18n.t('business:screen.titleHidden') } : {}),
  },
  ...['faxNo', 'faxSent'].map(ifAny),
  ...['chargedTo', 'payWay', 'receiptNo', 'settledAt', 'settledByName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  customerName: NAME,
  customerPhone: PHONE,
  documentTitle: { kind: 'text', max: 80 },
  originalPages: COUNT,
  copies: COUNT,
  faxNo: NUMBER,
  takenAt: TIME,
  note: LONG_TEXT,
};

/** One job with its acts and its story. */
export function JobEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('officeJobs.entry', { id }, { keep: true });
  return (
    <EntryPage<OfficeJobLine>
      book={OFFICE_JOBS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(job) => job.customerName ?? ''}
      tone={jobTone}
      fields={fieldsOf}
      dialogs={{ pay: Pay, charge: Charge }}
      correct={{ fields: () => OFFICE_JOB_CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'officeJobs.unmask', masked: (job) => job.customerPhone !== null }}
    />
  );
}
