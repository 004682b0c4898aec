import { type NoticeLine, PLAYED_MEDIA } from '../../../shared/registers/notices.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { COUNT, type Editor, TIME } from '../../book/editors';
import { UNIT } from '../units/unit-editor';
import { NOTICES } from './books';
import { NOTE, PLAYS, REASON, WORDING } from './editors';

/** The acts on a notice, in the order of its way to the board and down again. */

type NoticeAct = ActProps<NoticeLine>;
const base = ({ entry, onClose, onDone }: NoticeAct) => ({
  book: NOTICES,
  entry,
  about: `${entry.serialNo}  ${entry.title}`,
  onClose,
  onDone,
});
const PLACE: Editor = { kind: 'text', max: 100 };

/** What was written, for who is to judge it. */
const Text = ({ entry }: { entry: NoticeLine }) => (
  <div className="notice-text">
    <strong>{entry.title}</strong>
    <p>{entry.body}</p>
  </div>
);

export function Rewrite(props: NoticeAct) {
  const { entry } = props;
  return (
    <ActForm
      op="notices.rewrite"
      {...base(props)}
      more={PLAYED_MEDIA.includes(entry.medium) ? {} : { plays: entry.plays }}
      fields={[
        ...WORDING.map((field) => ({ ...field, first: entry[field.name] })),
        { ...PLAYS, first: entry.plays ?? '', when: PLAYED_MEDIA.includes(entry.medium) },
      ]}
    />
  );
}

export function Submit(props: NoticeAct) {
  return (
    <ActForm op="notices.submit" {...base(props)}>
      <Text entry={props.entry} />
    </ActForm>
  );
}

export function Approve(props: NoticeAct) {
  return (
    <ActForm
      op="notices.approve"
      {...base(props)}
      fields={[{ name: 'note', editor: NOTE, first: props.entry.note ?? '' }]}
    >
      <Text entry={props.entry} />
    </ActForm>
  );
}

export function SendBack(props: NoticeAct) {
  return (
    <ActForm
      op="notices.sendBack"
      {...base(props)}
      fields={[
        { name: 'reason', label: 'notices:field.notices.sentBackReason', editor: REASON, required: true },
      ]}
    >
      <Text entry={props.entry} />
    </ActForm>
  );
}

export function Post(props: NoticeAct) {
  return (
    <ActForm
      op="notices.post"
      {...base(props)}
      fields={[
        {
          name: 'place',
          label: 'notices:field.notices.postedPlace',
          editor: PLACE,
          first: props.entry.place,
        },
        { name: 'at', label: 'notices:field.notices.postedAt', editor: TIME },
      ]}
    />
  );
}

export function Remove(props: NoticeAct) {
  return (
    <ActForm
      op="notices.remove"
      {...base(props)}
      fields={[
        { name: 'at', label: 'notices:field.notices.removedAt', editor: TIME },
        { name: 'note', editor: NOTE, first: props.entry.note ?? '' },
      ]}
    />
  );
}

export function Withdraw(props: NoticeAct) {
  return (
    <ActForm
      op="notices.withdraw"
      {...base(props)}
      grave
      fields={[
        { name: 'reason', label: 'notices:field.notices.withdrawnReason', editor: REASON, required: true },
      ]}
    />
  );
}

/** 登记签收 (F33). */
export function HandOut(props: NoticeAct) {
  return (
    <ActForm
      op="notices.handOut"
      {...base(props)}
      fields={[
        { name: 'unitId', editor: UNIT, required: true },
        { name: 'copies', editor: COUNT, required: true, first: '1' },
        { name: 'receiverName', editor: { kind: 'text', max: 40 }, required: true },
        { name: 'at', label: 'notices:slip.date', editor: TIME },
      ]}
    />
  );
}
