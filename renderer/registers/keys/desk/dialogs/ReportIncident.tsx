import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { useWords } from '../../../../i18n';
import { useCommand } from '../../../../queries';
import { useDraft } from '../../../../ui/drafts';
import { ChoiceField } from '../../../../ui/fields/ChoiceField';
import { PhoneField } from '../../../../ui/fields/NumberFields';
import { TextField } from '../../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../../ui/fields/TimeField';
import { KeyField } from '../../KeyField';
import { KEY_INCIDENTS } from '../books';

const KINDS = ['loss', 'damage'] as const;
const NEW = {
  kind: 'loss' as (typeof KINDS)[number],
  keyId: '',
  foundOutAt: '',
  place: '',
  course: '',
  reporterName: '',
  reporterPhone: '',
  note: '',
};

interface NewEntryProps {
  onClose: () => void;
  onDone: (id: string) => void;
}

/** A key is lost or broken (F14): it leaves service at once, and the superior is told at once (L03). */
export function ReportIncident({ onClose, onDone }: NewEntryProps) {
  const { t } = useWords();
  const report = useCommand('keyIncidents.report');
  const { values, set, clear } = useDraft('keyIncidents.report', NEW);
  const label = (field: string) => t(fieldLabel(KEY_INCIDENTS, field));
  const rule = ruleLabel(KEY_INCIDENTS, 'keyIncidents.report');
  const save = async () => {
    const done = await report.run({ ...values, foundOutAt: instantTyped(values.foundOutAt) });
    if (!done?.ok) return;
    clear(NEW);
    onClose();
    onDone(done.data.id);
  };
  const text = (name: 'place' | 'course' | 'reporterName' | 'note', max: number, required = false) => (
    <TextField
      label={label(name)}
      name={name}
      max={max}
      required={required}
      {...(name === 'course' ? { lines: 2 } : {})}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <ActionDialog
      title={t(opLabel(KEY_INCIDENTS, 'keyIncidents.report'))}
      about=""
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={report.error}
      busy={report.busy}
      grave
    >
      <div className="two-fields">
        <ChoiceField
          label={label('kind')}
          name="kind"
          required
          choices={KINDS.map((kind) => ({
            value: kind,
            label: t(`key-desk:value.keyIncidents.kind.${kind}`),
          }))}
          value={values.kind}
          onChange={(next) => set({ kind: KINDS.find((kind) => kind === next) ?? 'loss' })}
        />
        <KeyField
          label={label('keyId')}
          name="keyId"
          required
          value={values.keyId}
          onChange={(keyId) => set({ keyId })}
        />
      </div>
      {text('course', 300, true)}
      <div className="two-fields">
        <TimeField
          label={label('foundOutAt')}
          name="foundOutAt"
          value={values.foundOutAt}
          onChange={(foundOutAt) => set({ foundOutAt })}
        />
        {text('place', 60)}
      </div>
      <div className="two-fields">
        {text('reporterName', 40, true)}
        <PhoneField
          label={label('reporterPhone')}
          name="reporterPhone"
          value={values.reporterPhone}
          onChange={(reporterPhone) => set({ reporterPhone })}
        />
      </div>
      {text('note', 300)}
    </ActionDialog>
  );
}
