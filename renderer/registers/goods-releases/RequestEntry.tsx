import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { type AskedEntry, EntryPage } from '../../book/EntryPage';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { RELEASE_REQUESTS } from './books';
import { GoodsTable } from './GoodsTable';
import type { RequestLine } from './release-form';
import { Approve, Change, ConfirmOwner, Issue, SendBack, Submit, Withdraw } from './request-dialogs';
import { REQUEST_TONES } from './tones';

/** One application: what shall leave, who agreed, what it waits for. */
export function RequestEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('releaseRequests.entry', { id }, { keep: true });
  const { data } = asked;
  const shown: AskedEntry<RequestLine> = {
    error: asked.error,
    data: data && {
      ...data,
      // Nobody's free edits end by reading it: it is changed freely until a slip is issued.
      entry: { ...data.entry, serialNo: '', scanCode: '', strikes: [], recorderId: desk.actor.staffId },
      freeUntil: null,
    },
  };
  return (
    <EntryPage<RequestLine>
      book={RELEASE_REQUESTS}
      desk={desk}
      asked={shown}
      action={action}
      onBack={onBack}
      name={(request) =>
        t('goods-releases:screen.requestOf', { unit: request.unitName, name: request.ownerName ?? '' })
      }
      tone={(request) => REQUEST_TONES[request.state]}
      fields={fieldsOf}
      dialogs={{
        approve: Approve,
        issue: Issue,
        sendBack: SendBack,
        confirmOwner: ConfirmOwner,
        submit: Submit,
        change: Change,
        withdraw: Withdraw,
      }}
      unmask={{
        permit: 'goodsReleases.unmask',
        masked: (request) => request.handlerDocument !== null || request.consentPhone !== null,
      }}
    >
      {(request) => <GoodsTable goods={request.goods} />}
    </EntryPage>
  );
}

const fieldsOf = (request: RequestLine): EntryField[] => [
  { field: 'unitName' },
  { field: 'ownerName' },
  { field: 'handlerName' },
  { field: 'handlerDocumentKind' },
  { field: 'handlerDocument' },
  { field: 'relation' },
  { field: 'consentKind', ifAny: true },
  { field: 'consentNo', ifAny: true },
  { field: 'consentBy', ifAny: true },
  { field: 'consentPhone', ifAny: true },
  { field: 'consentAt', ifAny: true },
  { field: 'consentWords', ifAny: true, wide: true },
  { field: 'route' },
  { field: 'bulky' },
  { field: 'windowFrom', ifAny: true },
  { field: 'windowTo', ifAny: true },
  { field: 'moverCompany' },
  { field: 'plate' },
  { field: 'arrears' },
  { field: 'arrearsReason', ifAny: true, wide: true },
  {
    field: 'replacesNo',
    ifAny: true,
    ...(request.replacesNo
      ? {
          own: (
            <EntryLink register="goodsReleases" entryId={request.replacesId}>
              {request.replacesNo}
            </EntryLink>
          ),
        }
      : {}),
  },
  { field: 'recorderName' },
  { field: 'submittedByName', ifAny: true },
  { field: 'submittedAt', ifAny: true },
  { field: 'sentBackReason', ifAny: true, wide: true },
  { field: 'withdrawnReason', ifAny: true, wide: true },
  { field: 'note', wide: true },
];
