import {
  MAIL_ITEM_CORRECTABLE,
  MAIL_KINDS,
  MAIL_WAITING,
  type MailItemLine,
} from '../../../shared/registers/mail-items.row';
import type { PrintRequest } from '../../../shared/registers/prints';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { COUNT, type Editor, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { MAIL_ITEMS } from './books';
import {
  Collect,
  Dispatch,
  Forward,
  LeaveUnsigned,
  Notify,
  PutBack,
  ReportLost,
  ReturnToSender,
  Sort,
  Withdraw,
} from './dialogs';
import { mailTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

function fieldsOf(item: MailItemLine): EntryField[] {
  const into = item.direction === 'in';
  /** A tick that is not set says nothing. */
  const flags = (['perishable', 'valuable', 'cod', 'atGate'] as const).filter((flag) => item[flag] === 1);
  return [
    ...['direction', 'kind'].map(always),
    ...(into ? ['carrier', 'trackingNo'].map(always) : ['carrier', 'trackingNo'].map(ifAny)),
    {
      field: 'unitCode',
      own: item.unitId ? (
        <EntryLink register="units" entryId={item.unitId}>
          {item.unitCode}
        </EntryLink>
      ) : undefined,
    },
    ifAny('department'),
    always('addresseeName'),
    ifAny('addresseePhone'),
    into ? ifAny('senderName') : always('senderName'),
    ifAny('destination'),
    always('pieces'),
    ...flags.map(always),
    ...['damage', 'courierName'].map(ifAny),
    always('receivedAt'),
    ...(into ? ['shelf', 'days', 'holdUntilOn'].map(always) : []),
    ...['sortedAt', 'sortedByName', 'notifiedAt', 'notifiedHow', 'reachedName', 'notifiedByName'].map(ifAny),
    ...(item.notices > 1 ? [always('notices')] : []),
    ...['closedAt', 'takerName', 'takerRelation', 'takerIdTail', 'closure', 'closedByName'].map(ifAny),
    ifAny('returnReason'),
    { field: 'closeNote', ifAny: true, wide: true },
    ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
    { field: 'note', ifAny: true, wide: true },
    ...['recordedAt', 'recorderName'].map(always),
  ];
}

const text = (max: number): Editor => ({ kind: 'text', max });
const EDITORS: Record<string, Editor> = {
  kind: { kind: 'choice', group: 'mail:kind', codes: MAIL_KINDS },
  carrier: text(30),
  trackingNo: text(60),
  addresseeName: text(40),
  addresseePhone: PHONE,
  senderName: text(60),
  pieces: COUNT,
  damage: text(200),
  courierName: text(40),
  receivedAt: TIME,
  takerName: text(40),
  destination: text(120),
  note: LONG_TEXT,
};
const DIALOGS = {
  collect: Collect,
  sort: Sort,
  notify: Notify,
  leaveUnsigned: LeaveUnsigned,
  returnToSender: ReturnToSender,
  forward: Forward,
  reportLost: ReportLost,
  putBack: PutBack,
  dispatch: Dispatch,
  withdraw: Withdraw,
};

/** What may be corrected of an item: what was written of its leaving only once it left. */
const correctable = (item: MailItemLine): string[] =>
  MAIL_ITEM_CORRECTABLE.filter((field) =>
    field === 'takerName' || field === 'destination' ? item[field] !== null : true,
  );

function papersOf(item: MailItemLine): PrintRequest[] {
  if (MAIL_WAITING.includes(item.state))
    return [
      { form: 'F23', entryId: item.id },
      { form: 'shelfLabel', entryId: item.id },
    ];
  return item.batchId ? [{ form: 'mailReceipt', entryId: item.id }] : [];
}

/** One item with its acts, its papers, what was signed for with it, and its story. */
export function MailEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('mailItems.entry', { id }, { keep: true });
  const together = asked.data?.together ?? [];
  return (
    <EntryPage<MailItemLine>
      book={MAIL_ITEMS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(item) => [item.unitCode ?? item.department, item.addresseeName].filter(Boolean).join(' ')}
      tone={mailTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['reportLost']}
      correct={{ fields: correctable, editors: EDITORS }}
      unmask={{ permit: 'mailItems.unmask', masked: (item) => item.addresseePhone !== null }}
      papers={{ permit: 'mailItems.print', of: papersOf }}
    >
      {() =>
        together.length > 0 ? (
          <section>
            <h2>{t('mail:screen.together')}</h2>
            <p className="row">
              {together.map((one) => (
                <EntryLink key={one.id} register="mailItems" entryId={one.id}>
                  {one.serialNo}
                </EntryLink>
              ))}
            </p>
          </section>
        ) : null
      }
    </EntryPage>
  );
}
