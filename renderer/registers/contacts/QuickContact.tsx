import { Checkbox } from '@mantine/core';
import { type RefObject, useState } from 'react';
import {
  CONTACT_CHANNELS,
  CONTACT_KINDS,
  CONTACT_RATINGS,
  type ContactChannel,
  type ContactKind,
} from '../../../shared/registers/contact-logs.row';
import { fieldLabel } from '../../book/book';
import { type Editor, EditorField, PHONE, TIME } from '../../book/editors';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { instantTyped, nowIso } from '../../ui/fields/TimeField';
import { UnitField } from '../units/UnitField';
import { CONTACT_LOGS } from './books';

const HANDLINGS = ['answered', 'passed', 'later'] as const;
type Handling = (typeof HANDLINGS)[number];
const NEW = {
  channel: 'call' as ContactChannel,
  kind: null as ContactKind | null,
  handling: 'answered' as Handling,
  happenedAt: '',
  callerName: '',
  callerPhone: '',
  unitId: '',
  callerPlace: '',
  content: '',
  result: '',
  passedTo: '',
  promisedAt: '',
  rating: '',
  serious: false,
  reportedTo: '',
  note: '',
};
type Texts = Exclude<keyof typeof NEW, 'channel' | 'kind' | 'handling' | 'unitId' | 'serious'>;
const NAME: Editor = { kind: 'text', max: 40 };
const LATER: Editor = { kind: 'time', later: true };
const RATING: Editor = { kind: 'choice', group: 'contacts:rating', codes: CONTACT_RATINGS };

interface QuickContactProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the contact log, in the order of F18; what is not answered at once asks for the promised time (L08). */
export function QuickContact({ place, onBack }: QuickContactProps) {
  const { t } = useWords();
  const register = useCommand('contactLogs.register');
  const { values, set, clear } = useDraft('contactLogs.register', NEW);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const { handling, serious } = values;
  const answered = handling === 'answered';

  const save = async () => {
    const done = await register.run({
      ...values,
      // An empty choice is refused by the door, which marks the field.
      kind: values.kind as ContactKind,
      unitId: values.unitId || null,
      happenedAt: instantTyped(values.happenedAt),
      promisedAt: answered || values.promisedAt.trim() === '' ? null : instantTyped(values.promisedAt),
      rating: CONTACT_RATINGS.find((one) => answered && one === values.rating) ?? null,
    });
    if (!done?.ok) return;
    setSaved({ serialNo: done.data.serialNo, at: nowIso() });
    clear({ ...NEW, channel: values.channel });
    focusFirst(place);
  };
  const field = (name: Texts, editor: Editor, required = false) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(CONTACT_LOGS, name))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
    />
  );
  const choice = <T extends string>(
    name: 'channel' | 'kind' | 'handling',
    codes: readonly T[],
    value: T | null,
  ) => (
    <ChoiceField
      label={t(fieldLabel(CONTACT_LOGS, name))}
      name={name}
      required
      placeholder={t('book:screen.choose')}
      choices={codes.map((code) => ({ value: code, label: t(`contacts:${name}.${code}`) }))}
      value={value}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <QuickStrip
      label={t('contacts:screen.quickAdd')}
      place={place}
      begun={values.content !== '' || values.callerName !== '' || register.error !== null}
      error={register.error}
      busy={register.busy}
      saved={saved}
      onSave={() => void save()}
      onBack={onBack}
      foot={
        <Checkbox
          label={t(fieldLabel(CONTACT_LOGS, 'serious'))}
          checked={serious}
          onChange={(event) => set({ serious: event.currentTarget.checked })}
        />
      }
    >
      {choice('channel', CONTACT_CHANNELS, values.channel)}
      {choice('kind', CONTACT_KINDS, values.kind)}
      <UnitField name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} />
      {field('callerName', NAME)}
      {field('callerPhone', PHONE)}
      <div className="span-2">{field('content', { kind: 'text', max: 500 }, true)}</div>
      {choice('handling', HANDLINGS, handling)}
      {answered ? <div className="span-2">{field('result', { kind: 'text', max: 300 }, true)}</div> : null}
      {answered ? field('rating', RATING) : null}
      {handling === 'passed' ? field('passedTo', NAME, true) : null}
      {answered ? null : field('promisedAt', LATER)}
      {serious ? field('reportedTo', NAME, true) : null}
      {field('callerPlace', { kind: 'text', max: 60 })}
      {field('happenedAt', TIME)}
      {field('note', { kind: 'text', max: 300 })}
    </QuickStrip>
  );
}
