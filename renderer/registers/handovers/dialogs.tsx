import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { countDiffers } from '../../../shared/registers/handovers.cells';
import { DECISIONS, type HandoverSheet } from '../../../shared/registers/handovers.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { type Editor, LONG_TEXT, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { HANDOVERS } from './books';

/** The acts on a shift, in the order of the sheet. */

type ShiftAct = ActProps<HandoverSheet>;
const base = ({ entry, onClose, onDone }: ShiftAct) => ({
  book: HANDOVERS,
  entry,
  about: `${entry.serialNo}  ${entry.post} ${entry.outgoingName}`,
  onClose,
  onDone,
});
const NAME: Editor = { kind: 'text', max: 40 };
const SHORT: Editor = { kind: 'longText', max: 200 };
/** The incoming proves to be here in the same dialog (desk-practice.md §3.2). */
const INCOMING = { label: 'handovers:screen.secondPin', permit: 'handovers.work' } as const;

/** 重要事件: a new one, or the result of one that is being handled. */
export function WriteEvent(props: ShiftAct) {
  const { t } = useWords();
  const { entry, desk } = props;
  const [no, setNo] = useState<number | null>(null);
  const open = entry.events.filter((event) => event.result === null);
  const known = open.find((event) => event.no === no);
  return (
    <ActForm
      key={no ?? 'new'}
      op="handovers.writeEvent"
      {...base(props)}
      more={known ? { no: known.no, at: known.at } : {}}
      fields={[
        { name: 'at', editor: TIME, when: !known },
        { name: 'event', editor: SHORT, required: true, first: known?.event ?? '' },
        { name: 'handler', editor: NAME, required: true, first: known?.handler ?? desk.actor.name },
        { name: 'result', editor: SHORT },
      ]}
    >
      {open.map((event) => (
        <Checkbox
          key={event.no}
          label={`${event.event} · ${t('handovers:screen.noResult')}`}
          checked={no === event.no}
          onChange={(change) => setNo(change.currentTarget.checked ? event.no : null)}
        />
      ))}
    </ActForm>
  );
}

/** 提问与答复. */
export function Ask(props: ShiftAct) {
  const { t } = useWords();
  const [no, setNo] = useState<number | null>(null);
  const open = props.entry.questions.filter((one) => one.answer === null);
  const known = open.find((one) => one.no === no);
  return (
    <ActForm
      key={no ?? 'new'}
      op="handovers.ask"
      {...base(props)}
      more={known ? { no: known.no } : {}}
      fields={[
        { name: 'question', editor: SHORT, required: true, first: known?.question ?? '' },
        { name: 'answer', editor: LONG_TEXT, required: known !== undefined },
      ]}
    >
      {open.map((one) => (
        <Checkbox
          key={one.no}
          label={`${one.question} · ${t('handovers:screen.unanswered')}`}
          checked={no === one.no}
          onChange={(change) => setNo(change.currentTarget.checked ? one.no : null)}
        />
      ))}
    </ActForm>
  );
}

/** 交班签名: with a supervisor when the cash differs. */
export function SignOut(props: ShiftAct) {
  const { t } = useWords();
  const { entry, desk } = props;
  const cash = (entry.sheet?.things ?? []).some(
    (thing) =>
      thing.measure === 'cents' &&
      countDiffers(
        thing,
        entry.counts.find(({ code }) => code === thing.code),
      ),
  );
  return (
    <ActForm
      op="handovers.signOut"
      {...base(props)}
      second={cash ? { label: 'handovers:screen.supervisor', permit: 'handovers.review' } : null}
    >
      <p className="shift-liability">{t('handovers:screen.liability')}</p>
      <p>{t('handovers:screen.outgoing', { name: desk.actor.name })}</p>
    </ActForm>
  );
}

/** 接班签名: instructions read, then the PIN. */
export function SignIn(props: ShiftAct) {
  const { t } = useWords();
  const told = props.entry.sheet?.instructions ?? [];
  const [read, setRead] = useState<readonly string[]>([]);
  return (
    <ActForm op="handovers.signIn" {...base(props)} more={{ acknowledged: [...read] }} second={INCOMING}>
      {told.map((one) => (
        <Checkbox
          key={one.id}
          label={t('handovers:screen.readOne', { text: `${one.fromName} · ${one.text}` })}
          checked={read.includes(one.id)}
          onChange={(event) =>
            setRead(event.currentTarget.checked ? [...read, one.id] : read.filter((id) => id !== one.id))
          }
        />
      ))}
      <p className="shift-liability">{t('handovers:screen.liability')}</p>
    </ActForm>
  );
}

/** 拒绝接班. */
export function Refuse(props: ShiftAct) {
  return (
    <ActForm
      op="handovers.refuse"
      {...base(props)}
      grave
      fields={[
        { name: 'reason', editor: LONG_TEXT, required: true },
        { name: 'reportedTo', editor: NAME, required: true },
      ]}
      second={INCOMING}
    />
  );
}

/** 主管决定. */
export function Decide(props: ShiftAct) {
  return (
    <ActForm
      op="handovers.decide"
      {...base(props)}
      fields={[
        {
          name: 'decision',
          editor: { kind: 'choice', group: 'handovers:decision', codes: DECISIONS },
          required: true,
        },
        { name: 'reason', editor: LONG_TEXT, required: true },
      ]}
    />
  );
}

/** 补记. */
export function Supplement(props: ShiftAct) {
  return (
    <ActForm
      op="handovers.supplement"
      {...base(props)}
      fields={[{ name: 'text', editor: LONG_TEXT, required: true }]}
    />
  );
}

/** 审阅签名. */
export function Review(props: ShiftAct) {
  return (
    <ActForm
      op="handovers.review"
      {...base(props)}
      fields={[{ name: 'note', label: 'handovers:field.handovers.reviewNote', editor: LONG_TEXT }]}
    />
  );
}
