import { ASKED_HOWS } from '../../../../shared/registers/key-loans.row';
import type { Requirement } from '../../../../shared/registers/key-loans.rules';
import { fieldLabel } from '../../../book/book';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { ChoiceField } from '../../../ui/fields/ChoiceField';
import { PhoneField } from '../../../ui/fields/NumberFields';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { TextField } from '../../../ui/fields/TextField';
import { TimeField } from '../../../ui/fields/TimeField';
import { KEY_LOANS } from './books';
import type { IssueForm } from './issue-form';

interface ShownFieldsProps {
  requirements: readonly Requirement[];
  form: IssueForm;
  set: (part: Partial<IssueForm>) => void;
}

const IDENTITY = ['badge', 'idCard', 'pass'] as const;

/** What S05 asks of this class for these keys: nothing more is on the form, and nothing less is accepted. */
export function ShownFields({ requirements, form, set }: ShownFieldsProps) {
  const { t } = useWords();
  const people = useOp('keyLoans.people', {}).data;
  const label = (field: string) => t(fieldLabel(KEY_LOANS, field));
  const asks = (requirement: Requirement) => requirements.includes(requirement);
  const text = (name: 'ownerAskedName' | 'escortName' | 'repairSlipNo' | 'permitNo', max: number) => (
    <TextField
      label={label(name)}
      name={name}
      required
      max={max}
      value={form[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const person = (name: 'confirmerId' | 'custodianId', of: 'confirmers' | 'custodians') => (
    <ChoiceField
      label={label(name)}
      name={name}
      required
      clearable
      choices={people?.[of].map(({ staffId, name: who }) => ({ value: staffId, label: who }))}
      value={form[name] || null}
      onChange={(id) => set({ [name]: id ?? '' })}
    />
  );
  if (requirements.length === 0) return null;
  return (
    <div className="quick-fields even">
      {asks('confirmer') ? person('confirmerId', 'confirmers') : null}
      {asks('ownerAsked') ? (
        <>
          {text('ownerAskedName', 40)}
          <PhoneField
            label={label('ownerAskedPhone')}
            name="ownerAskedPhone"
            value={form.ownerAskedPhone}
            onChange={(ownerAskedPhone) => set({ ownerAskedPhone })}
          />
          <TimeField
            label={label('ownerAskedAt')}
            name="ownerAskedAt"
            value={form.ownerAskedAt}
            onChange={(ownerAskedAt) => set({ ownerAskedAt })}
          />
          <ChoiceField
            label={label('ownerAskedHow')}
            name="ownerAskedHow"
            required
            choices={ASKED_HOWS.map((how) => ({
              value: how,
              label: t(`key-desk:value.keyLoans.ownerAskedHow.${how}`),
            }))}
            value={form.ownerAskedHow}
            onChange={(next) => set({ ownerAskedHow: ASKED_HOWS.find((how) => how === next) ?? 'phone' })}
          />
        </>
      ) : null}
      {asks('escort') ? text('escortName', 40) : null}
      {asks('repairSlip') ? text('repairSlipNo', 30) : null}
      {asks('permit') ? text('permitNo', 30) : null}
      {asks('custodian') ? person('custodianId', 'custodians') : null}
      {asks('identity') ? (
        <SuggestField
          label={label('identityHow')}
          name="identityHow"
          required
          value={form.identityHow}
          onChange={(identityHow) => set({ identityHow })}
          suggestions={IDENTITY.map((how) => ({ value: t(`key-desk:identity.${how}`), hint: null }))}
        />
      ) : null}
    </div>
  );
}
