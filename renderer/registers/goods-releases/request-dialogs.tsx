import { opLabel, ruleLabel } from '../../book/book';
import { ActForm } from '../../book/dialogs/ActForm';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../book/dialogs/act';
import type { Editor } from '../../book/editors';
import { useWords } from '../../i18n';
import { instantTyped } from '../../ui/fields/TimeField';
import { RELEASE_REQUESTS } from './books';
import { ConsentFields, type ConsentValues } from './ConsentFields';
import { ReleaseDialog } from './ReleaseDialog';
import { type RequestLine, valuesOf } from './release-form';

/** Acts on an application: consent, approval, and its ways back. */

type RequestAct = ActProps<RequestLine>;
const REASON: Editor = { kind: 'longText', max: 200 };
const about = (entry: RequestLine): string => `${entry.unitName}  ${entry.ownerName ?? ''}`;
const shared = ({ entry, onClose, onDone }: RequestAct) => ({
  book: RELEASE_REQUESTS,
  entry,
  about: about(entry),
  onClose,
  onDone,
});

/** Approved by the person who is on: number and slip at once. */
export function Approve(props: RequestAct) {
  return (
    <ActForm op="goodsReleases.approve" {...shared(props)} more={{ requestId: props.entry.id }}>
      <p>{props.entry.summary}</p>
    </ActForm>
  );
}

/** Issued by the person who is on, approved by another's PIN. */
export function Issue(props: RequestAct) {
  return (
    <ActForm
      op="goodsReleases.issue"
      {...shared(props)}
      more={{ requestId: props.entry.id }}
      second={{ label: 'goods-releases:screen.approver', permit: 'goodsReleases.approve' }}
    >
      <p>{props.entry.summary}</p>
    </ActForm>
  );
}

export function SendBack(props: RequestAct) {
  return (
    <ActForm
      op="releaseRequests.sendBack"
      {...shared(props)}
      grave
      fields={[
        {
          name: 'reason',
          label: 'goods-releases:field.releaseRequests.sentBackReason',
          editor: REASON,
          required: true,
        },
      ]}
    />
  );
}

export function Withdraw(props: RequestAct) {
  return (
    <ActForm
      op="releaseRequests.withdraw"
      {...shared(props)}
      grave
      fields={[
        {
          name: 'reason',
          label: 'goods-releases:field.releaseRequests.withdrawnReason',
          editor: REASON,
          required: true,
        },
      ]}
    />
  );
}

/** Handed in for approval. */
export function Submit(props: RequestAct) {
  return (
    <ActForm op="releaseRequests.submit" {...shared(props)}>
      <p>{props.entry.summary}</p>
    </ActForm>
  );
}

const NO_CONSENT: ConsentValues = {
  consentKind: 'call',
  consentNo: '',
  consentBy: '',
  consentPhone: '',
  consentAt: '',
  consentWords: '',
};

/** Who agreed, how, when, and what was said (S19, practice). */
export function ConfirmOwner({ entry, onClose, onDone }: RequestAct) {
  const { t } = useWords();
  const op = 'releaseRequests.confirmOwner';
  const first = { ...NO_CONSENT, consentBy: entry.ownerName ?? '' };
  const { command, draft, send } = useAct(op, entry.id, first, { onClose, onDone });
  const { values, set } = draft;
  const save = async () => {
    const {
      consentKind: kind,
      consentNo: no,
      consentBy: by,
      consentPhone: phone,
      consentWords: words,
    } = values;
    const at = kind === 'call' || values.consentAt.trim() ? instantTyped(values.consentAt) : null;
    const consent = { kind: kind ?? 'call', no, by, phone, at, words };
    await send({ id: entry.id, version: entry.version, consent });
  };
  const rule = ruleLabel(RELEASE_REQUESTS, op);
  return (
    <ActionDialog
      title={t(opLabel(RELEASE_REQUESTS, op))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      wide
    >
      <ConsentFields values={values} set={set} path="consent" />
    </ActionDialog>
  );
}

/** The whole form again, as long as no slip was issued from it. */
export function Change({ entry, onClose, onDone }: RequestAct) {
  const { t } = useWords();
  return (
    <ReleaseDialog
      title={t(opLabel(RELEASE_REQUESTS, 'releaseRequests.change'))}
      about={about(entry)}
      draft={`releaseRequests.change.${entry.id}.${entry.version}`}
      first={valuesOf(entry)}
      replacesId={null}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
