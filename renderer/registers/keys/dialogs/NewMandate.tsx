import { dayOf } from '../../../../shared/dates';
import { SIGNED_HOWS } from '../../../../shared/registers/key-mandates.row';
import { fieldLabel } from '../../../book/book';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { DAY, type Editor, EditorField, LONG_TEXT, PHONE, TEXT, TIME } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { useCommand } from '../../../queries';
import { useDraft } from '../../../ui/drafts';
import { dayTyped } from '../../../ui/fields/DayField';
import { countTyped } from '../../../ui/fields/NumberFields';
import { instantTyped, nowIso } from '../../../ui/fields/TimeField';
import { PartyField } from '../../units/PartyField';
import { KEY_MANDATES } from '../books';
import { UNIT } from '../key-editors';
import { KeyLinesField, NEW_LINES } from './KeyLinesField';

const NEW = {
  unitId: '',
  ownerId: '',
  ownerName: '',
  ownerPhone: '',
  ownerDocument: '',
  purpose: '',
  keyList: NEW_LINES,
  fromOn: '',
  toOn: '',
  allowedPersons: '',
  meterWater: '',
  meterPower: '',
  meterGas: '',
  contentsNote: '',
  signedHow: 'paper',
  signedAt: '',
  note: '',
};
type Name = Exclude<keyof typeof NEW, 'keyList'>;

const PURPOSE: Editor = {
  kind: 'phrases',
  keys: ['absence', 'fitOut', 'repair', 'letting'].map((one) => `keys:purposes.${one}`),
};
/** How a signature was given. */
export const SIGNED: Editor = { kind: 'choice', group: 'keys:signedHow', codes: SIGNED_HOWS };

interface NewMandateProps {
  onClose: () => void;
  /** Taken: its page is opened, so that F08 is printed and its keys are hung up. */
  onMade: (id: string) => void;
}

/** 接收委托 (F08): what the owner leaves, for what, until when, and that it was signed. */
export function NewMandate({ onClose, onMade }: NewMandateProps) {
  const { t } = useWords();
  const register = useCommand('keyMandates.register');
  const { values, set, clear } = useDraft('keyMandates.register', NEW);
  const day = (typed: string, empty = ''): string => (typed.trim() ? (dayTyped(typed) ?? typed) : empty);
  const save = async () => {
    const done = await register.run({
      ...values,
      ownerId: values.ownerId || null,
      keyList: values.keyList.map((line) => ({ name: line.name, pieces: countTyped(line.pieces) })),
      fromOn: day(values.fromOn, dayOf(nowIso())),
      toOn: day(values.toOn),
      signedHow: SIGNED_HOWS.find((how) => how === values.signedHow) ?? 'paper',
      signedAt: instantTyped(values.signedAt),
    });
    if (!done?.ok) return;
    clear();
    onClose();
    onMade(done.data.id);
  };
  const field = (name: Name, editor: Editor = TEXT, required = false) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(KEY_MANDATES, name))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <ActionDialog
      title={t('keys:op.keyMandates.register')}
      about=""
      wide
      onSave={() => void save()}
      onClose={onClose}
      error={register.error}
      busy={register.busy}
    >
      <div className="fields">
        {field('unitId', UNIT, true)}
        <PartyField
          label={t(fieldLabel(KEY_MANDATES, 'ownerId'))}
          name="ownerId"
          unitId={values.unitId || null}
          value={values.ownerId}
          onChange={(ownerId) => set({ ownerId })}
          onPick={(party) => (party ? set({ ownerId: party.id, ownerName: party.name }) : undefined)}
        />
        {field('ownerName', { kind: 'text', max: 40 }, true)}
        {field('ownerPhone', PHONE)}
        {field('ownerDocument', { kind: 'text', max: 4 })}
        {field('purpose', PURPOSE, true)}
        {field('fromOn', DAY)}
        {field('toOn', DAY, true)}
        {field('allowedPersons', { kind: 'text', max: 200 })}
      </div>
      <KeyLinesField value={values.keyList} onChange={(keyList) => set({ keyList })} />
      <div className="fields">
        {field('meterWater')}
        {field('meterPower')}
        {field('meterGas')}
        {field('contentsNote', LONG_TEXT)}
        {field('signedHow', SIGNED, true)}
        {field('signedAt', TIME)}
        {field('note', LONG_TEXT)}
      </div>
    </ActionDialog>
  );
}
