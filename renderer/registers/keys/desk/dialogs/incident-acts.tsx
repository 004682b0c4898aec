import { Checkbox, Radio } from '@mantine/core';
import { COST_BEARERS } from '../../../../../shared/registers/key-copies.row';
import {
  KEY_INCIDENT_ENDS,
  KEY_MEASURES,
  type KeyIncidentLine,
} from '../../../../../shared/registers/key-incidents.row';
import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActForm } from '../../../../book/dialogs/ActForm';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../../../book/dialogs/act';
import { useSecond } from '../../../../book/dialogs/use-second';
import { TIME } from '../../../../book/editors';
import { centsTyped } from '../../../../book/values';
import { useWords } from '../../../../i18n';
import { ChoiceField } from '../../../../ui/fields/ChoiceField';
import { TextField } from '../../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../../ui/fields/TimeField';
import { PinConfirm } from '../../../../ui/PinConfirm';
import { KEY_INCIDENTS } from '../books';

/** Acts on an incident: 报告上级, 处理措施, 办结, 找回. */

type IncidentAct = ActProps<KeyIncidentLine>;
const about = (row: KeyIncidentLine): string => `${row.serialNo}  ${row.keyNo} ${row.keyName}`;
const form = ({ entry, onClose, onDone }: IncidentAct) => ({
  book: KEY_INCIDENTS,
  entry,
  about: about(entry),
  onClose,
  onDone,
});

/** L03: the superior learns of it at once; present, by PIN; absent, by name and time. */
export function Inform({ entry, onClose, onDone }: IncidentAct) {
  const { t } = useWords();
  const { command, draft, send } = useAct(
    'keyIncidents.inform',
    entry.id,
    { how: 'name', superiorName: '', at: '' },
    { onClose, onDone },
  );
  const second = useSecond(command.error);
  const { values, set } = draft;
  const rule = ruleLabel(KEY_INCIDENTS, 'keyIncidents.inform');
  return (
    <ActionDialog
      title={t(opLabel(KEY_INCIDENTS, 'keyIncidents.inform'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
      onSave={() =>
        void send({
          id: entry.id,
          version: entry.version,
          superiorName: values.how === 'name' ? values.superiorName : null,
          at: instantTyped(values.at),
          second: values.how === 'pin' ? second.person : null,
        })
      }
    >
      <Radio.Group
        value={values.how}
        onChange={(how) => set({ how })}
        aria-label={t('key-desk:field.keyIncidents.superiorName')}
      >
        <div className="row">
          <Radio value="name" label={t('key-desk:screen.superiorByName')} />
          <Radio value="pin" label={t('key-desk:screen.superiorPin')} />
        </div>
      </Radio.Group>
      {values.how === 'name' ? (
        <TextField
          label={t(fieldLabel(KEY_INCIDENTS, 'superiorName'))}
          name="superiorName"
          required
          max={40}
          value={values.superiorName}
          onChange={(superiorName) => set({ superiorName })}
        />
      ) : (
        <PinConfirm
          label={t(fieldLabel(KEY_INCIDENTS, 'superiorName'))}
          permit="keyIncidents.close"
          value={second.typed}
          onChange={second.set}
        />
      )}
      <TimeField
        label={t(fieldLabel(KEY_INCIDENTS, 'superiorAt'))}
        name="at"
        value={values.at}
        onChange={(at) => set({ at })}
      />
    </ActionDialog>
  );
}

/** What was done about it, what it cost and who pays. */
export function Measure({ entry, onClose, onDone }: IncidentAct) {
  const { t } = useWords();
  const { command, draft, send } = useAct(
    'keyIncidents.measure',
    entry.id,
    { measures: [] as string[], measureNote: '', at: '', cost: '', bearer: '' },
    { onClose, onDone },
  );
  const { values, set } = draft;
  const label = (field: string) => t(fieldLabel(KEY_INCIDENTS, field));
  const rule = ruleLabel(KEY_INCIDENTS, 'keyIncidents.measure');
  return (
    <ActionDialog
      title={t(opLabel(KEY_INCIDENTS, 'keyIncidents.measure'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      onSave={() =>
        void send({
          id: entry.id,
          version: entry.version,
          measures: KEY_MEASURES.filter((code) => values.measures.includes(code)),
          measureNote: values.measureNote,
          at: instantTyped(values.at),
          costCents: values.cost.trim() ? centsTyped(values.cost) : null,
          bearer: COST_BEARERS.find((one) => one === values.bearer) ?? null,
        })
      }
    >
      <Checkbox.Group
        label={label('measures')}
        value={values.measures}
        onChange={(measures) => set({ measures })}
      >
        <div className="row">
          {KEY_MEASURES.map((code) => (
            <Checkbox key={code} value={code} label={t(`key-desk:measure.${code}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextField
        label={label('measureNote')}
        name="measureNote"
        required
        max={200}
        lines={2}
        value={values.measureNote}
        onChange={(measureNote) => set({ measureNote })}
      />
      <TimeField label={label('measuredAt')} name="at" value={values.at} onChange={(at) => set({ at })} />
      <div className="two-fields">
        <TextField
          label={label('costCents')}
          name="costCents"
          right
          inputMode="decimal"
          value={values.cost}
          onChange={(cost) => set({ cost })}
        />
        <ChoiceField
          label={label('bearer')}
          name="bearer"
          clearable
          choices={COST_BEARERS.map((one) => ({ value: one, label: t(`key-desk:bearer.${one}`) }))}
          value={values.bearer || null}
          onChange={(bearer) => set({ bearer: bearer ?? '' })}
        />
      </div>
    </ActionDialog>
  );
}

/** Closed by the supervisor: the key is retired, replaced or repaired. */
export function CloseIncident(props: IncidentAct) {
  const codes = KEY_INCIDENT_ENDS.filter((end) => end !== 'repaired' || props.entry.kind === 'damage');
  return (
    <ActForm
      op="keyIncidents.close"
      {...form(props)}
      fields={[
        {
          name: 'ending',
          editor: { kind: 'choice', group: 'key-desk:value.keyIncidents.ending', codes },
          required: true,
        },
        { name: 'opinion', editor: { kind: 'longText', max: 200 }, required: true },
      ]}
      grave
    />
  );
}

/** It turned up: back on its hook. */
export function Found(props: IncidentAct) {
  return (
    <ActForm
      op="keyIncidents.found"
      {...form(props)}
      fields={[
        { name: 'place', label: 'key-desk:field.keyIncidents.foundPlace', required: true },
        { name: 'foundByName', required: true },
        { name: 'at', label: 'key-desk:field.keyIncidents.foundAt', editor: TIME },
      ]}
    />
  );
}
