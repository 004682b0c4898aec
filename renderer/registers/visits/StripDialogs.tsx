import { useState } from 'react';
import { opLabel, ruleLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { TextField } from '../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../ui/fields/TimeField';
import { VISITS } from './books';
import { fieldsOf, peopleOf, type VisitTyped } from './visit-form';

/** What may become of the visitor in the strip instead of an arrival. */
export type StripAct = 'refuse' | 'expect' | 'group';

interface StripDialogsProps {
  act: StripAct | null;
  values: VisitTyped;
  onClose: () => void;
  /** Committed: the strip is empty again. */
  onDone: (serialNo: string) => void;
}

export function StripDialogs({ act, ...props }: StripDialogsProps) {
  if (act === 'refuse') return <Refuse {...props} />;
  if (act === 'expect') return <Expect {...props} />;
  return act === 'group' ? <Group {...props} /> : null;
}
type OneProps = Omit<StripDialogsProps, 'act'>;

/** 不放行: the reason; the name may stay unknown. */
function Refuse({ values, onClose, onDone }: OneProps) {
  const { t } = useWords();
  const refuse = useCommand('visits.refuse');
  const [reason, setReason] = useState('');
  const rule = ruleLabel(VISITS, 'visits.refuse');
  const save = async () => {
    const done = await refuse.run({ ...fieldsOf(values), reason, at: instantTyped(values.at) });
    if (!done?.ok) return;
    onDone(done.data.serialNo);
    onClose();
  };
  return (
    <ActionDialog
      title={t(opLabel(VISITS, 'visits.refuse'))}
      about={[t(`visits:type.${fieldsOf(values).type}`), values.visitorName].join('  ')}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={refuse.error}
      busy={refuse.busy}
      grave
    >
      <TextField
        label={t('visits:field.visits.refusedReason')}
        name="reason"
        required
        max={200}
        lines={2}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}

/** 登记预约: for when. */
function Expect({ values, onClose, onDone }: OneProps) {
  const { t } = useWords();
  const expect = useCommand('visits.expect');
  const [at, setAt] = useState('');
  const save = async () => {
    const done = await expect.run({ ...fieldsOf(values), expectedAt: instantTyped(at) });
    if (!done?.ok) return;
    onDone(done.data.serialNo);
    onClose();
  };
  return (
    <ActionDialog
      title={t(opLabel(VISITS, 'visits.expect'))}
      about={values.visitorName}
      onSave={() => void save()}
      onClose={onClose}
      error={expect.error}
      busy={expect.busy}
    >
      <TimeField
        label={t('visits:field.visits.expectedAt')}
        name="expectedAt"
        required
        value={at}
        onChange={setAt}
      />
    </ActionDialog>
  );
}

/** 成批登记: one person a line; place, host and purpose are those of the strip. */
function Group({ values, onClose, onDone }: OneProps) {
  const { t } = useWords();
  const arrive = useCommand('visits.arriveGroup');
  const [text, setText] = useState(() => [values.visitorName, values.visitorPhone].filter(Boolean).join(' '));
  const { people, bad } = peopleOf(text);
  const save = async () => {
    const {
      visitorName: _,
      visitorPhone: __,
      visitorDocument: ___,
      partySize: ____,
      ...shared
    } = fieldsOf(values);
    const done = await arrive.run({ ...shared, people, at: instantTyped(values.at) });
    if (!done?.ok) return;
    const [first] = done.data.visits;
    const last = done.data.visits.at(-1);
    onDone(
      t('visits:screen.groupSaved', {
        n: done.data.visits.length,
        from: first?.serialNo ?? '',
        to: last?.serialNo ?? '',
      }),
    );
    onClose();
  };
  return (
    <ActionDialog
      title={t(opLabel(VISITS, 'visits.arriveGroup'))}
      about={[t(`visits:type.${fieldsOf(values).type}`), values.hostName].filter(Boolean).join('  ')}
      onSave={() => void save()}
      onClose={onClose}
      error={arrive.error}
      busy={arrive.busy}
      disabled={bad !== null || people.length < 2}
    >
      <TextField
        label={t('visits:screen.groupPeople')}
        name="people"
        required
        list
        lines={6}
        value={text}
        onChange={setText}
        problem={bad ? t('visits:screen.groupBad', bad) : undefined}
      />
    </ActionDialog>
  );
}
