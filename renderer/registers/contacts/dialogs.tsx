import { CONTACT_RATINGS, type ContactLogLine } from '../../../shared/registers/contact-logs.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { choiceIn, type Editor, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { CONTACT_LOGS } from './books';

/** The acts on a contact: a few fields each, in the order of the paper. */

type ContactAct = ActProps<ContactLogLine>;
const base = ({ entry, onClose, onDone }: ContactAct) => ({
  book: CONTACT_LOGS,
  entry,
  about: [entry.serialNo, entry.unitCode ?? entry.callerPlace, entry.callerName].filter(Boolean).join('  '),
  onClose,
  onDone,
});
const NAME: Editor = { kind: 'text', max: 40 };
const REASON: Editor = { kind: 'longText', max: 200 };
const LATER: Editor = { kind: 'time', later: true };
const choice = choiceIn('contacts');

/** 接收: what was said, read once. */
export function TakeOver(props: ContactAct) {
  const { t } = useWords();
  const { entry } = props;
  return (
    <ActForm
      op="contactLogs.takeOver"
      {...base(props)}
      more={{ items: [{ id: entry.id, version: entry.version }] }}
    >
      <p>
        {t(`contacts:kind.${entry.kind}`)} {entry.content}
      </p>
    </ActForm>
  );
}

/** 办结. */
export function Close(props: ContactAct) {
  return (
    <ActForm
      op="contactLogs.close"
      {...base(props)}
      fields={[
        { name: 'result', editor: { kind: 'longText', max: 300 }, required: true },
        { name: 'replied', editor: choice('replied', ['yes', 'no']), required: true, first: 'yes' },
        { name: 'rating', editor: choice('rating', CONTACT_RATINGS) },
        { name: 'at', label: 'contacts:field.contactLogs.closedAt', editor: TIME },
      ]}
    />
  );
}

/** 转办: without a new time the promised one stays. */
export function Pass(props: ContactAct) {
  return (
    <ActForm
      op="contactLogs.pass"
      {...base(props)}
      fields={[{ name: 'passedTo', editor: NAME, required: true, first: props.entry.passedTo ?? '' }]}
    />
  );
}

/** 改承诺时间. */
export function PromiseAnew(props: ContactAct) {
  return (
    <ActForm
      op="contactLogs.promise"
      {...base(props)}
      fields={[
        { name: 'promisedAt', editor: LATER, required: true },
        { name: 'reason', editor: REASON, required: true },
      ]}
    />
  );
}

/** 重新办理. */
export function Reopen(props: ContactAct) {
  return (
    <ActForm
      op="contactLogs.reopen"
      {...base(props)}
      fields={[
        { name: 'promisedAt', editor: LATER, required: true },
        { name: 'reason', editor: REASON, required: true },
      ]}
    />
  );
}

/** 评价. */
export function Rate(props: ContactAct) {
  return (
    <ActForm
      op="contactLogs.rate"
      {...base(props)}
      fields={[
        {
          name: 'rating',
          editor: choice('rating', CONTACT_RATINGS),
          required: true,
          first: props.entry.rating ?? 'satisfied',
        },
      ]}
    />
  );
}

/** 上报. */
export function Report(props: ContactAct) {
  return (
    <ActForm
      op="contactLogs.report"
      {...base(props)}
      fields={[
        { name: 'reportedTo', editor: NAME, required: true },
        { name: 'at', label: 'contacts:field.contactLogs.reportedAt', editor: TIME },
      ]}
    />
  );
}
