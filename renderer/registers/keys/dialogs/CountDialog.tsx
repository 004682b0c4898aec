import {
  COUNTED,
  type KeyCheckKeyLine,
  type KeyCheckLine,
} from '../../../../shared/registers/key-checks.row';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useAct } from '../../../book/dialogs/act';
import { EditorField, LONG_TEXT } from '../../../book/editors';
import { useWords } from '../../../i18n';

interface CountDialogProps {
  check: KeyCheckLine;
  line: KeyCheckKeyLine;
  onClose: () => void;
  onDone: () => void;
}

const flagOf = (typed: string): boolean | null => (typed === '' ? null : typed === 'yes');
const typedOf = (flag: number | null, first: string): string =>
  flag === null ? first : flag === 1 ? 'yes' : 'no';

/** One key of the count said by hand: missing, damaged, seal broken, label wrong — and why. */
export function CountDialog({ check, line, onClose, onDone }: CountDialogProps) {
  const { t } = useWords();
  const first = {
    counted: line.counted ?? (line.expected === 'elsewhere' ? 'extra' : 'found'),
    sealIntact: typedOf(line.sealIntact, line.expected === 'sealed' ? 'yes' : ''),
    labelRight: typedOf(line.labelRight, 'yes'),
    explanation: line.explanation ?? '',
    measure: line.measure ?? '',
  };
  const { command, draft, send } = useAct('keyChecks.count', `${check.id}.${line.keyId}`, first, {
    onClose,
    onDone,
  });
  const { values, set } = draft;
  const there = values.counted !== 'missing';
  const field = (name: keyof typeof first, group: string, codes: readonly string[]) => (
    <EditorField
      editor={{ kind: 'choice', group, codes }}
      label={t(`keys:field.keyCheckLines.${name}`)}
      name={name}
      required
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const text = (name: 'explanation' | 'measure') => (
    <EditorField
      editor={LONG_TEXT}
      label={t(`keys:field.keyCheckLines.${name}`)}
      name={name}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const codes =
    line.expected === 'elsewhere' ? ['extra', 'missing'] : COUNTED.filter((code) => code !== 'extra');
  return (
    <ActionDialog
      title={t('keys:screen.explainTitle', { keyNo: line.keyNo })}
      about={line.label}
      onSave={() =>
        void send({
          id: check.id,
          keyId: line.keyId,
          counted: COUNTED.find((code) => code === values.counted) ?? 'found',
          sealIntact: there ? flagOf(values.sealIntact) : null,
          labelRight: there ? flagOf(values.labelRight) : null,
          explanation: values.explanation,
          measure: values.measure,
        })
      }
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      saveLabel={t('keys:screen.countIt')}
    >
      {field('counted', 'keys:counted', codes)}
      {there && line.expected === 'sealed' ? field('sealIntact', 'keys:intact', ['yes', 'no']) : null}
      {there ? field('labelRight', 'keys:labelIs', ['yes', 'no']) : null}
      {text('explanation')}
      {text('measure')}
    </ActionDialog>
  );
}
