import { type RefObject, useState } from 'react';
import { IDENTITY_HOWS } from '../../../shared/registers/disclosures.row';
import { fieldLabel, ruleLabel } from '../../book/book';
import { QuickStrip } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { PhoneField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { UnitField } from '../units/UnitField';
import { DISCLOSURES } from './books';

const NEW = {
  askerName: '',
  askerPhone: '',
  askerCompany: '',
  identityHow: '',
  unitId: '',
  subjectName: '',
  asked: '',
  purpose: '',
  note: '',
};

interface QuickAskProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
  /** The enquiry is written: its page waits for the leader. */
  onOpen: (id: string) => void;
}

/** The strip of S12: who asks, how we know them, what about whom, what for. Nothing is told before a leader says so. */
export function QuickAsk({ place, onBack, onOpen }: QuickAskProps) {
  const { t } = useWords();
  const ask = useCommand('disclosures.ask');
  const { values, set, clear } = useDraft('disclosures.ask', NEW);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const rule = ruleLabel(DISCLOSURES, 'disclosures.ask');
  const save = async () => {
    const how = IDENTITY_HOWS.find((one) => one === values.identityHow);
    const done = await ask.run({
      ...values,
      unitId: values.unitId || null,
      identityHow: how ?? 'notChecked',
    });
    if (!done?.ok) return;
    setSaved({ serialNo: done.data.serialNo, at: nowIso() });
    clear(NEW);
    onOpen(done.data.id);
  };
  const text = (name: Exclude<keyof typeof NEW, 'identityHow' | 'unitId'>, max: number, required = false) => (
    <TextField
      label={t(fieldLabel(DISCLOSURES, name))}
      name={name}
      required={required}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <QuickStrip
      label={t('visits:screen.quickAsk')}
      place={place}
      begun={values.askerName !== '' || values.asked !== '' || ask.error !== null}
      error={ask.error}
      busy={ask.busy}
      saved={saved}
      onSave={() => void save()}
      onBack={onBack}
      below={rule ? <p className="quiet small visit-more">{t(rule)}</p> : null}
    >
      {text('askerName', 40, true)}
      <ChoiceField
        label={t(fieldLabel(DISCLOSURES, 'identityHow'))}
        name="identityHow"
        required
        choices={IDENTITY_HOWS.map((code) => ({ value: code, label: t(`visits:identityHow.${code}`) }))}
        value={values.identityHow || null}
        onChange={(next) => set({ identityHow: next ?? '' })}
      />
      <UnitField name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} />
      {text('subjectName', 40)}
      {text('asked', 200, true)}
      {text('purpose', 200, true)}
      {text('askerCompany', 60)}
      <PhoneField
        label={t(fieldLabel(DISCLOSURES, 'askerPhone'))}
        name="askerPhone"
        value={values.askerPhone}
        onChange={(askerPhone) => set({ askerPhone })}
      />
      {text('note', 300)}
    </QuickStrip>
  );
}
