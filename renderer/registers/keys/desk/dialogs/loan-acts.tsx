import { useState } from 'react';
import {
  CHASE_HOWS,
  type KeyLoanLine,
  RETURN_CONDITIONS,
} from '../../../../../shared/registers/key-loans.row';
import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActForm } from '../../../../book/dialogs/ActForm';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../../../book/dialogs/act';
import { PHONE, TIME } from '../../../../book/editors';
import { client } from '../../../../client';
import { useWords } from '../../../../i18n';
import { ChoiceField } from '../../../../ui/fields/ChoiceField';
import { CountField, countTyped } from '../../../../ui/fields/NumberFields';
import { TextField } from '../../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../../ui/fields/TimeField';
import { useNotices } from '../../../../ui/Notices';
import { KEY_LOANS } from '../books';

/** Acts on a loan: 归还, 催还, 延期, 报告丢失. */

type LoanAct = ActProps<KeyLoanLine>;
const about = (loan: KeyLoanLine): string =>
  `${loan.serialNo}  ${loan.keyNo} ${loan.keyName} · ${loan.borrowerName ?? ''}`;
const form = ({ entry, onClose, onDone }: LoanAct) => ({
  book: KEY_LOANS,
  entry,
  about: about(entry),
  onClose,
  onDone,
});

