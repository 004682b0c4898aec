import { INSTRUCTION_CORRECTABLE, type InstructionLine } from '../../../shared/registers/instructions.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { DAY, type Editor, LONG_TEXT } from '../../book/editors';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { INSTRUCTIONS } from './books';
import { instructionTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const EDITORS: Record<string, Editor> = {
  text: { kind: 'longText', max: 500 },
  fromName: { kind: 'text', max: 40 },
  givenOn: DAY,
  renewOn: DAY,
  note: LONG_TEXT,
};

type InstructionAct = ActProps<InstructionLine>;
const base = ({ entry, onClose, onDone }: InstructionAct) => ({
  book: INSTRUCTIONS,
  entry,
  about: `${entry.serialNo}  ${entry.fromName}`,
  onClose,
  onDone,
});
const Renew = (props: InstructionAct) => (
  <ActForm op="instructions.renew" {...base(props)} fields={[{ name: 'renewOn', editor: DAY }]} />
);
const End = (props: InstructionAct) => (
  <ActForm
    op="instructions.end"
    {...base(props)}
    fields={[{ name: 'reason', editor: LONG_TEXT, required: true }]}
  />
);
const DIALOGS = { renew: Renew, end: End };

/** One instruction with who has read it. */
export function InstructionEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('instructions.entry', { id }, { keep: true });
  const acknowledge = useCommand('instructions.acknowledge');
  const fieldsOf = (line: InstructionLine): EntryField[] => [
    { field: 'text', wide: true },
    ...['fromName', 'givenOn'].map(always),
    { field: 'renewOn', own: line.renewOn ?? t('handovers:mark.noEnd') },
    { field: 'readers', wide: true, own: line.readers.join(t('handovers:mark.list')) || undefined },
    { field: 'round', own: t('handovers:mark.round', { n: line.round }) },
    ...['endedReason', 'endedAt', 'endedByName', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
    { field: 'note', ifAny: true, wide: true },
    ...['recordedAt', 'recorderName'].map(always),
  ];
  return (
    <EntryPage<InstructionLine>
      book={INSTRUCTIONS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => line.fromName}
      tone={instructionTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{ acknowledge: async (line) => (await acknowledge.run({ id: line.id }))?.ok ?? false }}
      error={acknowledge.error}
      correct={{ fields: () => INSTRUCTION_CORRECTABLE, editors: EDITORS }}
    />
  );
}
