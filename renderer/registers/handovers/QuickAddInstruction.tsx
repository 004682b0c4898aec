import { type RefObject, useState } from 'react';
import { dayOf } from '../../../shared/dates';
import { fieldLabel } from '../../book/book';
import { DAY, type Editor, EditorField } from '../../book/editors';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { dayTyped } from '../../ui/fields/DayField';
import { nowIso } from '../../ui/fields/TimeField';
import { INSTRUCTIONS } from './books';

const NEW = { fromName: '', text: '', givenOn: '', renewOn: '', note: '' };

interface QuickAddInstructionProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the instructions: from whom, what, until when. */
export function QuickAddInstruction({ place, onBack }: QuickAddInstructionProps) {
  const { t } = useWords();
  const register = useCommand('instructions.register');
  const { values, set, clear } = useDraft('instructions.register', NEW);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const begun = values.fromName !== '' || values.text !== '' || register.error !== null;
  const day = (typed: string): string | null => (typed.trim() ? (dayTyped(typed) ?? typed) : null);
  const save = async () => {
    const result = await register.run({
      ...values,
      givenOn: day(values.givenOn) ?? dayOf(nowIso()),
      renewOn: day(values.renewOn),
    });
    if (!result?.ok) return;
    setSaved({ serialNo: result.data.serialNo, at: nowIso() });
    clear(NEW);
    focusFirst(place);
  };
  const field = (name: keyof typeof NEW, editor: Editor, required = false) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(INSTRUCTIONS, name))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
    />
  );
  return (
    <QuickStrip
      label={t('handovers:screen.quickAdd')}
      place={place}
      begun={begun}
      error={register.error}
      busy={register.busy}
      saved={saved}
      onSave={() => void save()}
      onBack={onBack}
    >
      {field('fromName', { kind: 'text', max: 40 }, true)}
      {field('text', { kind: 'text', max: 500 }, true)}
      {field('renewOn', DAY)}
      {field('givenOn', DAY)}
      {field('note', { kind: 'text', max: 300 })}
    </QuickStrip>
  );
}
