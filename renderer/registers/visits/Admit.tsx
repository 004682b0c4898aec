import type { VisitLine } from '../../../shared/registers/visits.row';
import { fieldLabel, opLabel, ruleLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../book/dialogs/act';
import { useWords } from '../../i18n';
import { CountField, PhoneField } from '../../ui/fields/NumberFields';
import { AtUnit } from './AtUnit';
import { VISITS } from './books';
import { PassNoField, TypeFields } from './TypeFields';
import { admissionOf, NEW_VISIT, type VisitTyped } from './visit-form';

/** 预约到访: what the announcement left open is filled in at the desk. */
export function Admit({ entry, desk, onClose, onDone }: ActProps<VisitLine>) {
  const { t } = useWords();
  const { command, draft, send } = useAct('visits.admit', entry.id, typedOf(entry), { onClose, onDone });
  const { values, set } = draft;
  const rule = ruleLabel(VISITS, 'visits.admit');
  return (
    <ActionDialog
      title={t(opLabel(VISITS, 'visits.admit'))}
      about={[entry.serialNo, entry.visitorName, entry.unitCode ?? entry.hostPlace]
        .filter(Boolean)
        .join('  ')}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void send({ ...admissionOf(values), id: entry.id, version: entry.version })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      wide
    >
      <AtUnit unitId={values.unitId} />
      <div className="quick-fields even">
        <PhoneField
          label={t(fieldLabel(VISITS, 'visitorPhone'))}
          name="visitorPhone"
          {...(entry.visitorPhone ? { placeholder: entry.visitorPhone } : {})}
          value={values.visitorPhone}
          onChange={(visitorPhone) => set({ visitorPhone })}
        />
        <CountField
          label={t(fieldLabel(VISITS, 'partySize'))}
          name="partySize"
          value={values.partySize}
          onChange={(partySize) => set({ partySize })}
        />
        <PassNoField
          label={t(fieldLabel(VISITS, 'passNo'))}
          name="passNo"
          value={values.passNo}
          onChange={(passNo) => set({ passNo })}
        />
      </div>
      <TypeFields desk={desk} values={values} set={set} admitting />
    </ActionDialog>
  );
}

const typedOf = (entry: VisitLine): VisitTyped => ({
  ...NEW_VISIT,
  type: entry.type,
  visitorName: entry.visitorName ?? '',
  unitId: entry.unitId ?? '',
  hostName: entry.hostName ?? '',
  partySize: String(entry.partySize),
  company: entry.company ?? '',
  permitNo: entry.permitNo ?? '',
  carrier: entry.carrier ?? '',
  department: entry.department ?? '',
  informedName: entry.informedName ?? '',
  plate: entry.plate ?? '',
  belongings: entry.belongings ?? '',
});
