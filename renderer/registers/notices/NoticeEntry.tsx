import { NOTICE_CORRECTABLE, type NoticeLine } from '../../../shared/registers/notices.row';
import type { PrintRequest } from '../../../shared/registers/prints';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import type { Editor } from '../../book/editors';
import { useOp } from '../../queries';
import { NOTICES } from './books';
import { Approve, HandOut, Post, Remove, Rewrite, SendBack, Submit, Withdraw } from './dialogs';
import { KIND, NOTE } from './editors';
import './notices.css';
import { Receipts } from './Receipts';
import { noticeTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (): EntryField[] => [
  { field: 'title', wide: true },
  { field: 'body', wide: true },
  ...['kind', 'medium', 'place'].map(always),
  ...['postedPlace', 'plays'].map(ifAny),
  ...['fromOn', 'toOn'].map(always),
  ifAny('department'),
  ...['sentBackAt', 'sentBackByName', 'sentBackReason'].map(ifAny),
  ...['submittedAt', 'submitterName', 'approvedAt', 'approvedByName'].map(ifAny),
  ...['postedAt', 'postedByName', 'removedAt', 'removedByName'].map(ifAny),
  ...['withdrawnReason', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  kind: KIND,
  department: { kind: 'text', max: 40 },
  plays: { kind: 'text', max: 60 },
  note: NOTE,
};
const DIALOGS = {
  submit: Submit,
  rewrite: Rewrite,
  approve: Approve,
  sendBack: SendBack,
  post: Post,
  remove: Remove,
  withdraw: Withdraw,
  handOut: HandOut,
};

/** What may be on a board is printed once it is approved; the list to sign goes along. */
const papersOf = ({ id, state, medium }: NoticeLine): PrintRequest[] => {
  if (state === 'voided' || state === 'withdrawn') return [];
  const sheet: PrintRequest = { form: 'noticeSheet', entryId: id };
  const list: PrintRequest = { form: 'F33', entryId: id };
  return medium === 'home' ? [list, sheet] : [sheet, list];
};

/** One notice with its acts, its distribution list and its story. */
export function NoticeEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('notices.entry', { id }, { keep: true });
  const receipts = asked.data?.receipts ?? [];
  return (
    <EntryPage<NoticeLine>
      book={NOTICES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(notice) => notice.title}
      tone={noticeTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['withdraw']}
      correct={{ fields: () => NOTICE_CORRECTABLE, editors: EDITORS }}
      papers={{ permit: 'notices.print', of: papersOf }}
    >
      {(notice, { markSaved }) =>
        receipts.length > 0 ? (
          <Receipts
            notice={notice}
            receipts={receipts}
            mayStrike={desk.may('notices.post')}
            onSaved={markSaved}
          />
        ) : null
      }
    </EntryPage>
  );
}