/** A key comes back otherwise than by its tag: by somebody else, in parts, damaged or short. */
export function ReturnKey({ entry, onClose, onDone }: LoanAct) {
  const { t } = useWords();
  const left = entry.pieces - entry.piecesReturned;
  const { command, draft, send } = useAct(
    'keyLoans.returnKey',
    entry.id,
    {
      condition: 'good' as (typeof RETURN_CONDITIONS)[number],
      pieces: String(left),
      returnedByName: '',
      at: '',
      course: '',
    },
    { onClose, onDone },
  );
  const { values, set } = draft;
  const label = (field: string) => t(fieldLabel(KEY_LOANS, field));
  const rule = ruleLabel(KEY_LOANS, 'keyLoans.returnKey');
  const notices = useNotices();
  const save = async () => {
    const back = await send({
      loanId: entry.id,
      version: entry.version,
      condition: values.condition,
      pieces: countTyped(values.pieces),
      returnedByName: values.returnedByName,
      at: values.at.trim() ? instantTyped(values.at) : null,
      course: values.course,
    });
    if (!back?.whole || back.incidentId !== null || values.at.trim()) return;
    notices.undo(
      t('key-desk:scan.returnedByDialog', { no: back.keyNo }),
      () => void client.keyLoans.undoReturn({ loanId: entry.id }),
    );
  };
  return (
    <ActionDialog
      title={t(opLabel(KEY_LOANS, 'keyLoans.returnKey'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      onSave={() => void save()}
    >
      <ChoiceField
        label={label('condition')}
        name="condition"
        required
        choices={RETURN_CONDITIONS.map((one) => ({
          value: one,
          label: t(`key-desk:value.keyLoans.returnCondition.${one}`),
        }))}
        value={values.condition}
        onChange={(next) => set({ condition: RETURN_CONDITIONS.find((one) => one === next) ?? 'good' })}
      />
      {entry.pieces > 1 || values.condition === 'short' ? (
        <CountField
          label={label('pieces')}
          name="pieces"
          required
          hint={t('key-desk:screen.keepsOut')}
          value={values.pieces}
          onChange={(pieces) => set({ pieces })}
        />
      ) : null}
      {values.condition !== 'good' ? (
        <TextField
          label={label('course')}
          name="course"
          required
          max={300}
          lines={2}
          value={values.course}
          onChange={(course) => set({ course })}
        />
      ) : null}
      <TextField
        label={label('returnedByName')}
        name="returnedByName"
        max={40}
        placeholder={entry.borrowerName ?? ''}
        value={values.returnedByName}
        onChange={(returnedByName) => set({ returnedByName })}
      />
      {entry.late ? (
        <TimeField
          label={t('key-desk:screen.cameBackAt')}
          name="at"
          value={values.at}
          onChange={(at) => set({ at })}
        />
      ) : null}
    </ActionDialog>
  );
}

/** A call for the key (S07); whom to call follows from the borrower's class. */
export function Chase(props: LoanAct) {
  const { entry, onClose, onDone } = props;
  const { t } = useWords();
  const act = useAct(
    'keyLoans.chase',
    entry.id,
    { contactName: '', contactPhone: '', how: 'phone', at: '', said: '', promisedAt: '', escalatedTo: '' },
    { onClose, onDone },
  );
  const { values, set } = act.draft;
  const contact = entry.borrowerClass === 'owner' ? 'owner' : 'department';
  const label = (field: string) => t(fieldLabel(KEY_LOANS, field));
  const rule = ruleLabel(KEY_LOANS, 'keyLoans.chase');
  const [hows] = useState(() =>
    CHASE_HOWS.map((how) => ({ value: how, label: t(`key-desk:value.keyChases.how.${how}`) })),
  );
  const text = (
    name: 'contactName' | 'contactPhone' | 'said' | 'escalatedTo',
    max: number,
    required = false,
  ) => (
    <TextField
      label={
        name === 'contactName'
          ? `${label(name)}（${t(`key-desk:value.keyChases.contact.${contact}`)}）`
          : label(name)
      }
      name={name}
      max={max}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <ActionDialog
      title={t(opLabel(KEY_LOANS, 'keyLoans.chase'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={act.command.error}
      busy={act.command.busy}
      onSave={() =>
        void act.send({
          id: entry.id,
          version: entry.version,
          contactName: values.contactName,
          contactPhone: values.contactPhone,
          how: CHASE_HOWS.find((how) => how === values.how) ?? 'phone',
          at: instantTyped(values.at),
          said: values.said,
          promisedAt: values.promisedAt.trim() ? instantTyped(values.promisedAt) : null,
          escalatedTo: values.escalatedTo,
        })
      }
    >
      {text('contactName', 40, true)}
      <div className="two-fields">
        {text('contactPhone', 24)}
        <ChoiceField
          label={label('how')}
          name="how"
          required
          choices={hows}
          value={values.how}
          onChange={(how) => set({ how: how ?? 'phone' })}
        />
      </div>
      {text('said', 200, true)}
      <div className="two-fields">
        <PromiseField
          label={label('promisedAt')}
          value={values.promisedAt}
          onChange={(promisedAt) => set({ promisedAt })}
        />
        {text('escalatedTo', 40)}
      </div>
    </ActionDialog>
  );
}

interface PromiseFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}
/** A time that may stay empty: nothing was promised. */
function PromiseField({ label, value, onChange }: PromiseFieldProps) {
  return (
    <TextField label={label} name="promisedAt" placeholder="1730 / t" value={value} onChange={onChange} />
  );
}

/** A later due time, by the supervisor. */
export function Extend(props: LoanAct) {
  return (
    <ActForm
      op="keyLoans.extend"
      {...form(props)}
      fields={[
        { name: 'dueAt', editor: { kind: 'time', later: true }, required: true },
        { name: 'reason', editor: { kind: 'longText', max: 100 }, required: true },
      ]}
    />
  );
}

/** The key that is out is gone: its incident is opened from here (F14). */
export function ReportLoss(props: LoanAct) {
  const { entry } = props;
  return (
    <ActForm
      op="keyIncidents.report"
      {...form(props)}
      fields={[
        {
          name: 'course',
          label: 'key-desk:field.keyIncidents.course',
          editor: { kind: 'longText', max: 300 },
          required: true,
        },
        { name: 'foundOutAt', label: 'key-desk:field.keyIncidents.foundOutAt', editor: TIME },
        { name: 'place', label: 'key-desk:field.keyIncidents.place' },
        {
          name: 'reporterName',
          label: 'key-desk:field.keyIncidents.reporterName',
          required: true,
          first: entry.borrowerName ?? '',
        },
        { name: 'reporterPhone', label: 'key-desk:field.keyIncidents.reporterPhone', editor: PHONE },
      ]}
      more={{ kind: 'loss', keyId: entry.keyId }}
      grave
    />
  );
}
