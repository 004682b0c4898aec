import { CONSENT_KINDS, type ConsentKind } from '../../../shared/registers/release-requests.row';
import { fieldLabel } from '../../book/book';
import { useWords } from '../../i18n';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { PhoneField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { TimeField } from '../../ui/fields/TimeField';
import { RELEASE_REQUESTS } from './books';
import type { ReleaseValues } from './release-form';

/** What each kind of consent asks for, in the order it is told (desk-practice.md §2.4: 谁、号码、时间、内容). */
export const CONSENT_ASKS = {
  mandate: ['consentNo', 'consentBy'],
  call: ['consentBy', 'consentPhone', 'consentAt', 'consentWords'],
  declaration: ['consentBy', 'consentAt', 'consentNo'],
} as const satisfies Record<ConsentKind, readonly (keyof ReleaseValues)[]>;

export type ConsentValues = Pick<
  ReleaseValues,
  'consentKind' | 'consentNo' | 'consentBy' | 'consentPhone' | 'consentAt' | 'consentWords'
>;

interface ConsentFieldsProps {
  values: ConsentValues;
  set: (part: Partial<ConsentValues>) => void;
  /** Where the fields stand in the operation's input. */
  path?: string;
}

/** The owner's consent: nothing of a tenant's or agent's leaves without it. */
export function ConsentFields({ values, set, path = 'form.consent' }: ConsentFieldsProps) {
  const { t } = useWords();
  const label = (field: string) => t(fieldLabel(RELEASE_REQUESTS, field));
  const asks = values.consentKind === null ? [] : CONSENT_ASKS[values.consentKind];
  return (
    <div className="quick-fields even">
      <ChoiceField
        label={label('consentKind')}
        name={`${path}.kind`}
        required
        choices={CONSENT_KINDS.map((kind) => ({ value: kind, label: t(`goods-releases:consent.${kind}`) }))}
        value={values.consentKind}
        onChange={(next) => set({ consentKind: CONSENT_KINDS.find((kind) => kind === next) ?? null })}
      />
      {asks.map((field) => {
        const shared = {
          label: label(field),
          name: `${path}.${field.slice(7, 8).toLowerCase()}${field.slice(8)}`,
          value: values[field],
          onChange: (text: string) => set({ [field]: text }),
        };
        if (field === 'consentPhone') return <PhoneField key={field} {...shared} required />;
        if (field === 'consentAt') return <TimeField key={field} {...shared} />;
        return (
          <TextField
            key={field}
            {...shared}
            max={field === 'consentWords' ? 200 : 40}
            required={isAsked(values.consentKind, field)}
          />
        );
      })}
    </div>
  );
}

const isAsked = (kind: ConsentKind | null, field: string): boolean =>
  kind === 'call' || (kind === 'mandate' ? field === 'consentNo' : field === 'consentBy');
