import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import {
  GENDERS,
  OCCUPANCY_ROLES,
  PARTY_DOCUMENT_KINDS,
  PARTY_KINDS,
} from '../../../shared/registers/parties.row';
import { fieldLabel } from '../../book/book';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { DayField, dayTyped } from '../../ui/fields/DayField';
import { PhoneField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { PARTIES } from './books';
import { UnitField } from './UnitField';

const NEW = {
  name: '',
  unitId: '',
  role: 'owner' as string | null,
  fromOn: '',
  phone: '',
  kind: 'person' as string | null,
  gender: null as string | null,
  bornOn: '',
  documentKind: null as string | null,
  document: '',
  otherPhone: '',
  email: '',
  address: '',
  employer: '',
  businessScope: '',
  businessKind: '',
  personInCharge: '',
  pets: '',
  note: '',
};
type Text =
  | 'name'
  | 'document'
  | 'email'
  | 'address'
  | 'employer'
  | 'businessScope'
  | 'businessKind'
  | 'personInCharge'
  | 'pets'
  | 'note';

interface QuickAddPartyProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the resident files: who, where, as what, and how to reach them. */
export function QuickAddParty({ place, onBack }: QuickAddPartyProps) {
  const { t } = useWords();
  const register = useCommand('parties.register');
  const { values, set, clear } = useDraft('parties.register', NEW);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const papers = usePapers();
  const [more, setMore] = useState(false);
  const company = values.kind === 'company';
  const save = async (how: SaveHow) => {
    const one = <T extends string>(codes: readonly T[], code: string | null) =>
      codes.find((c) => c === code) ?? null;
    const done = await register.run({
      ...values,
      unitId: values.unitId || null,
      role: values.unitId ? one(OCCUPANCY_ROLES, values.role) : null,
      kind: one(PARTY_KINDS, values.kind) ?? 'person',
      gender: one(GENDERS, values.gender),
      documentKind: one(PARTY_DOCUMENT_KINDS, values.documentKind),
      fromOn: day(values.fromOn),
      bornOn: day(values.bornOn),
    });
    if (!done?.ok) return;
    setSaved({ serialNo: done.data.serialNo, at: nowIso() });
    clear({ ...NEW, kind: values.kind, role: values.role });
    focusFirst(place);
    if (how === 'print') await papers.print(['F42'], done.data.id);
  };
  const text = (name: Text, max: number, required = false) => (
    <TextField
      label={t(fieldLabel(PARTIES, name))}
      name={name}
      required={required}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const choice = (
    name: 'role' | 'kind' | 'gender' | 'documentKind',
    group: string,
    codes: readonly string[],
    clearable = false,
  ) => (
    <ChoiceField
      label={t(fieldLabel(PARTIES, name))}
      name={name}
      clearable={clearable}
      choices={codes.map((code) => ({ value: code, label: t(`units:${group}.${code}`) }))}
      value={values[name]}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <QuickStrip
      label={t('units:op.parties.register')}
      place={place}
      begun={values.name !== '' || register.error !== null}
      error={register.error ?? papers.error}
      busy={register.busy}
      saved={saved}
      onSave={(how) => void save(how)}
      onBack={onBack}
      saveAndPrint
      buttons={
        <Button variant="subtle" tabIndex={-1} onClick={() => setMore(!more)}>
          {t(more ? 'book:action.fewer' : 'book:action.more')}
        </Button>
      }
      below={
        more ? (
          <div className="quick-fields even">
            {choice('kind', 'kind', PARTY_KINDS)}
            {company ? text('personInCharge', 40) : choice('gender', 'gender', GENDERS, true)}
            {company ? (
              text('businessKind', 40)
            ) : (
              <Day name="bornOn" value={values.bornOn} onChange={(bornOn) => set({ bornOn })} />
            )}
            {choice('documentKind', 'documentKind', PARTY_DOCUMENT_KINDS, true)}
            {text('document', 30)}
            <PhoneField
              label={t(fieldLabel(PARTIES, 'otherPhone'))}
              name="otherPhone"
              value={values.otherPhone}
              onChange={(otherPhone) => set({ otherPhone })}
            />
            {text('email', 100)}
            {text('address', 120)}
            {company ? text('businessScope', 200) : text('employer', 80)}
            {company ? null : text('pets', 100)}
            {text('note', 300)}
          </div>
        ) : null
      }
    >
      {text('name', 60, true)}
      <UnitField name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} />
      {choice('role', 'role', OCCUPANCY_ROLES)}
      <Day name="fromOn" value={values.fromOn} onChange={(fromOn) => set({ fromOn })} />
      <PhoneField
        label={t(fieldLabel(PARTIES, 'phone'))}
        name="phone"
        value={values.phone}
        onChange={(phone) => set({ phone })}
      />
    </QuickStrip>
  );
}

/** A typed day as the operation takes it; text that is none stays, and the door marks its field. */
const day = (typed: string): string | null => (typed.trim() ? (dayTyped(typed) ?? typed) : null);

function Day({
  name,
  value,
  onChange,
}: {
  name: 'fromOn' | 'bornOn';
  value: string;
  onChange: (typed: string) => void;
}) {
  const { t } = useWords();
  return <DayField label={t(fieldLabel(PARTIES, name))} name={name} value={value} onChange={onChange} />;
}
