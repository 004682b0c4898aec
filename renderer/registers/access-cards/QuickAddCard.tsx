import { type RefObject, useState } from 'react';
import { dayOf } from '../../../shared/dates';
import {
  CARD_KINDS,
  CARD_RELATIONS,
  type CardKind,
  type CardRelation,
} from '../../../shared/registers/access-cards.row';
import { fieldLabel } from '../../book/book';
import { DAY, type Editor, EditorField, MONEY, TEXT, TIME } from '../../book/editors';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { dayTyped } from '../../ui/fields/DayField';
import { PhoneField } from '../../ui/fields/NumberFields';
import { instantTyped, nowIso } from '../../ui/fields/TimeField';
import { PartyField } from '../units/PartyField';
import { UnitField } from '../units/UnitField';
import { ACCESS_CARDS } from './books';

const NEW_CARD = {
  kind: null as CardKind | null,
  cardNo: '',
  unitId: '',
  partyId: '',
  holderName: '',
  holderPhone: '',
  relation: null as CardRelation | null,
  plate: '',
  issuedAt: '',
  validFromOn: '',
  validToOn: '',
  feeCents: '',
  depositCents: '',
  receiptNo: '',
  note: '',
};
type Texts = Exclude<keyof typeof NEW_CARD, 'kind' | 'relation'>;

interface QuickAddCardProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the card book, in the order of F40: kind and number, unit, who, until when, money. */
export function QuickAddCard({ place, onBack }: QuickAddCardProps) {
  const { t } = useWords();
  const register = useCommand('accessCards.register');
  const papers = usePapers();
  const { values, set, clear } = useDraft('accessCards.register', NEW_CARD);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const begun = values.kind !== null || values.cardNo !== '' || register.error !== null;

  const save = async (how: SaveHow) => {
    const day = (typed: string): string | null => (typed.trim() ? (dayTyped(typed) ?? typed) : null);
    const result = await register.run({
      ...values,
      // An empty choice is refused by the door, which marks the field.
      kind: values.kind as CardKind,
      relation: values.relation as CardRelation,
      unitId: values.unitId || null,
      partyId: values.partyId || null,
      issuedAt: instantTyped(values.issuedAt),
      validFromOn: day(values.validFromOn) ?? dayOf(nowIso()),
      validToOn: day(values.validToOn),
      feeCents: centsTyped(values.feeCents),
      depositCents: centsTyped(values.depositCents),
    });
    if (!result?.ok) return;
    setSaved({ serialNo: result.data.serialNo, at: nowIso() });
    clear(NEW_CARD);
    focusFirst(place);
    if (how === 'print') await papers.print(['cardLabel'], result.data.id);
  };
  const field = (name: Texts, editor: Editor, required = false) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(ACCESS_CARDS, name))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
    />
  );
  const choice = <T extends string>(name: 'kind' | 'relation', codes: readonly T[], value: T | null) => (
    <ChoiceField
      label={t(fieldLabel(ACCESS_CARDS, name))}
      name={name}
      required
      placeholder={t('book:screen.choose')}
      choices={codes.map((code) => ({ value: code, label: t(`access-cards:${name}.${code}`) }))}
      value={value}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <QuickStrip
      label={t('access-cards:screen.quickAdd')}
      place={place}
      begun={begun}
      error={register.error ?? papers.error}
      busy={register.busy}
      saved={saved}
      onSave={(how) => void save(how)}
      onBack={onBack}
      saveAndPrint
    >
      {choice('kind', CARD_KINDS, values.kind)}
      {field('cardNo', { kind: 'text', max: 30 }, true)}
      <UnitField name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} />
      <PartyField
        label={t('access-cards:screen.holder')}
        name="partyId"
        unitId={values.unitId || null}
        value={values.partyId}
        onChange={(partyId) => set({ partyId })}
        onPick={(party) => {
          if (party && values.holderName === '') set({ partyId: party.id, holderName: party.name });
        }}
      />
      {field('holderName', { kind: 'text', max: 40 }, true)}
      {choice('relation', CARD_RELATIONS, values.relation)}
      {field('validToOn', DAY, values.kind === 'pass' || values.kind === 'vehiclePass')}
      {values.kind === 'vehiclePass' ? field('plate', { kind: 'text', max: 15 }, true) : null}
      {field('depositCents', MONEY)}
      {field('feeCents', MONEY)}
      {field('receiptNo', TEXT)}
      <PhoneField
        label={t(fieldLabel(ACCESS_CARDS, 'holderPhone'))}
        name="holderPhone"
        value={values.holderPhone}
        onChange={(holderPhone) => set({ holderPhone })}
      />
      {field('validFromOn', DAY)}
      {field('issuedAt', TIME)}
      {field('note', { kind: 'text', max: 300 })}
    </QuickStrip>
  );
}
