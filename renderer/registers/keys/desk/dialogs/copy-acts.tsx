import { COST_BEARERS, type KeyCopyLine } from '../../../../../shared/registers/key-copies.row';
import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActForm, type SecondAsked } from '../../../../book/dialogs/ActForm';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../../../book/dialogs/act';
import { type Editor, TIME } from '../../../../book/editors';
import { centsTyped } from '../../../../book/values';
import { useWords } from '../../../../i18n';
import { ChoiceField } from '../../../../ui/fields/ChoiceField';
import { DayField, dayTyped } from '../../../../ui/fields/DayField';
import { TextField } from '../../../../ui/fields/TextField';
import { KEY_COPIES } from '../books';

/** Acts on an application for copies: 批准, 不予批准, 登记配制, 领取. */

type CopyAct = ActProps<KeyCopyLine>;
const about = (row: KeyCopyLine): string => `${row.serialNo}  ${row.keyNo} ${row.keyName} ×${row.quantity}`;
const form = ({ entry, onClose, onDone }: CopyAct) => ({
  book: KEY_COPIES,
  entry,
  about: about(entry),
  onClose,
  onDone,
});
const LONG: Editor = { kind: 'longText', max: 200 };
const APPROVER: SecondAsked = { label: 'key-desk:screen.approverPin', permit: 'keyCopies.approve' };

/** Whoever holds the right decides alone, unless it is the own application; everybody else hands the manager the keyboard. */
const approverFor = ({ entry, desk }: CopyAct): SecondAsked | null =>
  desk.may('keyCopies.approve') && desk.actor.staffId !== entry.applicantId ? null : APPROVER;

export function Approve(props: CopyAct) {
  return (
    <ActForm
      op="keyCopies.approve"
      {...form(props)}
      fields={[{ name: 'opinion', editor: LONG }]}
      second={approverFor(props)}
    />
  );
}

export function Refuse(props: CopyAct) {
  return (
    <ActForm
      op="keyCopies.refuse"
      {...form(props)}
      fields={[
        { name: 'reason', label: 'key-desk:field.keyCopies.refusedReason', editor: LONG, required: true },
      ]}
      second={approverFor(props)}
      grave
    />
  );
}

/** The keys are cut; each gets a number of its own. */
export function Make({ entry, onClose, onDone }: CopyAct) {
  const { t } = useWords();
  const { command, draft, send } = useAct(
    'keyCopies.make',
    entry.id,
    { locksmith: '', cost: '', bearer: 'company', madeOn: '', numbers: '' },
    { onClose, onDone },
  );
  const { values, set } = draft;
  const label = (field: string) => t(fieldLabel(KEY_COPIES, field));
  const rule = ruleLabel(KEY_COPIES, 'keyCopies.make');
  const numbers = values.numbers.split(/[\s,，、;；]+/).filter((no) => no !== '');
  return (
    <ActionDialog
      title={t(opLabel(KEY_COPIES, 'keyCopies.make'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      onSave={() =>
        void send({
          id: entry.id,
          version: entry.version,
          locksmith: values.locksmith,
          costCents: centsTyped(values.cost) ?? 0,
          bearer: COST_BEARERS.find((one) => one === values.bearer) ?? 'company',
          madeOn: dayTyped(values.madeOn) ?? values.madeOn,
          newKeyNos: numbers,
        })
      }
    >
      <TextField
        label={label('locksmith')}
        name="locksmith"
        required
        max={40}
        value={values.locksmith}
        onChange={(locksmith) => set({ locksmith })}
      />
      <div className="two-fields">
        <DayField
          label={label('madeOn')}
          name="madeOn"
          required
          value={values.madeOn}
          onChange={(madeOn) => set({ madeOn })}
        />
        <TextField
          label={label('costCents')}
          name="costCents"
          right
          inputMode="decimal"
          value={values.cost}
          onChange={(cost) => set({ cost })}
        />
      </div>
      <ChoiceField
        label={label('bearer')}
        name="bearer"
        required
        choices={COST_BEARERS.map((one) => ({ value: one, label: t(`key-desk:bearer.${one}`) }))}
        value={values.bearer}
        onChange={(bearer) => set({ bearer: bearer ?? 'company' })}
      />
      <TextField
        label={label('newKeyNos')}
        name="newKeyNos"
        required
        hint={t('key-desk:screen.newKeyNosHint', { n: entry.quantity })}
        value={values.numbers}
        onChange={(typed) => set({ numbers: typed })}
      />
    </ActionDialog>
  );
}

export function Collect(props: CopyAct) {
  return (
    <ActForm
      op="keyCopies.collect"
      {...form(props)}
      fields={[
        { name: 'collectedByName', required: true, first: props.entry.applicantName },
        { name: 'at', editor: TIME },
      ]}
    />
  );
}
